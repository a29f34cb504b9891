using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using static CoDesign.Domain.Tenders.TenderRefusals;

namespace CoDesign.Domain.Tenders;

/// <summary>Something that is asked of bidders besides answers and price, or of whoever wins.</summary>
public enum AskKind
{
    /// <summary>Insurance cover.</summary>
    Insurance,

    /// <summary>That the insurance is there before the award.</summary>
    InsuredBefore,

    /// <summary>Years of accounts.</summary>
    Accounts,

    /// <summary>That accounts are audited.</summary>
    AuditedAccounts,

    /// <summary>A yearly turnover.</summary>
    Turnover,

    /// <summary>A bond or guarantee.</summary>
    Bond,

    /// <summary>Payment that hangs on results.</summary>
    AtRisk,

    /// <summary>References.</summary>
    References,

    /// <summary>Certificates.</summary>
    Certificates,

    /// <summary>A selection of bidders before their answers are read.</summary>
    Selection,

    /// <summary>Papers from everybody who bids.</summary>
    Papers,

    /// <summary>The contract's length, in which whoever wins must earn back what it costs to begin.</summary>
    Length,

    /// <summary>The time between the decision and the beginning.</summary>
    Start,
}

/// <summary>What is asked of bidders besides answers and price.</summary>
/// <param name="Insurance">Cover for one event in pounds; 0 for none beyond what the law asks.</param>
/// <param name="InsuredBefore">Whether the insurance must be there before the award.</param>
/// <param name="YearsOfAccounts">From 0 to 10.</param>
/// <param name="AuditedAccounts">Whether accounts must be audited.</param>
/// <param name="Turnover">The least yearly turnover in pounds; 0 for none.</param>
/// <param name="Bond">A bond or guarantee, in percent of the contract's value; 0 for none.</param>
/// <param name="AtRisk">How much of the payment hangs on results, in percent; 0 for nothing.</param>
/// <param name="References">From 0 to 20.</param>
/// <param name="Certificates">What each is called; at most 20.</param>
/// <param name="SelectsFirst">Whether bidders are selected by who they are before their answers are read.</param>
/// <param name="PapersFromAll">Whether everybody who bids sends papers, and not only who wins.</param>
/// <param name="StaffTransfer">Whether people who do the work today may come along with it.</param>
public sealed record Asks(
    decimal Insurance, bool InsuredBefore, int YearsOfAccounts, bool AuditedAccounts, decimal Turnover, decimal Bond, decimal AtRisk,
    int References, ImmutableArray<string> Certificates, bool SelectsFirst, bool PapersFromAll, bool StaffTransfer)
{
    /// <summary>Nothing.</summary>
    public static Asks None { get; } = new(0, false, 0, false, 0, 0, 0, 0, [], false, false, false);

    /// <summary>Whether something of a kind is asked as in another tender or version.</summary>
    public bool IsSame(AskKind kind, Asks other) => kind switch
    {
        AskKind.Insurance => Insurance == other.Insurance,
        AskKind.InsuredBefore => InsuredBefore == other.InsuredBefore,
        AskKind.Accounts => YearsOfAccounts == other.YearsOfAccounts,
        AskKind.AuditedAccounts => AuditedAccounts == other.AuditedAccounts,
        AskKind.Turnover => Turnover == other.Turnover,
        AskKind.Bond => Bond == other.Bond,
        AskKind.AtRisk => AtRisk == other.AtRisk,
        AskKind.References => References == other.References,
        AskKind.Certificates => Certificates.SequenceEqual(other.Certificates),
        AskKind.Selection => SelectsFirst == other.SelectsFirst,
        AskKind.Papers => PapersFromAll == other.PapersFromAll,
        _ => StaffTransfer == other.StaffTransfer,
    };
}

/// <summary>Something asked of what a tender asks.</summary>
public interface IAskCommand : ITenderCommand;

/// <summary>Something that happened to what a tender asks.</summary>
public interface IAskEvent : IEvent;

/// <summary>Says what is asked of bidders besides answers and price; numbers that are left out ask nothing.</summary>
/// <param name="Insurance">Cover for one event in pounds, from 0 to 100,000,000.</param>
/// <param name="InsuredBefore">Whether the insurance must be there before the award.</param>
/// <param name="YearsOfAccounts">From 0 to 10.</param>
/// <param name="AuditedAccounts">Whether accounts must be audited.</param>
/// <param name="Turnover">The least yearly turnover in pounds, from 0 to 10,000,000,000.</param>
/// <param name="Bond">A bond or guarantee in percent of the value, from 0 to 100.</param>
/// <param name="AtRisk">How much of the payment hangs on results in percent, from 0 to 100.</param>
/// <param name="References">From 0 to 20.</param>
/// <param name="Certificates">At most 20 names of 1 to 120 characters.</param>
/// <param name="SelectsFirst">Whether bidders are selected before their answers are read.</param>
/// <param name="PapersFromAll">Whether everybody who bids sends papers.</param>
/// <param name="StaffTransfer">Whether people who do the work today may come along.</param>
public sealed record DescribeAsks(
    decimal? Insurance, bool InsuredBefore, int? YearsOfAccounts, bool AuditedAccounts, decimal? Turnover, decimal? Bond, decimal? AtRisk,
    int? References, ImmutableArray<string> Certificates, bool SelectsFirst, bool PapersFromAll, bool StaffTransfer) : IAskCommand;

/// <summary>Says why something is asked although it is out of proportion; everybody reads it.</summary>
/// <param name="Ask">What.</param>
/// <param name="Reason">In plain words, at most 1,000 characters; taken back where left empty.</param>
public sealed record KeepAsk(AskKind Ask, string? Reason) : IAskCommand;

/// <summary>It was said what is asked.</summary>
[EventName("asks.described.v1")]
public sealed record AsksDescribed(Asks Asks) : IAskEvent;

/// <summary>It was said why something is asked; no reason takes one back. Its words are a public record and stay.</summary>
[EventName("ask.kept.v1")]
public sealed record AskKept(AskKind Ask, string Reason) : IAskEvent;

/// <content>What is asked besides answers and price.</content>
public sealed partial record Tender
{
    /// <summary>What is asked.</summary>
    public Asks Asks { get; init; } = Asks.None;

    /// <summary>Why something is asked although it is out of proportion.</summary>
    public ImmutableDictionary<AskKind, string> AskReasons { get; init; } = ImmutableDictionary<AskKind, string>.Empty;

    /// <summary>A reason was for what was asked then: it goes with it.</summary>
    private Tender AfterAsks(IAskEvent happened) => happened switch
    {
        AsksDescribed e => this with { Asks = e.Asks, AskReasons = AskReasons.RemoveRange(AskReasons.Keys.Where(kind => !e.Asks.IsSame(kind, Asks))) },
        AskKept { Reason.Length: 0 } e => this with { AskReasons = AskReasons.Remove(e.Ask) },
        AskKept e => this with { AskReasons = AskReasons.SetItem(e.Ask, e.Reason) },
        _ => throw new InvalidOperationException($"A tender knows no event {happened.GetType().Name}."),
    };
}

/// <content>What is asked besides answers and price.</content>
public sealed partial class TenderDecider
{
    private static Decision DecideAsks(Tender state, IAskCommand command) => command switch
    {
        DescribeAsks c => Describe(state, c),
        KeepAsk c => Keep(state, c),
        _ => throw new InvalidOperationException($"A tender knows no command {command.GetType().Name}."),
    };

    private static Decision Describe(Tender state, DescribeAsks c)
    {
        if (c.Insurance is < 0 or > 100_000_000) return InsuranceRange;
        if (c.YearsOfAccounts is < 0 or > 10) return AccountsRange;
        if (c.Turnover is < 0 or > 10_000_000_000m) return TurnoverRange;
        if (c.Bond is < 0 or > 100) return PercentRange("bond");
        if (c.AtRisk is < 0 or > 100) return PercentRange("atRisk");
        if (c.References is < 0 or > 20) return ReferencesRange;
        var certificates = ImmutableArray.CreateBuilder<string>();
        foreach (var typed in c.Certificates.IsDefault ? [] : c.Certificates)
        {
            if (Written.Words(typed, "certificates", "what the certificate is called", 120, out var name) is { } bad) return bad;
            if (!certificates.Contains(name)) certificates.Add(name);
        }

        if (certificates.Count > 20) return TooManyCertificates;
        var asks = new Asks(c.Insurance ?? 0, c.InsuredBefore, c.YearsOfAccounts ?? 0, c.AuditedAccounts, c.Turnover ?? 0, c.Bond ?? 0, c.AtRisk ?? 0,
            c.References ?? 0, certificates.ToImmutable(), c.SelectsFirst, c.PapersFromAll, c.StaffTransfer);
        return asks with { Certificates = state.Asks.Certificates } == state.Asks && asks.Certificates.SequenceEqual(state.Asks.Certificates)
            ? Decision.Accept() : Decision.Accept(new AsksDescribed(asks));
    }

    private static Decision Keep(Tender state, KeepAsk c)
    {
        if (Written.Choice(c.Ask, "ask", "what is asked") is { } unknown) return unknown;
        if (Written.OptionalWords(c.Reason, "reason", "why, in plain words", 1_000, out var reason) is { } bad) return bad;
        if (reason == state.AskReasons.GetValueOrDefault(c.Ask, "")) return Decision.Accept();
        if (reason.Length == 0) return Decision.Accept(new AskKept(c.Ask, ""));
        return AskWarnings.Of(state).FirstOrDefault(warning => warning.Ask == c.Ask) switch
        {
            null => AskInProportion,
            { IsLaw: true } forbidden => AskForbidden(forbidden),
            _ => Decision.Accept(new AskKept(c.Ask, reason)),
        };
    }
}
