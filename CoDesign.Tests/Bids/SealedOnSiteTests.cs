using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CoDesign.App.Storage;
using CoDesign.Domain.Bids;
using CoDesign.Tests.Journeys;
using Microsoft.Extensions.DependencyInjection;

namespace CoDesign.Tests.Bids;

/// <summary>
/// Before they are opened, nobody but a bid's team learns anything of it: all that everybody else can reach of the site, to the
/// letter, is the same with bids as without.
/// </summary>
public sealed partial class SealedOnSiteTests(SealedHost host) : IClassFixture<SealedHost>
{
    private static readonly string[] _everybody =
        ["", "commissioner", "facilitator", "service-user", "member", "administrator", "evaluator-1", "evaluator-3", "moderator", "provider-2"];

    /// <summary>Words, price and name as they are anywhere in the bid, its pages and its files.</summary>
    private static readonly string[] _secrets = ["Lookouts of provider", "day and night", "80,000", "80000"];

    [Fact]
    public async Task The_site_reads_the_same_to_everybody_else_with_bids_as_without()
    {
        var tender = await TenderOnSite.PublishedAsync(host);
        await tender.BidAsync("provider-2", submitted: false);
        await ReadAllAsync(tender);
        var before = await ReadAllAsync(tender);

        var bid = await tender.BidAsync("provider", submitted: true);
        await tender.OfBidAsync("provider", bid, new WithdrawBid());
        await tender.OfBidAsync("provider", bid, new SubmitBid());
        await tender.BidAsync("provider", submitted: false);
        ShouldBeSame(before, await ReadAllAsync(tender));

        Assert.True(before.Count > 150, $"Only {before.Count} pages were found to compare.");
        Assert.Contains(before.Keys, at => at.StartsWith("commissioner /projects/", StringComparison.Ordinal) && at.EndsWith("/tender/publish", StringComparison.Ordinal));
        Assert.Contains(before.Keys, at => at.StartsWith("moderator /panels/", StringComparison.Ordinal));
        Assert.Contains(before.Keys, at => at.StartsWith(" /opportunities.atom", StringComparison.Ordinal));
        ShouldNotBeIn(before.Values, _secrets[1..2]);
    }

    [Fact]
    public async Task After_the_deadline_a_tender_with_bids_looks_like_one_that_nobody_answered_until_they_are_opened()
    {
        var (with, without) = (await TenderOnSite.PublishedAsync(host), await TenderOnSite.PublishedAsync(host));
        await with.BidAsync("provider", submitted: true);
        with.PassDeadline();
        foreach (var persona in _everybody)
        {
            using var somebody = await VisitorAsync(persona);
            foreach (var (there, here) in Own(with).Zip(Own(without)))
                Assert.Equal(Nameless(await AnswerAsync(somebody, here)), Nameless(await AnswerAsync(somebody, there)));
        }

        foreach (var tender in new[] { with, without }) await tender.OfPanelAsync("moderator", new Domain.Evaluations.ApproveOpening());
        using var olu = await VisitorAsync("moderator");
        Assert.Equal(Nameless(await AnswerAsync(olu, without.Panel)), Nameless(await AnswerAsync(olu, with.Panel)));
    }

    [Fact]
    public async Task A_bids_addresses_answer_others_as_though_there_was_none()
    {
        var tender = await TenderOnSite.PublishedAsync(host);
        var bid = await tender.BidAsync("provider", submitted: true);
        var none = $"/bids/{Guid.NewGuid():n}";
        string[] parts = ["", "/receipt", "/events"];
        using (var ruth = await VisitorAsync("provider")) Assert.Contains("day and night", await AnswerAsync(ruth, bid), StringComparison.Ordinal);
        foreach (var persona in _everybody)
        {
            using var somebody = await VisitorAsync(persona);
            foreach (var part in parts)
            {
                Assert.Equal(Nameless(await AnswerAsync(somebody, none + part)), Nameless(await AnswerAsync(somebody, bid + part)));
                Assert.Equal(Nameless(await AnswerAsync(somebody, $"/api{none}{part}")), Nameless(await AnswerAsync(somebody, $"/api{bid}{part}")));
            }

            foreach (var command in new[] { "submit-bid", "withdraw-bid", "set-price" })
                Assert.Equal(await PostAsync(somebody, $"/api{none}/commands/{command}"), await PostAsync(somebody, $"/api{bid}/commands/{command}"));
        }
    }

    [Fact]
    public async Task Neither_logs_nor_files_tell_anything_of_a_bid()
    {
        var tender = await TenderOnSite.PublishedAsync(host);
        var bid = await tender.BidAsync("provider", submitted: true);
        using (var ruth = await VisitorAsync("provider")) await ruth.GetAsync(bid);
        using (var bea = await VisitorAsync("provider-2")) await bea.GetAsync(bid);
        tender.PassDeadline();
        using (var olu = await VisitorAsync("moderator")) await olu.GetAsync(tender.Panel);

        Assert.Contains(host.Log, line => line.Contains("opportunities", StringComparison.Ordinal) || line.Contains("CoDesign", StringComparison.Ordinal));
        ShouldNotBeIn(host.Log, _secrets);
        var folder = host.Services.GetRequiredService<DataFolder>().Path;
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) is not ".lock"))
            ShouldNotBeIn([System.Text.Encoding.Latin1.GetString(await ReadAsync(file)), Path.GetFileName(file)], [.. _secrets[..2], "bid/", bid["/bids/".Length..]]);
    }

    private static void ShouldBeSame(ImmutableSortedDictionary<string, string> before, ImmutableSortedDictionary<string, string> after)
    {
        Assert.Equal(before.Keys, after.Keys);
        foreach (var (at, was) in before)
        {
            var now = after[at];
            var differs = was.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
            Assert.True(was == now, $"{at} tells that somebody bids: it read “{Around(was, differs)}”, and reads “{Around(now, differs)}”.");
        }
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 60)..Math.Min(text.Length, at + 100)];

    private static void ShouldNotBeIn(IEnumerable<string> carried, string[] secrets)
    {
        foreach (var text in carried)
        {
            foreach (var secret in secrets)
            {
                var found = text.IndexOf(secret, StringComparison.OrdinalIgnoreCase);
                Assert.True(found < 0, found < 0 ? "" : $"“{secret}” stands in “{Around(text, found)}”.");
            }
        }
    }

    /// <summary>What every person finds who follows each link from the start and asks programs' addresses.</summary>
    private async Task<ImmutableSortedDictionary<string, string>> ReadAllAsync(TenderOnSite tender)
    {
        var read = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var persona in _everybody)
        {
            using var somebody = await VisitorAsync(persona);
            var (ahead, known) = (new Queue<string>(), new HashSet<string>(StringComparer.Ordinal));
            foreach (var start in (string[])["/", "/projects", "/opportunities?words=Lookouts+of+provider", "/opportunities?words=night", "/admin", .. Own(tender)]) Go(start);
            while (ahead.TryDequeue(out var address))
            {
                var body = await AnswerAsync(somebody, address);
                read[$"{persona} {address}"] = body;
                foreach (Match link in LinkIn().Matches(body)) Go(link.Groups[1].Value.Replace("&amp;", "&", StringComparison.Ordinal));
            }

            void Go(string address)
            {
                // Others' projects of the same host, cards of the deck and the outbox of the trial post tell of other things.
                if (address.Contains("/deck", StringComparison.Ordinal) || address.StartsWith("/dev/", StringComparison.Ordinal) || address.StartsWith("/bids/", StringComparison.Ordinal)) return;
                if (address.StartsWith("/projects/", StringComparison.Ordinal) && !address.Contains(tender.Project.ToString()!, StringComparison.Ordinal)) return;
                if (known.Add(address)) ahead.Enqueue(address);
            }
        }

        return read.ToImmutable();
    }

    /// <summary>The addresses that a tender has.</summary>
    private static string[] Own(TenderOnSite tender) =>
    [
        $"/projects/{tender.Project}", $"/projects/{tender.Project}/thread", $"/projects/{tender.Project}/tender", $"/projects/{tender.Project}/tender/publish",
        $"/projects/{tender.Project}/tender/enquiries", tender.Opportunity, tender.Panel, $"/api{tender.Panel}", $"/api{tender.Api}", $"/api/projects/{tender.Project}",
        $"/api/projects/{tender.Project}/thread", $"/api/projects/{tender.Project}/coverage", $"/api/ocds/releases/{tender.Opportunity["/opportunities/".Length..]}",
    ];

    private async Task<Visitor> VisitorAsync(string persona) => persona.Length == 0 ? host.NewVisitor() : await host.SignedInAsync(persona);

    /// <summary>Status, mark and words of an answer, without what is new in each: tokens, marks of forms, and what a circuit begins with.</summary>
    private static async Task<string> AnswerAsync(Visitor somebody, string address)
    {
        using var answer = await somebody.GetAsync(address);
        return $"{(int)answer.StatusCode} {answer.Headers.ETag} {Fresh().Replace(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), "")}";
    }

    private static async Task<string> PostAsync(Visitor somebody, string address)
    {
        using var answer = await somebody.PostJsonAsync(address, new { price = 1 });
        return $"{(int)answer.StatusCode} {Nameless(Fresh().Replace(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), ""))}";
    }

    private static async Task<byte[]> ReadAsync(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        await file.ReadExactlyAsync(bytes, TestContext.Current.CancellationToken);
        return bytes;
    }

    private static string Nameless(string text) => Name().Replace(text, "#");

    [GeneratedRegex("""<!--.*?-->|<input[^>]*type="hidden"[^>]*>|nonce="[^"]*"|"traceId":"[-0-9a-f]*.""", RegexOptions.Singleline)]
    private static partial Regex Fresh();

    [GeneratedRegex("(?:href=\"|<loc>(?:https?://[^/]+)?)(/[^\"#<]*)")]
    private static partial Regex LinkIn();

    [GeneratedRegex("""[0-9a-f]{64}|[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|CD-\d{4}-\w{6}""")]
    private static partial Regex Name();
}
