using System.Diagnostics;
using System.Text;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;

namespace CoDesign.Bench;

/// <summary>A panel of 20 with 30 bids and 40 questions: its result, its scores on the moderator's desk, and scores shown to 50 screens.</summary>
internal static class ModerationBench
{
    private const int Bids = 30;
    private const int Questions = 40;
    private const int Evaluators = 20;
    private const int Screens = 50;
    private const int Shown = 40;
    private const int Again = 50;
    private static readonly string[] _groups = ["Officers", "Service users"];
    private static readonly TimeSpan ToBid = TimeSpan.FromSeconds(90);

    public static async Task RunAsync()
    {
        Compute();
        await using var server = await Server.StartAsync();
        using var site = await Site.BeginAsync(server.Address);
        var panel = await PanelOnSite.BeginAsync(server, site, _groups, Questions, Evaluators, DateTimeOffset.UtcNow + ToBid);
        await panel.BidAsync(Bids);
        await panel.OpenAsync();
        await panel.ScoreAsync();
        await DeskAsync(server, panel);
        await RevealAsync(server, panel);
    }

    private static void Compute()
    {
        Criterion[] questions = [.. Enumerable.Range(0, Questions).Select(i => new Criterion(new CriterionId(Guid.NewGuid()), null, $"Question {i}", 2, CriterionKind.Question, "How?", 100, 1, []))];
        ReceivedBid[] bids = [.. Enumerable.Range(0, Bids).Select(i => new ReceivedBid(new BidId(Guid.NewGuid()), $"Bidder {i}", "", 80_000 + i, []) { Prices = [new LotPrice(default(TenderId).WholeLot, 80_000 + i)] })];
        Evaluator[] people = [.. Enumerable.Range(0, Evaluators).Select(i => new Evaluator(new ParticipantId(Guid.NewGuid()), _groups[i % 2]))];
        var tender = new Tender
        {
            Criteria = [.. questions, new Criterion(new CriterionId(Guid.NewGuid()), null, "Price", 20, CriterionKind.Price, "", 0, null, [])],
            Groups = [new(_groups[0], 60, false), new(_groups[1], 40, true)],
        };
        var panel = new Panel
        {
            Bids = [.. bids],
            Evaluators = [.. people],
            Locked = [.. people.Select(one => one.Person)],
            Declarations = [.. from one in people from bid in bids select new Declaration(one.Person, bid.Bid, false, "")],
            Scores = [.. from one in people from bid in bids from question in questions select new Score(one.Person, bid.Bid, question.Id, Random.Shared.Next(6), "Because.")],
        };
        var times = new Times();
        for (var i = 0; i < Again; i++) Result.Compute(tender, panel, tender.Lots[0].Id);
        for (var i = 0; i < Again; i++)
        {
            var began = Stopwatch.GetTimestamp();
            Result.Compute(tender, panel, tender.Lots[0].Id);
            times.Add(began);
        }

        Table.Head([$"{Bids} bids × {Questions} questions × {Evaluators} evaluators", .. Times.Heads]);
        Table.Row(["the result", .. times.Percentiles]);
    }

    /// <summary>From asking to lock somebody's scores, the last act of scoring, until the moderator's desk says so.</summary>
    private static async Task DeskAsync(Server server, PanelOnSite panel)
    {
        await using var desk = await Circuit.OpenAsync(new Uri(server.Address, $"/panels/{panel.Id}"), panel.Moderator);
        var (times, machine) = (new Times(), new Machine(server));
        foreach (var lockOne in panel.Locks())
        {
            var shown = desk.ShowsAsync("Locked"u8.ToArray());
            var began = Stopwatch.GetTimestamp();
            await lockOne();
            times.Add(Stopwatch.GetElapsedTime(began, await shown.WaitAsync(TimeSpan.FromSeconds(30))));
        }

        Table.Head(["on the moderator's desk, from asking for it", .. Times.Heads, .. Machine.Heads]);
        Table.Row([$"{times.Count} evaluators lock {Bids * Questions} scores each", .. times.Percentiles, .. machine.Cores(server)]);
    }

    /// <summary>From asking to show an answer's scores until the last of the screens has them.</summary>
    private static async Task RevealAsync(Server server, PanelOnSite panel)
    {
        await panel.DoAsync(panel.Moderator, "open-moderation", new { oneByOne = true });
        var page = new Uri(server.Address, $"/panels/{panel.Id}/moderation");
        var circuits = new List<Circuit>();
        for (var i = 0; i < Screens; i++) circuits.Add(await Circuit.OpenAsync(page, panel.Members[i % panel.Members.Count]));
        var (times, machine) = (new Times(), new Machine(server));
        foreach (var (bid, question) in panel.Answers.Take(Shown))
        {
            await panel.DoAsync(panel.Moderator, "move-moderation", new { bid, question });
            var words = Encoding.UTF8.GetBytes(PanelOnSite.Reason(bid, question, 0));
            var shown = Task.WhenAll(circuits.Select(circuit => circuit.ShowsAsync(words)));
            var began = Stopwatch.GetTimestamp();
            await panel.DoAsync(panel.Moderator, "reveal-scores", new { bid, question });
            times.Add(Stopwatch.GetElapsedTime(began, (await shown.WaitAsync(TimeSpan.FromSeconds(30))).Max()));
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }

        Table.Head([$"an answer's scores on {Screens} screens, from asking for it", .. Times.Heads, .. Machine.Heads]);
        Table.Row([$"{times.Count} answers", .. times.Percentiles, .. machine.Cores(server)]);
        foreach (var circuit in circuits) await circuit.DisposeAsync();
    }
}
