using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace CoDesign.App.Identity;

/// <summary>What a browser needs to make a passkey or to sign in with one. Pages hide it where scripts don't run.</summary>
public static class Passkeys
{
    private const int MostPerAccount = 20;

    /// <summary>Maps the four steps.</summary>
    public static void MapPasskeys(this IEndpointRouteBuilder routes)
    {
        var passkeys = routes.MapGroup("/passkeys").ExcludeFromDescription().AddEndpointFilter(async (context, next) =>
            await context.HttpContext.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context.HttpContext)
                ? await next(context)
                : Results.StatusCode(StatusCodes.Status400BadRequest));
        passkeys.MapPost("/sign-in-options", async (SignInManager<Account> signIn) =>
            TypedResults.Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json"));
        passkeys.MapPost("/sign-in", SignInAsync);
        passkeys.MapPost("/new-options", NewOptionsAsync).RequireAuthorization(PeopleSetup.AccountPolicy);
        passkeys.MapPost("/new", AddAsync).RequireAuthorization(PeopleSetup.AccountPolicy);
    }

    private static async Task<IResult> SignInAsync(HttpContext http, SignInManager<Account> signIn)
    {
        var credential = await BodyAsync(http);
        try
        {
            var answer = await signIn.PasskeySignInAsync(credential);
            if (!answer.Succeeded) return Results.StatusCode(StatusCodes.Status422UnprocessableEntity);
        }
        catch (Exception unread) when (unread is System.Text.Json.JsonException or InvalidOperationException or PasskeyException)
        {
            return Results.StatusCode(StatusCodes.Status422UnprocessableEntity);
        }

        await http.ForgetParticipantAsync();
        return Results.NoContent();
    }

    private static async Task<IResult> NewOptionsAsync(HttpContext http, SignInManager<Account> signIn)
    {
        if (await signIn.UserManager.GetUserAsync(http.User) is not { } account) return Results.NotFound();
        return TypedResults.Content(await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity
        {
            Id = account.Id,
            Name = account.Email ?? "",
            DisplayName = account.Email ?? "",
        }), "application/json");
    }

    private static async Task<IResult> AddAsync(HttpContext http, SignInManager<Account> signIn)
    {
        var accounts = signIn.UserManager;
        if (await accounts.GetUserAsync(http.User) is not { } account) return Results.NotFound();
        if ((await accounts.GetPasskeysAsync(account)).Count >= MostPerAccount) return Results.StatusCode(StatusCodes.Status422UnprocessableEntity);
        try
        {
            var attested = await signIn.PerformPasskeyAttestationAsync(await BodyAsync(http));
            if (!attested.Succeeded) return Results.StatusCode(StatusCodes.Status422UnprocessableEntity);
            attested.Passkey.Name = $"Added {Shell.UkTime.Short(attested.Passkey.CreatedAt)}";
            var kept = await accounts.AddOrUpdatePasskeyAsync(account, attested.Passkey);
            return kept.Succeeded ? Results.NoContent() : Results.StatusCode(StatusCodes.Status422UnprocessableEntity);
        }
        catch (Exception unread) when (unread is System.Text.Json.JsonException or InvalidOperationException or PasskeyException)
        {
            return Results.StatusCode(StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static async Task<string> BodyAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        return await reader.ReadToEndAsync(http.RequestAborted);
    }
}
