using System.Collections.Immutable;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using CoDesign.Domain.Text;
using Markdig;
using Markdig.Syntax;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Tenders;

public sealed class TenderDocumentTests
{
    public static TheoryData<string> Escapes =>
    [
        "# Notice\n\nThe price doesn't matter.",
        "Notice\n===\nThe price doesn't matter.",
        "Notice\n---\nThe price doesn't matter.",
        "```\nnever closed",
        "~~~~ text\n```\nnever closed",
        "<!-- never closed",
        "<script>",
        "  <pre>\nnever closed",
        "<![CDATA[ never closed",
        "   ## Timetable\r\nTomorrow.",
        "- a list\n\n  ```\n  never closed",
        "> ```\n> never closed",
        "- ```\n  closed\n  ```\n\nand\n\n  ```\n  never closed",
        "1. ~~~\n\n       ~~~\n~~~",
        "\\```\nnever closed",
    ];

    private static IEnumerable<string> Titles => Enum.GetValues<PackDocument>().Select(PackTemplate.TitleOf);

    [Theory]
    [MemberData(nameof(Escapes))]
    public void Whatever_a_clause_holds_the_document_keeps_its_headings(string words)
    {
        var tender = SafeAtSea.Ready();
        tender.County.Write(Tom, tender.Clause.Text, words);
        tender.Publish();

        Assert.Equal(Titles, HeadingsOf(tender.Tender.Publication!.Markdown));
    }

    [Theory]
    [MemberData(nameof(Escapes))]
    public void Whatever_a_field_holds_the_document_keeps_its_headings(string typed)
    {
        var tender = SafeAtSea.Ready();
        tender.By(Tom, new DescribeTender(typed, 90_000, null, 12));
        tender.County.Do(Tom, tender.Project.Stream, new RenameClause(tender.Clause, typed));
        tender.County.Do(Tom, tender.Project.Stream, new DescribeOutcome(typed, []));
        tender.By(Tom, new AddQuestion(tender.Quality, typed, 50, typed, 50, null, [], []));
        tender.By(Tom, new SetPanelGroup(typed, 1, false));
        tender.Publish();

        Assert.Equal(Titles, HeadingsOf(tender.Tender.Publication!.Markdown));
        Assert.DoesNotContain(Markdown.Parse(tender.Tender.Publication.Markdown).Descendants(), block => block is HtmlBlock or FencedCodeBlock);
    }

    [Fact]
    public void Formatting_in_a_clause_is_kept()
    {
        var tender = SafeAtSea.Ready();
        tender.County.Write(Tom, tender.Clause.Text, "### Who\n\n**Two** wardens, see <https://example.org>.\n\n- one\n- two");
        tender.Publish();

        Assert.Contains("###### Who\n\n**Two** wardens, see <https://example.org>.\n\n- one\n- two", tender.Tender.Publication!.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_of_one_clause_changes_that_section_alone()
    {
        var tender = SafeAtSea.Ready();
        var before = Compose(tender);

        tender.County.Write(Tom, tender.Clause.Text, "Somebody is there all night.");

        var changed = Compose(tender).Zip(before).Where(pair => pair.First != pair.Second).Select(pair => pair.First.Key);
        Assert.Equal(["specification"], changed);
    }

    [Fact]
    public void It_says_how_answers_and_prices_are_scored_and_who_scores()
    {
        var tender = SafeAtSea.Ready(passMark: 3);
        tender.By(Tom, new ChoosePriceFormula(PriceFormula.Benchmark, 75_000, true));

        var questions = Compose(tender).Single(section => section.Key == "questions").Markdown;

        Assert.Contains("**Feeling safe** (100%)", questions, StringComparison.Ordinal);
        Assert.Contains("less than 3 on average", questions, StringComparison.Ordinal);
        Assert.Contains("Service users: 40%", questions, StringComparison.Ordinal);
        Assert.Contains("A price of £75,000.00 gets all points", questions, StringComparison.Ordinal);
        Assert.Contains("A lower price gets no more than all points.", questions, StringComparison.Ordinal);
        Assert.Contains("leaves its share to the other groups in proportion", questions, StringComparison.Ordinal);
        Assert.DoesNotContain("social value", questions, StringComparison.Ordinal);
    }

    [Fact]
    public void The_deadline_reads_as_people_say_it_in_winter_and_summer()
    {
        Assert.Equal("Friday 18 December 2026, 5pm", TenderDocument.When(SafeAtSea.Deadline));
        Assert.Equal("Monday 1 June 2026, 12 noon", TenderDocument.When(new DateTimeOffset(2026, 6, 1, 11, 0, 0, TimeSpan.Zero)));
        Assert.Equal("Monday 1 June 2026, 1:30am", TenderDocument.When(new DateTimeOffset(2026, 6, 1, 0, 30, 0, TimeSpan.Zero)));
    }

    private static ImmutableArray<TenderSection> Compose(SafeAtSea tender) =>
        TenderDocument.Compose(TenderDecider.SourceOf(tender.Tender, tender.County.Get<Project>(tender.Project.Stream), tender.County.Find<TextDocument>));

    private static List<string> HeadingsOf(string markdown) =>
    [
        .. Markdown.Parse(markdown).OfType<HeadingBlock>().Where(heading => heading.Level <= 2)
            .Select(heading => markdown.Substring(heading.Span.Start, heading.Span.Length).TrimStart('#', ' ').Replace("\\", "", StringComparison.Ordinal)),
    ];
}
