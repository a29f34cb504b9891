using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using CoDesign.Domain.Text;
using CoDesign.Domain.Thread;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Tenders;

/// <summary>Before a tender is published, everything that keeps it from being so is said at once, with where it is mended.</summary>
public sealed class PublicationCheckTests
{
    [Fact]
    public void A_tender_that_is_ready_has_nothing_left_to_mend() => Assert.DoesNotContain(Checks(SafeAtSea.Ready()), check => check.Blocks);

    [Fact]
    public void Everything_that_is_missing_is_said_at_once()
    {
        var codes = Checks(SafeAtSea.Begun()).Where(check => check.Blocks).Select(check => check.Code);

        Assert.Equal(["summary.empty", "deadline.empty", "questions.none", "criterion.empty-group", "panel-groups.total", "coverage.gap"], codes);
    }

    [Fact]
    public void Weights_a_hundredth_off_block_as_they_may_be_in_a_draft_of_before()
    {
        var tender = SafeAtSea.Ready();
        tender.County.Bend<Tender>(tender.Id.Stream, state => state with
        {
            Criteria = [.. state.Criteria.Select(criterion => criterion.Id == tender.Quality ? criterion with { Weight = 60.01m } : criterion)],
            Groups = [.. state.Groups.Select(group => group with { Weight = 49.99m })],
        });

        Assert.Equal(["weights.total", "panel-groups.total"], Checks(tender).Where(check => check.Blocks).Select(check => check.Code));
        Assert.Equal("weights.total", tender.Refusal(Tom, new PublishTender()));
    }

    [Fact]
    public void A_scale_that_cannot_be_scored_by_and_groups_that_do_not_total_100_block()
    {
        var tender = SafeAtSea.Ready();
        tender.County.Bend<Tender>(tender.Id.Stream, state => state with
        {
            Criteria = [.. state.Criteria.Select(criterion => criterion.Id == tender.Question
                ? criterion with { Scale = new Scale("Short", [new(1, "One", "One.")]), ScoredBy = [new("Officers", 99)] } : criterion)],
        });

        Assert.Equal(["scale.wrong", "question-panel.total"], Checks(tender).Where(check => check.Blocks).Select(check => check.Code));
    }

    [Fact]
    public void A_gap_with_neither_tie_nor_reason_blocks_and_is_named()
    {
        var tender = SafeAtSea.Ready();
        var insight = tender.County.Do(Amina, tender.Project.Stream, new CaptureInsight("The steps are dark.", SourceKind.Carer, [])).Made!.Value;

        var gap = Assert.Single(Checks(tender), check => check.Blocks);
        Assert.Equal((CheckPlace.Gaps, new ThreadRef(ThreadKind.Insight, insight)), (gap.Place, gap.Gap));
        var refusal = tender.County.Ask(Tom, tender.Id.Stream, new PublishTender()).Refusal!;
        Assert.Equal("coverage.gap", refusal.Code);
        Assert.Contains("The steps are dark.", refusal.Message, StringComparison.Ordinal);

        tender.Explain();
        Assert.Null(tender.Refusal(Tom, new PublishTender()));
    }

    [Fact]
    public void A_directive_that_points_to_nothing_blocks_and_leads_to_its_document()
    {
        var tender = SafeAtSea.Ready();
        tender.By(Tom, new TakeTemplate(PackDocument.Notice));
        tender.County.Write(Tom, tender.Tender.TemplateOf(PackDocument.Notice)!.Value, "See {{clause 7}} and {{prize}}.");

        var checks = Checks(tender).Where(check => check.Blocks).ToArray();
        Assert.Equal([("document.directive", "notice"), ("document.directive", "notice")], checks.Select(check => (check.Code, check.On)));
        Assert.Equal("document.directive", tender.Refusal(Tom, new PublishTender()));
    }

    [Theory]
    [InlineData(PackDocument.Notice, "document.missing")]
    [InlineData(PackDocument.Specification, "document.missing")]
    [InlineData(PackDocument.Questions, "document.missing")]
    [InlineData(PackDocument.Staff, null)]
    public void No_tender_goes_without_notice_specification_and_questions(PackDocument document, string? code)
    {
        var tender = SafeAtSea.Ready();
        tender.By(Tom, new TakeTemplate(document));
        tender.County.Write(Tom, tender.Tender.TemplateOf(document)!.Value, "");

        Assert.Equal(code, tender.Refusal(Tom, new PublishTender()));
    }

    [Fact]
    public void A_clause_without_words_blocks_unless_other_clauses_are_part_of_it()
    {
        var tender = SafeAtSea.Ready();
        var mornings = new ClauseId(tender.County.Do(Tom, tender.Project.Stream, new AddClause("Mornings", ClauseKind.Need, [])).Made!.Value);
        tender.Explain();
        Assert.Equal("clause.no-words", tender.Refusal(Tom, new PublishTender()));
        Assert.Contains(Checks(tender), check => check.Place == CheckPlace.Clause && check.On == mornings.Text());

        tender.County.Do(Tom, tender.Project.Stream, new MoveClause(tender.Clause, 0, mornings));
        Assert.Null(tender.Refusal(Tom, new PublishTender()));
    }

    [Fact]
    public void Hard_words_and_a_missing_beginning_are_advice_and_keep_nobody_from_publishing()
    {
        var tender = SafeAtSea.Ready();
        tender.By(Tom, new DescribeTender("We will utilise wardens.", 90_000, null, 12));

        var advice = Checks(tender);
        Assert.Contains(advice, check => check is { Code: "start.missing", Blocks: false });
        Assert.Contains(advice, check => check is { Code: "summary.plain", Blocks: false } && check.Says.Contains("“use”", StringComparison.Ordinal));
        Assert.Null(tender.Refusal(Tom, new PublishTender()));
    }

    private static PublicationCheck[] Checks(SafeAtSea tender)
    {
        var project = tender.County.Get<Project>(tender.Project.Stream);
        return [.. TenderDecider.ChecksOf(TenderDecider.SourceOf(tender.Tender, project, tender.County.Find<TextDocument>), Tom, tender.County.Now)];
    }
}
