using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using CoDesign.App.Storage;
using CoDesign.Tests.Journeys;
using Microsoft.Extensions.DependencyInjection;

namespace CoDesign.Tests.Bids;

/// <summary>Files, receipts and teams of bids as people without scripts have them, and as nobody else does.</summary>
public sealed class EvidencePageTests(JourneyHost host) : IClassFixture<JourneyHost>
{
    private const string Secret = "Lookouts kept 4,317 people safe.";

    private static readonly byte[] _report = Encoding.UTF8.GetBytes($"%PDF-1.7\n{Secret}\n{new string('x', 100_000)}");

    [Fact]
    public async Task A_file_goes_in_by_a_form_comes_back_as_it_was_and_stands_in_the_receipt()
    {
        var (tender, bid, hannah) = await BiddingAsync();

        using var put = await hannah.UploadAsync(bid, Form(tender), ("Report.pdf", new ByteArrayContent(_report)));
        Assert.Equal(HttpStatusCode.SeeOther, put.StatusCode);

        var link = (await hannah.ReadAsync(bid)).QuerySelector(".evidence a")!;
        Assert.Equal("Report.pdf", link.TextContent);
        using var file = await hannah.GetAsync(link.GetAttribute("href")!);
        Assert.Equal(_report, await file.Content.ReadAsByteArrayAsync(Here));
        Assert.Equal(("application/pdf", "attachment", "nosniff"), (file.Content.Headers.ContentType?.MediaType, file.Content.Headers.ContentDisposition?.DispositionType,
            file.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.True(file.Headers.CacheControl?.NoStore);

        using var submitted = await hannah.SubmitAsync(bid, "submit-bid");
        Assert.Equal(HttpStatusCode.SeeOther, submitted.StatusCode);
        var receipt = (await hannah.ReadAsync($"{bid}/receipts/1")).QuerySelector("main")!.TextContent;
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(_report)), receipt, StringComparison.Ordinal);
        Assert.Contains("This is what counts", receipt, StringComparison.Ordinal);
        using var content = await hannah.GetAsync($"{bid}/receipts/1/content.txt");
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(await content.Content.ReadAsByteArrayAsync(Here))), receipt, StringComparison.Ordinal);

        using var again = await hannah.SubmitAsync(bid, "submit-bid");
        Assert.Contains("submitted again later", (await hannah.ReadAsync($"{bid}/receipts/1")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Receipt 1", (await hannah.ReadAsync(bid)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(404, (int)(await hannah.GetAsync($"{bid}/receipts/3")).StatusCode);
        hannah.Dispose();
    }

    [Theory]
    [InlineData("report.pdf", "<html>no PDF")]
    [InlineData("report.docx", "PK\u0003\u0004 no package")]
    [InlineData("report.exe", "%PDF-1.7")]
    [InlineData("photo.jpg", "%PDF-1.7")]
    [InlineData("table.csv", "a;b\0c")]
    [InlineData("report", "%PDF-1.7")]
    public async Task What_isnt_what_its_name_says_is_refused_and_nothing_is_kept(string name, string content)
    {
        var (tender, bid, hannah) = await BiddingAsync();
        var before = Kept();

        using var answer = await hannah.UploadAsync(bid, Form(tender), (name, new StringContent(content, Encoding.Latin1)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("what its name says", (await hannah.ReadAsync(answer)).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, Kept());
        hannah.Dispose();
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_with_the_limit()
    {
        var (tender, bid, hannah) = await BiddingAsync();

        using var answer = await hannah.UploadAsync(bid, Form(tender), ("big.pdf", new ByteArrayContent([.. "%PDF-"u8, .. new byte[10_000_000]])));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("at most 10 MB", (await hannah.ReadAsync(answer)).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        hannah.Dispose();
    }

    [Fact]
    public async Task An_upload_that_was_begun_in_time_and_ends_late_is_late_and_leaves_nothing()
    {
        var (tender, bid, hannah) = await BiddingAsync();
        using (await hannah.UploadAsync(bid, Form(tender), ("first.pdf", new ByteArrayContent(_report)))) { }
        using (await hannah.SubmitAsync(bid, "submit-bid")) { }
        var before = Kept();

        using var answer = await hannah.UploadAsync(bid, Form(tender), ("second.pdf", new Spanning(_report, tender.PassDeadline)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("The deadline has passed", (await hannah.ReadAsync(answer)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, Kept());
        Assert.Equal(["first.pdf"], (await hannah.ReadAsync(bid)).QuerySelectorAll(".evidence a").Select(link => link.TextContent));
        Assert.Equal(404, (int)(await hannah.GetAsync($"{bid}/receipts/2")).StatusCode);
        hannah.Dispose();
    }

    [Fact]
    public async Task A_file_taken_away_is_erased_from_the_folder()
    {
        var (tender, bid, hannah) = await BiddingAsync();
        var before = Kept();
        using (await hannah.UploadAsync(bid, Form(tender), ("Report.pdf", new ByteArrayContent(_report)))) { }
        Assert.Equal(before + 1, Kept());

        var remove = (await hannah.ReadAsync(bid)).QuerySelector(".evidence form[id^=remove]")!.Id!;
        using (await hannah.SubmitAsync(bid, remove, [])) { }

        await Patience.UntilAsync(() => Kept() == before);
        hannah.Dispose();
    }

    [Fact]
    public async Task A_files_address_answers_each_role_as_one_that_isnt_there()
    {
        var (tender, bid, hannah) = await BiddingAsync();
        using (await hannah.UploadAsync(bid, Form(tender), ("Report.pdf", new ByteArrayContent(_report)))) { }
        using (await hannah.SubmitAsync(bid, "submit-bid")) { }
        var mine = (await hannah.ReadAsync(bid)).QuerySelector(".evidence a")!.GetAttribute("href")!;
        var panels = $"{tender.Panel}/evidence/{bid["/bids/".Length..]}/{mine[(mine.LastIndexOf('/') + 1)..]}";
        string[] others = ["provider-2", "commissioner", "facilitator", "evaluator-1", "evaluator-3", "moderator", "member", "administrator", "service-user"];

        foreach (var persona in others) await FindsNothingAsync(persona, mine, panels, $"{bid}/receipts/1", $"{bid}/receipts/1/content.txt");
        Assert.Equal(404, (int)(await hannah.GetAsync(panels)).StatusCode);
        Assert.Equal(404, (int)(await hannah.GetAsync($"{bid}/evidence/{Guid.NewGuid():n}")).StatusCode);
        hannah.Dispose();

        tender.PassDeadline();
        await tender.OpenAsync();
        foreach (var persona in others.Where(persona => persona != "moderator")) await FindsNothingAsync(persona, mine, panels);
        await tender.DeclareAsync("evaluator-1");
        foreach (var persona in new[] { "moderator", "evaluator-1" })
        {
            using var panelist = await host.SignedInAsync(persona);
            using var file = await panelist.GetAsync(panels);
            Assert.Equal(_report, await file.Content.ReadAsByteArrayAsync(Here));
            Assert.Equal("attachment", file.Content.Headers.ContentDisposition?.DispositionType);
            Assert.DoesNotContain("Report", file.Content.Headers.ContentDisposition?.ToString(), StringComparison.Ordinal);
            Assert.Equal(404, (int)(await panelist.GetAsync(mine)).StatusCode);
        }
    }

    [Fact]
    public async Task A_program_sends_a_file_under_the_same_rules()
    {
        var (tender, bid, hannah) = await BiddingAsync();
        using var ruth = await host.SignedInAsync("provider-2");

        async Task<HttpResponseMessage> SendAsync(Visitor who, string question)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api{bid}/evidence") { Headers = { { "Idempotency-Key", "one" } } };
            request.Content = new MultipartFormDataContent { { new StringContent(question), "question" }, { new ByteArrayContent(_report), "file", "report.pdf" } };
            return await who.SendAsync(request);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(ruth, tender.QuestionId)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(hannah, Guid.NewGuid().ToString("n"))).StatusCode);
        var first = await SendAsync(hannah, tender.QuestionId);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(Here), await (await SendAsync(hannah, tender.QuestionId)).Content.ReadAsStringAsync(Here));
        Assert.Single((await hannah.ReadAsync(bid)).QuerySelectorAll(".evidence a"));
        Assert.Equal(404, (int)(await hannah.PostJsonAsync($"/api{bid}/commands/add-evidence", new { })).StatusCode);
        hannah.Dispose();
    }

    private async Task FindsNothingAsync(string persona, params string[] addresses)
    {
        using var visitor = await host.SignedInAsync(persona);
        foreach (var address in addresses)
        {
            using var answer = await visitor.GetAsync(address);
            using var nowhere = await visitor.GetAsync($"/bids/{Guid.NewGuid():n}/evidence/{Guid.NewGuid():n}");
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{persona} got {answer.StatusCode} for {address}");
            Assert.Equal(nowhere.StatusCode, answer.StatusCode);
            Assert.Equal((await visitor.ReadAsync(nowhere)).QuerySelector("main")!.TextContent.Split("eference")[0],
                (await visitor.ReadAsync(answer)).QuerySelector("main")!.TextContent.Split("eference")[0]);
        }
    }

    private async Task<(TenderOnSite Tender, string Bid, Visitor Hannah)> BiddingAsync()
    {
        var tender = await TenderOnSite.PublishedAsync(host, asksEvidence: true);
        return (tender, await tender.BidAsync("provider", submitted: false), await host.SignedInAsync("provider"));
    }

    private static string Form(TenderOnSite tender) => $"add-evidence-{tender.QuestionId}";

    private int Kept() => Directory.Exists(Folder) ? Directory.GetFiles(Folder).Length : 0;

    private string Folder => host.Services.GetRequiredService<DataFolder>().File("evidence");

    private static CancellationToken Here => TestContext.Current.CancellationToken;

    /// <summary>A file of which something happens before the last byte is sent.</summary>
    private sealed class Spanning : HttpContent
    {
        private readonly byte[] _content;
        private readonly Action _meanwhile;

        public Spanning(byte[] content, Action meanwhile)
        {
            (_content, _meanwhile) = (content, meanwhile);
            Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(_content.AsMemory(0, _content.Length / 2));
            await stream.FlushAsync();
            _meanwhile();
            await stream.WriteAsync(_content.AsMemory(_content.Length / 2));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _content.Length;
            return true;
        }
    }
}
