using System.Net;
using System.Text.Json;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Tenders;

namespace CoDesign.Bench;

/// <summary>A tender on the server that is bid for, opened and scored, all through the API.</summary>
internal sealed class PanelOnSite
{
    private readonly Site _site;
    private readonly string _tender;
    private readonly DateTimeOffset _deadline;
    private readonly List<string> _questions = [];

    private PanelOnSite(Site site, string tender, string id, DateTimeOffset deadline) => (_site, _tender, Id, _deadline) = (site, tender, id, deadline);

    public string Id { get; }

    public CookieContainer Moderator { get; private set; } = null!;

    public List<CookieContainer> Members { get; } = [];

    /// <summary>Every answer, in the order in which the panel goes through them.</summary>
    public List<(string Bid, string Question)> Answers { get; private set; } = [];

    /// <summary>Words that stand in one score alone.</summary>
    public static string Reason(string bid, string question, int evaluator) => $"Because of {bid}-{question}-{evaluator}.";

    /// <summary>Publishes a tender in which the panel keeps the means, with everybody of the panel appointed.</summary>
    public static async Task<PanelOnSite> BeginAsync(Server server, Site site, string[] groups, int questions, int evaluators, DateTimeOffset deadline)
    {
        var clause = (await site.DoAsync("add-clause", new { title = "Meals", kind = "need", from = Array.Empty<string>() })).GetProperty("id").GetString()!;
        await site.DoAsync("texts", clause, "replace-text", new { version = 0, shown = "", text = "Meals are warm." });
        var tender = (await site.MakeAsync("tenders", new { project = site.Project, title = "Warm meals" })).GetProperty("id").GetString()!;
        var view = JsonDocument.Parse(await site.ReadAsync($"/api/tenders/{tender}")).RootElement;
        var panel = new PanelOnSite(site, tender, view.GetProperty("panel").GetString()!, deadline);
        var quality = view.GetProperty("criteria")[0].GetProperty("id").GetString();
        Task<JsonElement> TenderAsync(string command, object fields) => site.DoAsync("tenders", tender, command, fields);
        await TenderAsync("describe-tender", new { summary = "Meals that are warm.", value = 90_000, months = 12, kind = "lightTouch" });
        await TenderAsync("set-deadline", new { deadline });
        foreach (var group in groups) await TenderAsync("set-panel-group", new { name = group, weight = 50, isServiceUsers = group == groups[^1] });
        for (var i = 0; i < questions; i++)
        {
            panel._questions.Add((await TenderAsync("add-question", new
            {
                parent = quality,
                title = $"Question {i}",
                question = "How will they be warm?",
                wordLimit = 300,
                outcomes = Array.Empty<string>(),
                clauses = new[] { clause },
            })).GetProperty("id").GetString()!);
        }

        panel.Moderator = await panel.AppointAsync("The moderator", null);
        for (var i = 0; i < evaluators; i++) panel.Members.Add(await panel.AppointAsync($"Evaluator {i}", groups[i % groups.Length]));
        await site.DoAsync("explain-gap", new { thing = new { kind = "clause", id = Guid.Parse(clause) }, reason = "policy", words = "It was so before." });
        foreach (var question in panel._questions) await site.DoAsync("explain-gap", new { thing = new { kind = "question", id = Guid.Parse(question) }, reason = "policy", words = "It was so before." });
        await TenderAsync("publish-tender", new { });
        return panel;
    }

    /// <summary>So many bids are handed in, each with all its answers.</summary>
    public async Task BidAsync(int bids)
    {
        for (var i = 0; i < bids; i++)
        {
            using var client = _site.ClientOf(await _site.JoinAsync($"Bidder {i}"));
            var bid = (await Site.MakeAsync(client, "bids", new { tender = _tender, organisation = $"Organisation {i}" })).GetProperty("id").GetString()!;
            foreach (var question in _questions.Select(id => new CriterionId(Guid.Parse(id))))
                await Site.DoAsync(client, "texts", new BidId(Guid.Parse(bid)).Answer(question).Value.ToString("n"), "replace-text", new { version = 0, shown = "", text = "Warm, every day." });
            await Site.DoAsync(client, "bids", bid, "set-price", new { price = 80_000 + i });
            await Site.DoAsync(client, "bids", bid, "submit-bid", new { });
        }
    }

    /// <summary>Waits for the deadline, then two people open the bids.</summary>
    public async Task OpenAsync()
    {
        if (_deadline > DateTimeOffset.UtcNow) await Task.Delay(_deadline - DateTimeOffset.UtcNow + TimeSpan.FromSeconds(1));
        await DoAsync(Moderator, "approve-opening", new { });
        await DoAsync(Members[0], "approve-opening", new { });
        using var client = _site.ClientOf(Moderator);
        var view = JsonDocument.Parse(await client.GetStringAsync(new Uri($"/api/panels/{Id}", UriKind.Relative))).RootElement;
        Answers = [.. from bid in view.GetProperty("bids").EnumerateArray() from question in _questions select (bid.GetProperty("bid").GetString()!, question)];
    }

    /// <summary>Everybody declares, and scores all answers.</summary>
    public Task ScoreAsync() => Task.WhenAll(Members.Select(async (member, index) =>
    {
        foreach (var bid in Answers.Select(answer => answer.Bid).Distinct()) await DoAsync(member, "declare-interests", new { bid, conflict = false });
        foreach (var (bid, question) in Answers) await DoAsync(member, "score-answer", new { bid, question, points = index % 6, reason = Reason(bid, question, index) });
    }));

    /// <summary>Each evaluator locks their scores.</summary>
    public IEnumerable<Func<Task>> Locks() => Members.Select(member => (Func<Task>)(() => DoAsync(member, "lock-scores", new { })));

    public async Task DoAsync(CookieContainer who, string command, object fields)
    {
        using var client = _site.ClientOf(who);
        await Site.DoAsync(client, "panels", Id, command, fields);
    }

    private async Task<CookieContainer> AppointAsync(string name, string? group)
    {
        var (cookies, person) = await _site.JoinAsPersonAsync(name);
        await _site.DoAsync("panels", Id, group is null ? "appoint-moderator" : "appoint-evaluator", new { person, group });
        return cookies;
    }
}
