using System.Collections.Immutable;
using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Providers;

/// <summary>What an insurance covers.</summary>
public enum InsuranceKind
{
    /// <summary>Harm to those who work for the organisation.</summary>
    EmployersLiability,

    /// <summary>Harm to others and their things.</summary>
    PublicLiability,

    /// <summary>Harm done by wrong advice or work.</summary>
    ProfessionalIndemnity,

    /// <summary>Lost or stolen data.</summary>
    Cyber,

    /// <summary>Vehicles.</summary>
    Motor,
}

/// <summary>An insurance that an organisation has.</summary>
/// <param name="Kind">What it covers; there is one of each kind.</param>
/// <param name="Cover">Pounds for one claim.</param>
/// <param name="Ends">The last day on which it covers.</param>
public sealed record Insurance(InsuranceKind Kind, decimal Cover, DateOnly Ends)
{
    /// <summary>For how many days before its end it is time to renew it.</summary>
    public const int WarningDays = 42;

    /// <summary>
    /// The least that covers those who work for an organisation, in pounds: Employers' Liability (Compulsory Insurance)
    /// Regulations 1998, regulation 3.
    /// </summary>
    public const decimal LeastForEmployers = 5_000_000;

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded(DateOnly today) => today > Ends;

    /// <summary>Whether it ends soon.</summary>
    public bool EndsSoon(DateOnly today) => !HasEnded(today) && today.AddDays(WarningDays) >= Ends;
}

/// <summary>What there is of an organisation's accounts.</summary>
/// <param name="Years">For how many years there are accounts, 0 to 3.</param>
/// <param name="Instead">What a small or new organisation can show instead; empty where it need not.</param>
public sealed record Accounts(int Years, string Instead);

/// <summary>What a policy is about.</summary>
public enum PolicyKind
{
    /// <summary>Keeping children and adults safe from harm.</summary>
    Safeguarding,

    /// <summary>Treating everybody fairly.</summary>
    Equality,

    /// <summary>Looking after what is known about people.</summary>
    DataProtection,

    /// <summary>Keeping people from accidents at work.</summary>
    HealthAndSafety,

    /// <summary>What happens when somebody complains.</summary>
    Complaints,

    /// <summary>How somebody can say that something is wrong.</summary>
    Whistleblowing,

    /// <summary>Caring for the environment.</summary>
    Environment,

    /// <summary>That nobody is made to work.</summary>
    ModernSlavery,
}

/// <summary>A policy that an organisation has.</summary>
/// <param name="Kind">What it is about; there is one of each kind.</param>
/// <param name="Name">What it is called.</param>
/// <param name="ReviewedOn">When it was looked at last.</param>
/// <param name="Link">Where it can be read, a web address; empty where nowhere.</param>
public sealed record Policy(PolicyKind Kind, string Name, DateOnly ReviewedOn, string Link)
{
    /// <summary>Whether nobody has looked at it for more than two years; a custom and no rule.</summary>
    public bool IsOld(DateOnly today) => ReviewedOn.AddYears(2) < today;
}

/// <summary>A mark that somebody else gave an organisation.</summary>
/// <param name="Name">What it is called; there is one of each name.</param>
/// <param name="Until">The last day on which it holds; null where it has no end.</param>
/// <param name="Link">Where it can be checked, a web address; empty where nowhere.</param>
public sealed record Accreditation(string Name, DateOnly? Until, string Link);

/// <summary>Somebody who belongs to an organisation.</summary>
public sealed record Member(ParticipantId Person, MemberRole Role);

/// <summary>A link that lets one colleague in.</summary>
/// <param name="Id">The invitation.</param>
/// <param name="Hash">The hash of its code.</param>
/// <param name="For">Whom it is for, in the words of who invited.</param>
/// <param name="At">When it was made.</param>
public sealed record Invitation(ColleagueInvitationId Id, string Hash, string For, DateTimeOffset At)
{
    /// <summary>Whether it lets nobody in any more.</summary>
    public bool HasEnded(DateTimeOffset now) => now > At + InvitationCode.Holds;
}

/// <summary>How to reach an organisation. For its members alone.</summary>
/// <param name="Person">A member whose address it is; null for an address of the organisation.</param>
/// <param name="Email">An e-mail address; empty for none.</param>
/// <param name="Phone">A number; empty for none.</param>
public sealed record ProviderContact(ParticipantId? Person, string Email, string Phone);

/// <summary>What an organisation says of one statement.</summary>
/// <param name="Statement">The statement's key.</param>
/// <param name="Holds">Whether it is true of the organisation.</param>
/// <param name="Words">Where it isn't: what happened, and what was done since.</param>
public sealed record StatementAnswer(string Statement, bool Holds, [property: Erasable] string Words);

/// <summary>What somebody said for an organisation about the reasons for which it could be left out.</summary>
/// <param name="Rules">The day from which the statements hold; see <see cref="SelfCertification.Rules"/>.</param>
/// <param name="Answers">One for each statement, in their order.</param>
/// <param name="By">Who said it.</param>
/// <param name="At">When, UTC.</param>
public sealed record Certified(DateOnly Rules, ImmutableArray<StatementAnswer> Answers, ParticipantId By, DateTimeOffset At)
{
    /// <summary>Whether it should be said again: the statements have changed, or it was more than a year ago.</summary>
    public bool IsOld(DateTimeOffset now) => Rules != SelfCertification.RuleOn(now).From || At.AddYears(1) < now;

    /// <inheritdoc />
    public bool Equals(Certified? other) => other is not null && Rules == other.Rules && By == other.By && At == other.At && Answers.AsSpan().SequenceEqual(other.Answers.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Rules, By, At, Answers.Length);
}
