using System.Security.Claims;
using CoDesign.App.Live;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CoDesign.App.Identity;

/// <summary>Puts into an account's cookie who they are in the domain.</summary>
public sealed class AccountClaims(UserManager<Account> accounts, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Account>(accounts, options)
{
    /// <inheritdoc />
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaims(Of(user));
        return identity;
    }

    /// <summary>What is said of an account, by cookie and by token alike.</summary>
    public static IEnumerable<Claim> Of(Account account)
    {
        yield return new Claim(Caller.Claim, account.Participant);
        yield return new Claim(PersonClaims.Account, PersonClaims.Yes);
        if (account.IsAdministrator) yield return new Claim(PersonClaims.Administrator, PersonClaims.Yes);
    }
}
