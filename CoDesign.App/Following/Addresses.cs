using CoDesign.App.Identity;
using CoDesign.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace CoDesign.App.Following;

/// <summary>Where people are written to, for what is written in the same transaction as what it tells of.</summary>
public sealed class Addresses(IServiceScopeFactory scopes)
{
    /// <summary>The address of who has an account that isn't suspended; null for others.</summary>
    public string? Of(ParticipantId person)
    {
        using var scope = scopes.CreateScope();
        var name = person.Text();
        var account = scope.ServiceProvider.GetRequiredService<IdentityDb>().Users.AsNoTracking().FirstOrDefault(one => one.Participant == name);
        return account is { Email: { } address, IsSuspended: false } ? address.ToLowerInvariant() : null;
    }
}
