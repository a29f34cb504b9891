using CoDesign.Domain.Kernel;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace CoDesign.App.Identity;

/// <summary>Somebody with an account, as others may choose them.</summary>
public sealed record KnownPerson(ParticipantId Id, string Name, string Email);

/// <summary>The accounts of this installation.</summary>
public sealed class Accounts(UserManager<Account> manager, IdentityDb db, People people)
{
    /// <summary>Everybody with an account, by name.</summary>
    public async Task<IReadOnlyList<KnownPerson>> AllAsync(CancellationToken cancellation = default)
    {
        var accounts = await db.Users.AsNoTracking().ToListAsync(cancellation);
        return [.. accounts.Select(account => new KnownPerson(account.ParticipantId, people.NameOf(account.ParticipantId), account.Email ?? ""))
            .OrderBy(person => person.Name, StringComparer.CurrentCultureIgnoreCase)];
    }

    /// <summary>Who has the account with an address; null where there is none.</summary>
    public async Task<ParticipantId?> FindAsync(string? email) => (await manager.FindByEmailAsync(email?.Trim() ?? ""))?.ParticipantId;

    /// <summary>Opens an account without a password.</summary>
    /// <exception cref="InvalidOperationException">The address isn't one, or has an account.</exception>
    public async Task<Account> OpenAsync(string email, string? name, ParticipantId participant, bool isAdministrator = false)
    {
        var account = Account.For(email, participant, isAdministrator);
        var made = await manager.CreateAsync(account);
        if (!made.Succeeded) throw new InvalidOperationException(string.Join(' ', made.Errors.Select(error => error.Description)));
        await people.IntroduceAsync(participant, name ?? email.Split('@')[0]);
        return account;
    }

    /// <summary>The address, within this site, at which an account's password can be set, once and within a day.</summary>
    public async Task<string> PasswordLinkAsync(Account account) => QueryHelpers.AddQueryString("/set-password", new Dictionary<string, string?>
    {
        ["email"] = account.Email,
        ["token"] = WebEncoders.Base64UrlEncode(System.Text.Encoding.UTF8.GetBytes(await manager.GeneratePasswordResetTokenAsync(account))),
    });

    /// <summary>Sets a password by the token of a link; says why not, or null.</summary>
    public async Task<Refusal?> SetPasswordAsync(string? email, string? token, string? password)
    {
        var account = await manager.FindByEmailAsync(email ?? "");
        if (account is null || !TryDecode(token, out var plain)) return LinkSpent;
        var set = await manager.ResetPasswordAsync(account, plain, password ?? "");
        if (set.Succeeded) return null;
        return set.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.InvalidToken)) ? LinkSpent : TooShort;
    }

    private static Refusal LinkSpent { get; } = new("password.link", "This link was used already or is too old. Ask for a new one.");
    private static Refusal TooShort { get; } = new("password.short", "Use at least 12 characters. Three or four words in a row are easy to remember.", "password");

    private static bool TryDecode(string? token, out string plain)
    {
        try
        {
            plain = System.Text.Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(token ?? ""));
            return true;
        }
        catch (FormatException)
        {
            plain = "";
            return false;
        }
    }
}
