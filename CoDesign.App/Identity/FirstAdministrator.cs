using CoDesign.Domain.Kernel;

namespace CoDesign.App.Identity;

/// <summary>The command that makes the first administrator: <c>create-administrator --email me@example.org</c>.</summary>
public static class FirstAdministrator
{
    /// <summary>Makes one if the arguments ask for it; says whether they did.</summary>
    public static async Task<bool> CreateAdministratorAsync(this WebApplication app, string[] arguments)
    {
        if (arguments is not ["create-administrator", ..]) return false;
        if (arguments is not [_, "--email", var email])
        {
            await Console.Error.WriteLineAsync("Say whose: create-administrator --email me@example.org");
            Environment.ExitCode = 2;
            return true;
        }

        await using var scope = app.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<Accounts>();
        try
        {
            var account = await accounts.OpenAsync(email, null, new ParticipantId(Guid.NewGuid()), isAdministrator: true);
            await Console.Out.WriteLineAsync("Start CoDesign and open this address on it to set the password. It works once, for a day:");
            await Console.Out.WriteLineAsync(await accounts.PasswordLinkAsync(account));
        }
        catch (InvalidOperationException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            Environment.ExitCode = 1;
        }

        return true;
    }
}
