using System.Text.Json;
using CoDesign.App.Storage;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Evaluations;

/// <summary>A panel that talks about its scores: Olu and Orla for officers, Sam for service users, Priya in the chair.</summary>
internal static class GivenModeration
{
    /// <summary>Everybody has locked: Hannah's bid got 4, 5 and 5, Bea's 2, 3 and 1.</summary>
    public static SafeAtSea Locked(ScoreSettlement settlement, params GroupQuorum[] quorums)
    {
        var tender = SafeAtSea.Ready();
        tender.By(Tom, new ChooseSettlement(settlement));
        tender.Publish();
        tender.OnPanel(Tom, new AppointModerator(Priya));
        foreach (var (who, group) in new[] { (Olu, "Officers"), (Orla, "Officers"), (Sam, "Service users") }) tender.OnPanel(Tom, new AppointEvaluator(who, group));
        if (quorums.Length > 0) tender.OnPanel(Priya, new SetQuorum([.. quorums]));
        tender.HandsIn(Hannah, "Harbour Lights", "Volunteers whom people know.", 80_000);
        tender.HandsIn(Bea, "Big Care", "A hotline.", 60_000);
        tender.Open();
        foreach (var (who, hannah, bea) in new[] { (Olu, 4, 2), (Orla, 5, 3), (Sam, 5, 1) })
        {
            tender.Scores(who, tender.BidOf(Hannah), hannah, $"{hannah} for the volunteers.");
            tender.Scores(who, tender.BidOf(Bea), bea, $"{bea} for the hotline.");
            tender.OnPanel(who, new LockScores());
        }

        return tender;
    }

    /// <summary>The room is open, and nothing in it is shown yet.</summary>
    public static SafeAtSea InRoom(ScoreSettlement settlement, params GroupQuorum[] quorums)
    {
        var tender = Locked(settlement, quorums);
        tender.OnPanel(Priya, new OpenModeration(OneByOne: true));
        return tender;
    }

    /// <summary>Priya turns to somebody's answer and shows its scores.</summary>
    public static void Shows(this SafeAtSea tender, ParticipantId bidder)
    {
        tender.OnPanel(Priya, new MoveModeration(tender.BidOf(bidder), tender.Question));
        tender.OnPanel(Priya, new RevealScores(tender.BidOf(bidder), tender.Question));
    }

    public static RecordConsensus Agreeing(this SafeAtSea tender, ParticipantId bidder, int? points, string? group = null, string? reason = "They know every rock.") =>
        new(tender.BidOf(bidder), tender.Question, group, points, reason);

    /// <summary>What somebody confirms is what they see.</summary>
    public static ConfirmOutcome Confirming(this SafeAtSea tender, ParticipantId bidder) =>
        new(tender.BidOf(bidder), tender.Question, tender.PanelState.Moderated.Find(one => one.Of.Bid == tender.BidOf(bidder))?.Round ?? 0);

    /// <summary>The whole panel agrees on an answer, and everybody confirms it.</summary>
    public static void Settles(this SafeAtSea tender, ParticipantId bidder, int points)
    {
        tender.Shows(bidder);
        tender.OnPanel(Priya, tender.Agreeing(bidder, points));
        foreach (var who in new[] { Olu, Orla, Sam }) tender.OnPanel(who, tender.Confirming(bidder));
    }

    public static ModerationView RoomFor(this SafeAtSea tender, ParticipantId reader) => tender.PanelFor(reader)!.Moderation!;

    /// <summary>All that the server would send to somebody.</summary>
    public static string Seen(this SafeAtSea tender, ParticipantId reader) => JsonSerializer.Serialize(tender.PanelFor(reader), DomainJson.Options);
}
