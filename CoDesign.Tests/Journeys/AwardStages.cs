using CoDesign.Domain.Bids;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Tenders;

namespace CoDesign.Tests.Journeys;

/// <summary>Panels brought from their scores to what comes after the award, with a look at each stage.</summary>
internal static class AwardStages
{
    /// <summary>Summaries half written and out of date, an award sent back and made, and what follows it.</summary>
    public static async Task AwardAsync(JourneyHost host, TenderOnSite tender, Func<TenderOnSite, Task> look)
    {
        var bids = tender.Bids;
        await WriteAsync(tender, bids[0]);
        await look(tender);
        var again = tender.PanelState.Moderated.First(one => one.Of.Bid == bids[0]).Of;
        await PanelStages.AgreeAsync(tender, again, 5);
        await PanelStages.ConfirmAsync(tender, again);
        await look(tender);
        foreach (var bid in bids) await WriteAsync(tender, bid);
        await look(tender);
        await tender.OfPanelAsync("moderator", new ProposeAward(bids[0]));
        await look(tender);
        await tender.OfPanelAsync("commissioner", new SendBackAward(null, "Say more of the nights."));
        await look(tender);
        await tender.OfPanelAsync("moderator", new ProposeAward(bids[0]));
        await tender.OfPanelAsync("commissioner", new ApproveAward(null, 8));
        await look(tender);
        await tender.OfPanelAsync("commissioner", new PickCommitment(bids[0], tender.Asked, "day and night"));
        await tender.OfPanelAsync("moderator", new OfferFeedback(host.Time.GetUtcNow().AddDays(3), "01632 960 001"));
        await tender.OfPanelAsync("moderator", new OfferFeedback(host.Time.GetUtcNow().AddDays(4), "The lookout"));
        await tender.OfPanelAsync("provider", new BookFeedback(tender.PanelState.Feedback[0].Id));
        await tender.OfPanelAsync("evaluator-3", new NoteLesson("Meet once in a café."));
        await look(tender);
        host.Time.Pass(TimeSpan.FromDays(30));
        var begins = DateOnly.FromDateTime(host.Time.GetUtcNow().UtcDateTime);
        await tender.OfPanelAsync("commissioner", new SignContract(null, begins, begins.AddYears(1), "Tom Reed", "Ana Silva"));
        await look(tender);
    }

    /// <summary>Three lots: one is tied, one goes to whoever is first, and nobody bids for the last. The means count.</summary>
    public static async Task DividedAsync(JourneyHost host, Func<TenderOnSite, Task> look)
    {
        var tender = await TenderOnSite.ReadyAsync(host);
        var lots = new List<LotId>();
        foreach (var title in new[] { "Harbour", "Cliffs", "Islands" }) lots.Add(new LotId(await tender.OfTenderAsync(new AddLot(title, $"All of the {title}.", 30_000, null))));
        await tender.PublishAsync();
        foreach (var (persona, cliffs) in new[] { ("provider", 25_000), ("provider-2", 28_000) })
        {
            var bid = await tender.BidAsync(persona, submitted: false);
            await tender.OfBidAsync(persona, bid, new PriceLots([new(lots[0], true, 20_000), new(lots[1], true, cliffs), new(lots[2], false, null)]));
            await tender.OfBidAsync(persona, bid, new SubmitBid());
        }

        tender.PassDeadline();
        await tender.OpenAsync();
        foreach (var persona in PanelStages.Evaluators)
        {
            await tender.DeclareAsync(persona);
            await tender.ScoreAsync(persona);
            if (persona == "evaluator-1") await look(tender);
            await tender.OfPanelAsync(persona, new LockScores());
        }

        await tender.OfPanelAsync("moderator", new OpenModeration(OneByOne: true));
        await look(tender);
        await tender.OfPanelAsync("moderator", new RevealAllScores());
        await look(tender);
        foreach (var bid in tender.Bids) await WriteAsync(tender, bid);
        await look(tender);
        await tender.OfPanelAsync("moderator", new ProposeAward(tender.Bids[1], lots[0], "Both are equal; the second begins sooner."));
        await look(tender);
        await tender.OfPanelAsync("commissioner", new ApproveAward(lots[0], 8));
        await look(tender);
        await tender.OfPanelAsync("moderator", new EndLot(lots[2], "Nobody bid for it."));
        await tender.OfPanelAsync("moderator", new ProposeAward(tender.PanelState.Bids!.MinBy(bid => bid.PriceOf(lots[1]))!.Bid, lots[1]));
        await tender.OfPanelAsync("commissioner", new ApproveAward(lots[1], 8));
        await look(tender);
    }

    /// <summary>One bid alone, on whose score each group agrees for itself; and a tender for which nobody bids.</summary>
    public static async Task ByGroupAsync(JourneyHost host, bool withBid, Func<TenderOnSite, Task> look)
    {
        var tender = await TenderOnSite.PublishedAsync(host, settlement: ScoreSettlement.GroupConsensus);
        if (withBid) await tender.BidAsync("provider", submitted: true);
        tender.PassDeadline();
        await tender.OpenAsync();
        foreach (var persona in PanelStages.Evaluators)
        {
            await tender.DeclareAsync(persona);
            await tender.ScoreAsync(persona);
            if (!withBid) await look(tender);
            await tender.OfPanelAsync(persona, new LockScores());
        }

        await tender.OfPanelAsync("moderator", new OpenModeration(OneByOne: true));
        await look(tender);
        foreach (var answer in tender.Bids.Select(bid => new AnswerOf(bid, tender.Asked)))
        {
            await tender.OfPanelAsync("moderator", new MoveModeration(answer.Bid, answer.Question));
            await tender.OfPanelAsync("moderator", new RevealScores(answer.Bid, answer.Question));
            await look(tender);
            await PanelStages.AgreeAsync(tender, answer, 3, "Officers", "Service users");
            await look(tender);
        }

        if (withBid) return;
        await tender.OfPanelAsync("moderator", new EndLot(null, "Nobody bid."));
        await look(tender);
    }

    private static Task<Guid> WriteAsync(TenderOnSite tender, BidId bid) => tender.OfPanelAsync("moderator",
        new WriteSummary(bid, [.. tender.PanelState.Counted.Where(score => score.Bid == bid).Select(score => score.Question).Distinct().Select(question => new SummaryWords(question, "They are there, and they listen."))]));
}
