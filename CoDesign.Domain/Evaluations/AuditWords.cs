using System.Globalization;
using System.Reflection;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;

namespace CoDesign.Domain.Evaluations;

/// <summary>
/// What happened in an evaluation, in words that follow a name. What isn't listed here is told without what it holds, or by its name
/// alone: a new event is private until somebody has thought about it.
/// </summary>
/// <param name="panel">The panel as it is.</param>
/// <param name="tender">Its tender as it is.</param>
internal sealed partial class AuditWords(Panel panel, Tender tender)
{
    /// <summary>Stands in the words for the person whom something was done about; the domain knows no names.</summary>
    public const string Whom = "{whom}";

    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>An event told by its name alone: "scale set".</summary>
    private static string NameOf(IEvent happened)
    {
        var name = happened.GetType().GetCustomAttribute<EventNameAttribute>()?.Name ?? "";
        return $"{string.Join(' ', name.Split('.')[..^1]).Replace('-', ' ')}";
    }

    /// <summary>The person whom something was done about; null for most things.</summary>
    public static ParticipantId? WhomOf(IEvent happened) => happened switch
    {
        EvaluatorAppointed e => e.Person,
        EvaluatorReleased e => e.Person,
        ModeratorAppointed e => e.Person,
        ScoringAssigned e => e.Person,
        EvaluatorReminded e => e.Person,
        AbsenceNoted e => e.Person,
        AbsenceTakenBack e => e.Person,
        _ => null,
    };

    /// <summary>What happened and the words that were given with it; null for what is told by its name alone.</summary>
    public (string What, string Why)? Of(IEvent happened) => happened switch
    {
        TenderCreated e => ($"began the tender “{e.Title}”", ""),
        TenderDescribed e => ($"described what is wanted, for {Money(e.Value)} and {e.Months} months", e.Summary),
        LotAdded e => ($"added the lot “{e.Lot.Title}”", e.Lot.Description),
        LotChanged e => ($"changed the lot “{e.Lot.Title}”", e.Lot.Description),
        DeadlineSet e => ($"set the deadline to {When(e.Deadline)}", ""),
        PanelGroupSet e => ($"let the group “{e.Group.Name}” count {Number(e.Group.Weight)}%", ""),
        PanelGroupRemoved e => ($"removed the group “{e.Name}”", ""),
        PriceRuleChosen e => ("chose how the price is scored", e.Rule.InWords()),
        SettlementChosen e => ("chose what counts for an answer", e.Settlement.InWords()),
        NamesChosen e => ("chose whether the panel is told who bids", BidderNames.InWords(e.Shown)),
        TenderPublished e => ($"published the tender as {e.Reference}, with the hash {e.Hash}", ""),
        TenderAmended e => ("amended the tender", e.Reason),
        TenderWithdrawn e => ("took the tender back", e.Reason),
        EnquiryAsked => ("asked a question in private", ""),
        EnquiryWithdrawn => ("took their question back", ""),
        EnquiryAnswered e => ($"answered a question to everybody: “{e.Shown}”", e.Answer),
        BidStarted e => ($"began the bid of {e.Organisation}", ""),
        BidSubmitted e => ($"submitted the bid that was opened, for {Money(e.Price)}, with the hash {e.Hash}", ""),
        BidWithdrawn => ("took the bid back", ""),
        BidConfirmed e => ($"said that the bid stands for version {e.Version} of the tender", ""),
        VersionTakenUp e => ($"took up version {e.Version} of the tender", ""),
        BidOpened => ("opened the bid", ""),
        _ => OfTender(happened) ?? OfPanel(happened),
    };

    private (string, string)? OfPanel(IEvent happened) => happened switch
    {
        PanelConvened => ("convened the panel", ""),
        EvaluatorAppointed e => ($"appointed {Whom} to score for “{e.Group}”", ""),
        EvaluatorReleased e => ($"let {Whom} go", ""),
        ModeratorAppointed e => ($"appointed {Whom} to chair", ""),
        OpeningApproved => ("said that the bids are to be opened", ""),
        OpeningCompleted => ("was the second to say so, so the bids were opened", ""),
        BidsReceived e => ($"handed the panel {e.Bids.Length} {(e.Bids.Length == 1 ? "bid" : "bids")}", ""),
        InterestsDeclared e => (e.Conflict ? $"declared an interest in {Label(e.Bid)}, and left it" : $"declared no interest in {Label(e.Bid)}", e.Note),
        AnswerScored e => ($"gave {Label(e.Bid)}’s answer to “{Title(e.Question)}” {e.Points} of {TopOf(e.Question)}", e.Reason),
        ScoresLocked => ("locked their scores", ""),
        ModerationOpened e => (e.OneByOne ? "opened the moderation room" : "put the scores on the table", ""),
        IModerationEvent e => OfModeration(e),
        IRoundEvent e => OfRound(e),
        IAwardEvent e => OfAward(e),
        ScoringAssigned e => (e.Part.IsAll ? $"let {Whom} score all that their group does" : $"gave {Whom} a part of what their group scores", ""),
        EvaluatorReminded => ($"reminded {Whom}", ""),
        HelpAnswered { ToAll: true } e => ($"answered a request for help to everybody: “{e.Shown}”", e.Answer),
        AwardMade e => ($"awarded {Lot(e.Lot)} to {Label(e.Bid)}", ""),
        LotEnded e => ($"ended {Lot(e.Lot)} without an award", e.Reason),
        _ => null,
    };

    private string Lot(LotId? lot) => tender.IsDivided && tender.Lots.Find(one => one.Id == lot) is { } found ? $"“{found.Title}”" : "the contract";

    private string Label(BidId bid) => panel.Bids?.Find(one => one.Bid == bid)?.Label ?? "a bid";

    private string Title(CriterionId question) => tender.Criteria.Find(one => one.Id == question)?.Title ?? "a question that is gone";

    private string TopOf(CriterionId question) => tender.Criteria.Find(one => one.Id == question) is { } found ? Number(found.Scale.Top) : "?";

    private static string Money(decimal pounds) => pounds.ToString(pounds == decimal.Truncate(pounds) ? "£#,0" : "£#,0.00", Culture);

    private static string Number(decimal number) => number.ToString("0.##", Culture);

    private static string When(DateTimeOffset at) => $"{at.UtcDateTime.ToString("d MMMM yyyy, HH:mm:ss", Culture)} UTC";
}
