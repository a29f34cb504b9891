using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CoDesign.App.Identity;

/// <summary>Keys with which programs act for people.</summary>
public sealed class ApiTokens(IdentityDb db, TimeProvider time)
{
    private const string Prefix = "codesign";
    private const int MostPerAccount = 20;

    /// <summary>The tokens of an account that still work.</summary>
    public async Task<IReadOnlyList<ApiToken>> OfAsync(string accountId)
    {
        var now = time.GetUtcNow().UtcTicks;
        return await db.ApiTokens.AsNoTracking().Where(t => t.AccountId == accountId && t.EndsAt > now).OrderBy(t => t.EndsAt).ToListAsync();
    }

    /// <summary>Makes a token and says it, once; null where the account has as many as it may.</summary>
    public async Task<string?> MakeAsync(string accountId, string name, bool mayAct, int days)
    {
        if ((await OfAsync(accountId)).Count >= MostPerAccount) return null;
        var secret = RandomNumberGenerator.GetHexString(48, lowercase: true);
        var token = new ApiToken
        {
            Id = Guid.NewGuid().ToString("n"),
            AccountId = accountId,
            Name = name,
            MayAct = mayAct,
            EndsAt = time.GetUtcNow().AddDays(Math.Clamp(days, 1, 366)).UtcTicks,
            Hash = SHA256.HashData(Encoding.ASCII.GetBytes(secret)),
        };
        db.ApiTokens.Add(token);
        await db.SaveChangesAsync();
        return $"{Prefix}_{token.Id}_{secret}";
    }

    /// <summary>Ends a token of an account.</summary>
    public Task EndAsync(string accountId, string id) => db.ApiTokens.Where(t => t.AccountId == accountId && t.Id == id).ExecuteDeleteAsync();

    /// <summary>The account and token that a key belongs to; null for one that isn't known or has ended, and while the account is suspended.</summary>
    public async Task<(Account Account, ApiToken Token)?> FindAsync(string key)
    {
        if (key.Split('_') is not [Prefix, var id, var secret]) return null;
        var token = await db.ApiTokens.AsNoTracking().FirstOrDefaultAsync(t => t.Id == id);
        if (token is null || token.EndsAt <= time.GetUtcNow().UtcTicks) return null;
        if (!CryptographicOperations.FixedTimeEquals(token.Hash, SHA256.HashData(Encoding.UTF8.GetBytes(secret)))) return null;
        return await db.Users.AsNoTracking().FirstOrDefaultAsync(a => a.Id == token.AccountId) is { IsSuspended: false } account ? (account, token) : null;
    }
}

/// <summary>Knows a program by its bearer token. A token that may only look can't act.</summary>
public sealed class ApiTokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, ApiTokens tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    /// <inheritdoc />
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var key = Request.Headers.Authorization.ToString()["Bearer ".Length..].Trim();
        if (await tokens.FindAsync(key) is not var (account, token)) return AuthenticateResult.Fail("The token isn't known or has ended.");
        if (!token.MayAct && !HttpMethods.IsGet(Request.Method)) return AuthenticateResult.Fail("The token may only look.");
        var identity = new ClaimsIdentity(AccountClaims.Of(account), Scheme.Name);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, account.Id));
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }
}
