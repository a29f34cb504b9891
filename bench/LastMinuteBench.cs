using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Tenders;

namespace CoDesign.Bench;

/// <summary>
/// 200 providers who submit in the last minute, change their price and submit again, up to and past the deadline; then the server is
/// killed and started again, and every receipt that was given must be there and verify.
/// </summary>
internal static class LastMinuteBench
{
    private const int Providers = 200;
    private static readonly TimeSpan _preparing = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan _lastMinute = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _after = TimeSpan.FromSeconds(3);

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("codesign-bench-");
        try
        {
            await MeasureAsync(folder);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(DirectoryInfo folder)
    {
        var times = new Times();
        Provider[] providers;
        Uri address;
        string[] cores;
        await using (var server = await Server.StartAsync(folder))
        {
            address = server.Address;
            using var site = await Site.BeginAsync(server.Address);
            var deadline = DateTimeOffset.UtcNow + _preparing + _lastMinute;
            var (tender, question) = await PublishAsync(site, deadline);
            providers = await Task.WhenAll(Enumerable.Range(0, Providers).Select(i => Provider.BeginAsync(site, i, tender, question)));
            var left = deadline - _lastMinute - DateTimeOffset.UtcNow;
            if (left < TimeSpan.Zero) throw new InvalidOperationException("The bids weren't written in time; the machine is too busy.");
            await Task.Delay(left);
            var machine = new Machine(server);
            await Task.WhenAll(providers.Select((provider, i) => provider.HurryAsync(deadline, _lastMinute, _after, new Random(i), times)));
            cores = machine.Cores(server);
        }

        await using var again = await Server.StartAsync(folder, at: address);
        var checks = await Task.WhenAll(providers.Select(provider => provider.CheckAsync()));
        foreach (var provider in providers) provider.Dispose();
        Table.Head(["the last minute", "submissions", "accepted", "late", "no clear answer", "receipts lost or doubled", "receipts that don't verify", .. Times.Heads, .. Machine.Heads]);
        var (lost, wrong) = (checks.Sum(check => check.Lost), checks.Sum(check => check.Wrong));
        Table.Row([$"{Providers} providers", Table.Number(times.Count), Table.Number(providers.Sum(one => one.Accepted)), Table.Number(providers.Sum(one => one.Late)),
            Table.Number(providers.Sum(one => one.Unclear)), Table.Number(lost), Table.Number(wrong), .. times.Percentiles, .. cores]);
        if (lost + wrong + providers.Sum(one => one.Unclear) > 0) throw new InvalidOperationException("Not every submission has one clear answer and one receipt.");
    }

    private static async Task<(string Tender, string Question)> PublishAsync(Site site, DateTimeOffset deadline)
    {
        var clause = Made(await site.DoAsync("add-clause", new { title = "Meals", kind = "need", from = Array.Empty<string>() }));
        await site.DoAsync("texts", clause, "replace-text", new { version = 0, shown = "", text = "Meals are warm, and nobody eats alone." });
        var tender = Made(await site.MakeAsync("tenders", new { project = site.Project, title = "Warm meals" }));
        Task<JsonElement> DoAsync(string command, object fields) => site.DoAsync("tenders", tender, command, fields);
        await DoAsync("describe-tender", new { summary = "Warm meals for everybody.", value = 90_000, months = 12, kind = "lightTouch" });
        await DoAsync("set-panel-group", new { name = "All", weight = 100, isServiceUsers = true });
        using var draft = JsonDocument.Parse(await site.ReadAsync($"/api/tenders/{tender}"));
        var quality = draft.RootElement.GetProperty("criteria")[0].GetProperty("id").GetString();
        var question = Made(await DoAsync("add-question", new { parent = quality, title = "Warmth", weight = 100, question = "How do meals stay warm?", wordLimit = 300 }));
        foreach (var (kind, id) in new[] { ("clause", clause), ("question", question) })
            await site.DoAsync("explain-gap", new { thing = new { kind, id = Guid.ParseExact(id, "n") }, reason = "law", words = "The law asks for it." });
        await DoAsync("set-deadline", new { deadline });
        await DoAsync("publish-tender", new { });
        return (tender, question);
    }

    private static string Made(JsonElement answer) => answer.GetProperty("id").GetString()!;

    /// <summary>Somebody with a bid of their own.</summary>
    private sealed class Provider(HttpClient client, string bid) : IDisposable
    {
        public int Accepted { get; private set; }

        public int Late { get; private set; }

        public int Unclear { get; private set; }

        public static async Task<Provider> BeginAsync(Site site, int number, string tender, string question)
        {
            var client = site.ClientOf(await site.JoinAsync($"Provider {number}"));
            using var begun = await client.PostAsJsonAsync("/api/bids", new { tender, organisation = $"Kitchen {number}" });
            begun.EnsureSuccessStatusCode();
            var bid = Made(await begun.Content.ReadFromJsonAsync<JsonElement>());
            var answer = new BidId(Guid.ParseExact(bid, "n")).Answer(new CriterionId(Guid.ParseExact(question, "n"))).Value.ToString("n");
            await Site.DoAsync(client, "texts", answer, "replace-text", new { version = 0, shown = "", text = $"In boxes of wool. We are {number} cooks, and each drives home past her people." });
            await Site.DoAsync(client, "bids", bid, "set-price", new { price = 50_000 + number });
            return new Provider(client, bid);
        }

        /// <summary>Submits at some moment of the last minute, or just too late; most change their price and submit again.</summary>
        public async Task HurryAsync(DateTimeOffset deadline, TimeSpan before, TimeSpan after, Random random, Times times)
        {
            var moments = Enumerable.Range(0, 1 + random.Next(3)).Select(_ => deadline - before + (before + after) * Math.Sqrt(random.NextDouble())).Order().ToArray();
            foreach (var moment in moments)
            {
                if (moment - DateTimeOffset.UtcNow is { Ticks: > 0 } wait) await Task.Delay(wait);
                if (Accepted > 0)
                {
                    using var changed = await client.PostAsJsonAsync($"/api/bids/{bid}/commands/set-price", new { price = 40_000 + random.Next(10_000) });
                }

                var began = Stopwatch.GetTimestamp();
                using var answer = await client.PostAsJsonAsync($"/api/bids/{bid}/commands/submit-bid", new { });
                times.Add(began);
                if (answer.IsSuccessStatusCode) Accepted++;
                else if (answer.StatusCode == HttpStatusCode.UnprocessableEntity && (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString() == "bid.late") Late++;
                else Unclear++;
            }
        }

        /// <summary>How many receipts are missing or too many, and how many don't verify.</summary>
        public async Task<(int Lost, int Wrong)> CheckAsync()
        {
            var view = await client.GetFromJsonAsync<JsonElement>($"/api/bids/{bid}");
            var receipts = view.GetProperty("receipts").EnumerateArray().Select(receipt => receipt.GetProperty("submission").GetProperty("hash").GetString()).ToArray();
            var wrong = 0;
            for (var number = 1; number <= receipts.Length; number++)
            {
                var content = await client.GetByteArrayAsync(new Uri($"/bids/{bid}/receipts/{number}/content.txt", UriKind.Relative));
                if (Convert.ToHexStringLower(SHA256.HashData(content)) != receipts[number - 1]) wrong++;
            }

            return (Math.Abs(receipts.Length - Accepted), wrong);
        }

        public void Dispose() => client.Dispose();
    }
}
