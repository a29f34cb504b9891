using CoDesign.Domain.Bids;
using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Evaluations;

/// <content>What is told without anything that it holds: that it happened, and no more.</content>
internal sealed partial class AuditWords
{
    /// <summary>That something happened, where the rest of it stays private.</summary>
    public static string Privately(IEvent happened) => happened switch
    {
        PriceSet or LotsPriced => "set the price",
        ProfileChosen => "chose the profile that the bid uses",
        ProfileConfirmed => "confirmed what the profile says",
        PartnerAdded => "asked an organisation to bid with them",
        PartnerLinked => "made a link for a partner",
        PartnerChanged => "changed what a partner does",
        PartnerRemoved => "took a partner out",
        SharesSet => "said who does how much of the work",
        PartnerJoined => "came in as a partner",
        PartnerAgreed => "agreed to their part",
        PartnerLeft => "left the bid as a partner",
        EvidenceAdded => "put a file to an answer",
        EvidenceRemoved => "took a file away from an answer",
        PracticeFinished => "practised scoring",
        SupportRecorded => "said that somebody helps them",
        SupportEnded => "said that nobody helps them any more",
        HelpAsked => "asked for help",
        HelpAnswered => "answered a request for help",
        LessonNoted => "noted what to do better next time",
        LessonRemoved => "took a note for next time back",
        FeedbackOffered => "offered a time to meet a bidder",
        FeedbackWithdrawn => "took a time to meet back",
        FeedbackBooked => "booked a time to meet",
        FeedbackCancelled => "gave a time to meet back",
        _ => $"did this: {NameOf(happened)}",
    };
}
