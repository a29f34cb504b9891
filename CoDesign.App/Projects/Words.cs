using System.Globalization;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using CoDesign.Domain.Thread;

namespace CoDesign.App.Projects;

/// <summary>The domain's choices in plain words, in one place.</summary>
public static class Words
{
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>A kind of project.</summary>
    public static string Of(Diamond diamond) => diamond switch
    {
        Diamond.StrategicPolicy => "Strategy or policy",
        Diamond.ServiceRedesign => "Service re-design",
        _ => "Creating sustainable communities",
    };

    /// <summary>Whose words.</summary>
    public static string Of(SourceKind source) => source switch
    {
        SourceKind.ServiceUser => "Somebody who uses the service",
        SourceKind.Carer => "A carer",
        SourceKind.FrontlineStaff => "Frontline staff",
        SourceKind.Provider => "A provider",
        _ => "Figures or research",
    };

    /// <summary>What a trial showed.</summary>
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Works => "It works",
        Verdict.ChangeAndTryAgain => "Change it and try again",
        _ => "Stop",
    };

    /// <summary>What a trial showed, or that it is under way.</summary>
    public static string Of(Verdict? verdict) => verdict is { } shown ? Of(shown) : "Under way";

    /// <summary>What a trial showed, as classes of styles have it.</summary>
    public static string Key(Verdict? verdict) => verdict switch
    {
        Verdict.Works => "works",
        Verdict.ChangeAndTryAgain => "change",
        Verdict.Stop => "stop",
        _ => "open",
    };

    /// <summary>How much is heard of a kind of people.</summary>
    public static string Of(Voice voice) => voice.Heard ? voice.Insights?.ToString("N0", Culture) ?? "fewer than 5" : "none yet";

    /// <summary>What a clause does.</summary>
    public static string Of(ClauseKind kind) => kind switch
    {
        ClauseKind.Need => "States a need",
        ClauseKind.OutcomeRequired => "Requires an outcome",
        ClauseKind.RoomForOtherWays => "Leaves room for other ways",
        _ => "Constrains",
    };

    /// <summary>Whom a measure binds.</summary>
    public static string Of(Bound bound) => bound == Bound.Provider ? "For the provider" : "For the commissioner";

    /// <summary>Things on the thread, several of them.</summary>
    public static string Of(ThreadKind kind) => kind switch
    {
        ThreadKind.Insight => "Insights",
        ThreadKind.Theme => "Themes",
        ThreadKind.Idea => "Ideas",
        ThreadKind.Trial => "Trials",
        ThreadKind.Outcome => "Outcomes",
        ThreadKind.Measure => "Measures",
        ThreadKind.Clause => "Clauses",
        ThreadKind.Question => "Questions",
        ThreadKind.Commitment => "Commitments",
        _ => "Scores",
    };

    /// <summary>One thing on the thread.</summary>
    public static string One(ThreadKind kind) => kind.ToString();

    /// <summary>What is bought.</summary>
    public static string Of(ContractKind kind) => kind switch
    {
        ContractKind.LightTouch => "Social care, health and services like these",
        ContractKind.Works => "Building",
        _ => "Goods and other services",
    };

    /// <summary>Something that is asked of bidders.</summary>
    public static string Of(AskKind ask) => ask switch
    {
        AskKind.Insurance => "Insurance cover",
        AskKind.InsuredBefore => "Insurance before the award",
        AskKind.Accounts => "Years of accounts",
        AskKind.AuditedAccounts => "Audited accounts",
        AskKind.Turnover => "Turnover",
        AskKind.Bond => "Bond or guarantee",
        AskKind.AtRisk => "Payment that hangs on results",
        AskKind.References => "References",
        AskKind.Certificates => "Certificates",
        AskKind.Selection => "Selection before the bids",
        AskKind.Papers => "Papers from everybody",
        AskKind.Length => "Length of the contract",
        _ => "Time before it begins",
    };

    /// <summary>An instant, as on every page.</summary>
    public static string When(DateTimeOffset at) => TenderDocument.When(at);

    /// <summary>An instant to the second, in UK time.</summary>
    public static string ToTheSecond(DateTimeOffset at) => Shell.UkTime.ToTheSecond(at);

    /// <summary>Where opportunities are, as a heading of those that are there.</summary>
    public static string Of(Tenders.OpportunityStage stage) => stage switch
    {
        Tenders.OpportunityStage.Early => "Early notices",
        Tenders.OpportunityStage.Engagement => "Invitations to take part",
        Tenders.OpportunityStage.Closed => "Closed to bids",
        Tenders.OpportunityStage.Awarded => "Awarded contracts",
        Tenders.OpportunityStage.Subcontracts => "Subcontracts",
        _ => "Open opportunities",
    };

    /// <summary>Money.</summary>
    public static string Money(decimal pounds) => "£" + pounds.ToString(decimal.Truncate(pounds) == pounds ? "#,0" : "#,0.00", Culture);

    /// <summary>The size of a file: 12 kB, 1.5 MB.</summary>
    public static string Size(long bytes) => bytes < 1_000_000 ? $"{Math.Max(1, bytes / 1_000)} kB" : $"{(bytes / 1_000_000m).ToString("0.#", Culture)} MB";

    /// <summary>So many of something, with an s where there isn't one.</summary>
    public static string Count(int count, string one) => $"{count} {one}{(count == 1 ? "" : "s")}";

    /// <summary>The beginning of a long text, cut between words.</summary>
    public static string Short(string text, int most = 90)
    {
        var line = text.ReplaceLineEndings(" ");
        if (line.Length <= most) return line;
        var end = line.LastIndexOf(' ', most);
        return string.Concat(line.AsSpan(0, end > most / 2 ? end : most), "…");
    }
}
