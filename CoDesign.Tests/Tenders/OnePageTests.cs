using System.Net;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using CoDesign.Domain.Text;
using CoDesign.Tests.Journeys;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Tenders;

/// <summary>Below the limit of low value, a tender is one form for who buys, one page to read and one page to answer.</summary>
public sealed class OnePageTests(JourneyHost host) : IClassFixture<JourneyHost>
{
    private static readonly WriteOnePage _benches = new("Twelve benches along the sea front.", 18_000, ContractKind.GoodsAndServices, new DateOnly(2027, 3, 1), 3,
        SafeAtSea.Deadline, ["Which benches, and why these?", "How do people who can’t stand for long help to choose where they go?", "How will you look after them?"], 60);

    [Fact]
    public void One_act_makes_a_tender_that_can_be_published()
    {
        var tender = SafeAtSea.Begun();

        tender.By(Tom, _benches);
        tender.By(Tom, new PublishTender());

        Assert.Equal([34m, 33m, 33m], tender.Tender.Questions.Select(question => question.Weight));
        Assert.Equal([("Quality", 60m), ("Price", 40m)], tender.Tender.Criteria.Where(one => one.Parent is null).Select(one => (one.Title, one.Weight)));
        Assert.Equal(("Panel", 100m), tender.Tender.Groups.Select(group => (group.Name, group.Weight)).Single());
    }

    [Fact]
    public void What_is_published_is_one_page_with_what_bidders_vouch_for()
    {
        var tender = SafeAtSea.Begun();
        tender.By(Tom, _benches);

        var page = Assert.Single(TenderDocument.Compose(TenderDecider.SourceOf(tender.Tender, tender.County.Get<Project>(tender.Project.Stream), tender.County.Find<TextDocument>)));

        Assert.All(["Twelve benches along the sea front.", "£18,000", "Which benches, and why these?", "Quality counts 60%", "We pay our taxes", "We ask for nothing besides"],
            words => Assert.Contains(words, page.Markdown, StringComparison.Ordinal));
        Assert.InRange(page.Markdown.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, 100, 450);
    }

    [Fact]
    public void Written_again_questions_that_stay_are_the_same_and_weights_total_100()
    {
        var tender = SafeAtSea.Begun();
        tender.By(Tom, _benches);
        var kept = tender.Tender.Questions.Last().Id;

        tender.By(Tom, _benches with { Questions = ["Who builds them?", "How will you look after them?"], Quality = 70 });

        Assert.Equal(kept, tender.Tender.Questions.Single(question => question.Question == "How will you look after them?").Id);
        Assert.Equal([50m, 50m], tender.Tender.Questions.Select(question => question.Weight));
        Assert.Equal(100, tender.Tender.Criteria.Where(one => one.Parent is null).Sum(one => one.Weight));
    }

    public static TheoryData<WriteOnePage, string, string?> Refused => new()
    {
        { _benches with { Value = 30_000 }, "one-page.value", "value" },
        { _benches with { Value = 0 }, "value.range", "value" },
        { _benches with { Summary = " " }, "summary.empty", "summary" },
        { _benches with { Deadline = null }, "deadline.empty", "deadline" },
        { _benches with { Questions = [] }, "one-page.questions", "questions" },
        { _benches with { Questions = [.. Enumerable.Range(1, 6).Select(number => $"Question {number}?")] }, "one-page.questions", "questions" },
        { _benches with { Questions = [new string('x', 501)] }, "questions.too-long", "questions" },
        { _benches with { Quality = 0 }, "quality.range", "quality" },
        { _benches with { Quality = 100 }, "quality.range", "quality" },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void What_cannot_be_is_refused_beside_its_field(WriteOnePage page, string code, string? field)
    {
        var tender = SafeAtSea.Begun();

        var refusal = tender.County.Ask(Tom, tender.Id.Stream, page).Refusal!;

        Assert.Equal((code, field), (refusal.Code, refusal.Field));
    }

    [Fact]
    public void Criteria_in_groups_of_their_own_are_not_written_over()
    {
        var tender = SafeAtSea.Begun();
        tender.By(Tom, new AddCriteriaGroup("Social value", 20, true));

        Assert.Equal("one-page.criteria", tender.Refusal(Tom, _benches));
    }

    [Fact]
    public async Task An_officer_writes_and_publishes_it_on_one_page_without_scripts_and_a_bidder_reads_and_vouches_on_one()
    {
        using var tom = await host.SignedInAsync("commissioner");
        var made = await tom.SubmitAsync("/projects/new", "create-project", ("name", "Benches"), ("diamond", "sustainableCommunities"), ("purpose", "People can sit down."));
        var address = $"{made.Headers.Location}/tender/one-page";
        Assert.Equal(address, (await tom.SubmitAsync(address, "create-tender", ("title", "Benches"))).Headers.Location!.ToString());
        (string, string)[] page =
        [
            ("summary", _benches.Summary!), ("kind", "goodsAndServices"), ("value", "18,000"), ("months", "3"),
            ("deadline", host.Time.GetUtcNow().AddDays(20).ToString("yyyy-MM-dd'T'12:00", System.Globalization.CultureInfo.InvariantCulture)),
            ("questions", "Which benches, and why these?\nHow will you look after them?"), ("quality", "60"),
        ];

        Assert.Equal(HttpStatusCode.SeeOther, (await tom.SubmitAsync(address, "write-one-page", page)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await tom.SubmitAsync(address, "publish-tender")).StatusCode);
        var opportunity = (await tom.ReadAsync(address)).QuerySelector(".receipt a")!.GetAttribute("href")!;

        using var ruth = await host.SignedInAsync("provider");
        var document = (await ruth.ReadAsync(opportunity)).QuerySelector("article.document")!.TextContent;
        Assert.Contains("What you vouch for", document, StringComparison.Ordinal);
        Assert.DoesNotContain(PackTemplate.TitleOf(PackDocument.Staff), document, StringComparison.Ordinal);
        var bid = (await ruth.SubmitAsync(opportunity, "start-bid", ("organisation", "Harbour Lights"))).Headers.Location!.ToString();
        var answering = await ruth.ReadAsync(bid);
        Assert.Equal(2, answering.QuerySelectorAll(".answer").Length);
        Assert.Contains("We pay our taxes", answering.QuerySelector("section[aria-labelledby=vouching-title]")!.TextContent, StringComparison.Ordinal);
    }
}
