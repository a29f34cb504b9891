using CoDesign.Domain.Kernel;
using Microsoft.AspNetCore.Identity;

namespace CoDesign.App.Identity;

/// <summary>One of the people of the sample project.</summary>
/// <param name="Persona">The name of their part, as in addresses.</param>
/// <param name="Name">What they are called.</param>
/// <param name="Part">Who they are, in a few words.</param>
/// <param name="HasAccount">Whether they sign in; the others joined by code.</param>
public sealed record SamplePerson(string Persona, string Name, string Part, bool HasAccount = true)
{
    private static readonly Guid _root = new("5a3b1e00-0000-4000-8000-00000000c0de");

    /// <summary>The same in every installation.</summary>
    public ParticipantId Id { get; } = new(Derived.Guid(_root, Persona));

    /// <summary>An address that leads nowhere.</summary>
    public string Email => $"{Persona}@codesign.example";
}

/// <summary>Everybody of the sample project.</summary>
public static class SamplePeople
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<SamplePerson> All { get; } =
    [
        new("commissioner", "Tom Ashdown", "Commissioner at the county council"),
        new("facilitator", "Grace Oyelaran", "Facilitator of the workshops"),
        new("service-user", "Amina Hassan", "Cares for her father, who lives with dementia", HasAccount: false),
        new("provider", "Ruth Penfold", "Manager of Harbour Lights, a small charity"),
        new("provider-2", "Daniel Okafor", "Bids for Downland Care, a regional company"),
        new("evaluator-1", "Helen Marsh", "Evaluator for the officers"),
        new("evaluator-2", "Priya Nair", "Evaluator for the officers"),
        new("evaluator-3", "Len Barker", "Evaluator for the service users", HasAccount: false),
        new("moderator", "Sian Rees", "Moderator of the panel"),
        new("member", "Cllr Joan Whitfield", "Elected councillor"),
        new("administrator", "Sam Doyle", "Looks after this installation"),
    ];

    /// <summary>The person with that part; null where there is none.</summary>
    public static SamplePerson? Find(string persona) => All.FirstOrDefault(person => person.Persona == persona);

    /// <summary>Maps signing in as one of them by one click. Only ever called in Development.</summary>
    public static void MapSampleSignIn(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/dev/sign-in/{persona}", async (string persona, string? @return, HttpContext http, SignInManager<Account> signIn, SamplePeopleAtStart sample) =>
        {
            if (Find(persona) is not { } person) return Results.NotFound();
            await sample.There.WaitAsync(http.RequestAborted);
            if (!person.HasAccount)
            {
                await http.SignOutOfAccountAsync();
                await http.RememberAsync(person.Id);
            }
            else if (await signIn.UserManager.FindByEmailAsync(person.Email) is { } account)
            {
                await signIn.SignInAsync(account, isPersistent: true);
                await http.ForgetParticipantAsync();
            }
            else return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);

            var looking = http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
            return looking ? Signing.SeeOther(Signing.Local(@return, "/projects")) : Results.NoContent();
        }).ExcludeFromDescription();
}

/// <summary>Opens the sample people's accounts, those that are missing, while the first pages are already served.</summary>
public sealed class SamplePeopleAtStart(IServiceProvider services) : BackgroundService
{
    private readonly TaskCompletionSource _there = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends once all of them are there.</summary>
    public Task There => _there.Task;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var scope = services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<Accounts>();
        var people = scope.ServiceProvider.GetRequiredService<People>();
        var known = (await accounts.AllAsync(stoppingToken)).Select(person => person.Email).ToHashSet();
        foreach (var person in SamplePeople.All.Where(person => !known.Contains(person.Email)))
        {
            if (person.HasAccount) await accounts.OpenAsync(person.Email, person.Name, person.Id, person.Persona == "administrator");
            else if (people.NameOf(person.Id) != person.Name) await people.IntroduceAsync(person.Id, person.Name, stoppingToken);
        }

        _there.SetResult();
    }
}
