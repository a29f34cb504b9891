using CoDesign.Domain.Kernel;
using Microsoft.AspNetCore.Identity;

namespace CoDesign.App.Identity;

/// <summary>Somebody who signs in. What they are called is kept with everybody's names, see <see cref="People"/>.</summary>
public sealed class Account : IdentityUser
{
    /// <summary>Who they are in the domain, as 32 hexadecimal digits.</summary>
    public required string Participant { get; init; }

    /// <summary>Whether they look after this installation. No role in any project follows from it.</summary>
    public bool IsAdministrator { get; set; }

    /// <summary>Whether an administrator suspended them: a lock without an end, which wrong passwords never set.</summary>
    public bool IsSuspended => LockoutEnd == Suspended;

    /// <summary>The end of the lock of who is suspended.</summary>
    public static DateTimeOffset Suspended => DateTimeOffset.MaxValue;

    /// <summary>Who they are in the domain.</summary>
    public ParticipantId ParticipantId => Domain.Kernel.Id.TryParse<ParticipantId>(Participant, out var id)
        ? id
        : throw new InvalidOperationException("An account names nobody.");

    /// <summary>A fresh account under an email address.</summary>
    public static Account For(string email, ParticipantId participant, bool isAdministrator = false) => new()
    {
        UserName = email,
        Email = email,
        EmailConfirmed = true,
        Participant = participant.Text(),
        IsAdministrator = isAdministrator,
    };
}
