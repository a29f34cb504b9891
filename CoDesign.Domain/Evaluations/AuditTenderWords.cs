using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;

namespace CoDesign.Domain.Evaluations;

/// <content>How the tender came to be as it was published.</content>
internal sealed partial class AuditWords
{
    private (string, string)? OfTender(IEvent happened) => happened switch
    {
        CriterionAdded e => ($"added “{e.Criterion.Title}” to the award criteria, with {Number(e.Criterion.Weight)}% among its siblings", e.Criterion.Question),
        CriterionChanged e => ($"changed “{e.Criterion.Title}” in the award criteria", e.Criterion.Question),
        CriterionReweighed e => ($"let “{Title(e.Criterion)}” count {Number(e.Weight)}% among its siblings", ""),
        CriterionMoved e => ($"moved “{Title(e.Criterion)}” in the award criteria", ""),
        CriterionRemoved => ("removed one of the award criteria", ""),
        ScaleSet e => ($"wrote the scale “{e.Scale.Name}”", ""),
        ScaleRemoved e => ($"removed the scale “{e.Name}”", ""),
        LikelyBiddersSet e => ($"expected {e.Bidders} to bid", ""),
        ListingDescribed => ("said how the tender is listed", ""),
        LotRemoved => ("removed a lot", ""),
        LotMoved => ("moved a lot", ""),
        LotRulesSet => ("set how many lots one may bid for and win", ""),
        AsksDescribed => ("said what is asked besides answers and price", ""),
        AskKept e => ("kept something that is asked against a warning", e.Reason),
        MilestonesSet => ("set dates of the timetable", ""),
        ChangesDropped => ("dropped what was prepared for the next version", ""),
        EnquiriesExplained e => ("said why questions stayed without an answer", e.Reason),
        EarlyNoticePublished e => ($"published an early notice as {e.Reference}", ""),
        EarlyNoticeWithdrawn e => ("took the early notice back", e.Reason),
        EngagementInvited => ("invited those who may bid to a workshop", ""),
        EngagementClosed => ("closed an invitation to a workshop", ""),
        _ => null,
    };
}
