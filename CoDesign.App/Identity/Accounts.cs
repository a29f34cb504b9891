using CoDesign.Domain.Kernel;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace CoDesign.App.Identity;

/// <summary>Somebody with an account, as others may choose them.</summary>
public sealed record KnownPerson(ParticipantId Id, string Name, string Email)
{
    /// <summary>Whether they look after this installation.</summary>
    public bool IsAdministrator { get; init; }

    /// <summary>Whether they are suspended.</summary>
    public bool IsSuspended { get; init; }
}

/// <summary>The accounts of this installation.</summary>
public sealed class Accounts(UserManager<Account> manager, IdentityDb db, People people, Suspensions suspensions)
{
    /// <summary>Everybody with an account, by name.</summary>
    public async Task<IReadOnlyList<KnownPerson>> AllAsync(CancellationToken cancellation = default)
    {
        var accounts = await db.Users.AsNoTracking().ToListAsync(cancellation);
        return [.. accounts.Select(account => new KnownPerson(account.ParticipantId, people.NameOf(account.ParticipantId), account.Email ?? "")
            {
                IsAdministrator = account.IsAdministrator,
                IsSuspended = account.IsSuspended,
            })
            .OrderBy(person => person.Name, StringComparer.CurrentCultureIgnoreCase)];
    }

    /// <summary>Who has the account with an address; null where there is none.</summary>
    public async Task<ParticipantId?> FindAsync(string? email) => (await manager.FindByEmailAsync(email?.Trim() ?? ""))?.ParticipantId;

    /// <summary>Where to write to somebody; null for who has no account, or is suspended.</summary>
    public async Task<string?> AddressOfAsync(ParticipantId person) => await OfAsync(person) is { IsSuspended: false } account ? account.Email : null;

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

    /// <summary>Cuts somebody off at once and for as long as nobody restores them: pages, live connections, tokens, sign-in. Nobody suspends themselves.</summary>
    public async Task<Refusal?> SuspendAsync(ParticipantId person, ParticipantId by)
    {
        if (person == by) return OwnAccount;
        if (await OfAsync(person) is not { } account) return Refusal.NotFound;
        await manager.SetLockoutEndDateAsync(account, Account.Suspended);
        // What was given out before is void for good: cookies after a restoration, and links that set a password.
        await manager.UpdateSecurityStampAsync(account);
        suspensions.Suspend(person);
        return null;
    }

    /// <summary>Lets somebody sign in again.</summary>
    public async Task<Refusal?> RestoreAsync(ParticipantId person)
    {
        if (await OfAsync(person) is not { } account) return Refusal.NotFound;
        if (account.IsSuspended) await manager.SetLockoutEndDateAsync(account, null);
        suspensions.Restore(person);
        return null;
    }

    /// <summary>Erases somebody for good: what they wrote in projects, what they are called, their address. They are suspended first.</summary>
    public async Task<Refusal?> EraseAsync(ParticipantId person, ParticipantId by)
    {
        if (await SuspendAsync(person, by) is { } refusal) return refusal;
        var account = (await OfAsync(person))!;
        await people.ForgetAddressAsync(account.Email);
        account.UserName = account.Email = $"{account.Participant}@erased.invalid";
        account.PasswordHash = null;
        await manager.UpdateAsync(account);
        await people.EraseAsync(person);
        return null;
    }

    /// <summary>Opens an account for somebody else, and says at which address they set their password; or why not.</summary>
    public async Task<(string? Link, Refusal? Refusal)> OpenForAsync(string? email, string? name, bool isAdministrator)
    {
        var address = email?.Trim() ?? "";
        if (!System.Net.Mail.MailAddress.TryCreate(address, out var read) || read.Address != address) return (null, NoAddress);
        if (string.IsNullOrWhiteSpace(name) || name.Trim().Length > People.LongestName) return (null, NoName);
        if (await manager.FindByEmailAsync(address) is not null) return (null, HasAccount);
        var account = await OpenAsync(address, name, new ParticipantId(Guid.NewGuid()), isAdministrator);
        return (await PasswordLinkAsync(account), null);
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

    private Task<Account?> OfAsync(ParticipantId person)
    {
        var participant = person.Text();
        return manager.Users.FirstOrDefaultAsync(account => account.Participant == participant);
    }

    private static Refusal OwnAccount { get; } = new("account.own", "You can’t suspend your own account. Ask another administrator.");
    private static Refusal NoAddress { get; } = new("email.empty", "Give an email address, for example name@example.org.", "email");
    private static Refusal NoName { get; } = new("name.empty", $"Say what they are called, in at most {People.LongestName} characters.", "name");
    private static Refusal HasAccount { get; } = new("email.taken", "There is an account with that email address already.", "email");
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
