using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using CoDesign.Domain.Text;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Tenders;

/// <summary>Documents are made from templates in which directives stand for the live model.</summary>
public sealed class PackTemplateTests
{
    private static readonly PackDocument[] _all = Enum.GetValues<PackDocument>();

    [Fact]
    public void A_tender_has_every_document_from_the_beginning_and_nothing_in_them_points_to_nothing()
    {
        var source = SourceOf(SafeAtSea.Begun());

        Assert.Equal(_all.Select(TenderDocument.KeyOf), TenderDocument.Compose(source).Select(document => document.Key));
        foreach (var document in _all) Assert.Empty(PackTemplate.Faults(source, PackTemplate.Default(document)));
    }

    [Fact]
    public void Words_and_directives_are_told_apart_and_a_directive_may_take_an_argument()
    {
        Assert.Equal(
            [new TemplatePart("See "), new TemplatePart(null, "clause", "3.2"), new TemplatePart(" and "), new TemplatePart(null, "title"), new TemplatePart(".")],
            PackTemplate.Parse("See {{ Clause  3.2 }} and {{title}}."));
        Assert.Equal([new TemplatePart("{{ no\nend }} {single} {{{"),], PackTemplate.Parse("{{ no\nend }} {single} {{{"));
    }

    [Fact]
    public void Words_within_a_line_stay_there_and_lists_stand_by_themselves()
    {
        var source = SourceOf(SafeAtSea.Ready());

        Assert.Equal("It is worth £90,000 for 24 months.\n", PackTemplate.Fill(source, "It is worth {{value}} for {{length}}."));
        Assert.Equal("Before\n\n### 1\\. Evenings\n\nSomebody is there until 10pm.\n\nafter\n", PackTemplate.Fill(source, "Before {{clause 1}} after").Replace(" \n", "\n", StringComparison.Ordinal).Replace("\n ", "\n", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{{outcmes}}", "There is no {{outcmes}}")]
    [InlineData("{{clause 9.9}}", "{{clause 9.9}} points to nothing: no clause has that number.")]
    [InlineData("{{clause}}", "{{clause}} points to nothing: no clause has that number.")]
    [InlineData("{{outcomes of ours}}", "{{outcomes of ours}} points to nothing: it takes nothing after its name.")]
    [InlineData("{{}}", "There is no {{}}")]
    public void What_cannot_be_put_in_is_said_in_its_place(string template, string fault)
    {
        var source = SourceOf(SafeAtSea.Ready());

        Assert.Equal([fault], PackTemplate.Faults(source, template));
        Assert.Contains(fault.Split(' ')[0], PackTemplate.Fill(source, $"Look: {template}").Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void What_people_typed_never_becomes_a_directive()
    {
        var tender = SafeAtSea.Ready();
        tender.By(Tom, new DescribeTender("Look at {{questions}} and {{nothing}}.", 90_000, null, 12));
        tender.County.Write(Tom, tender.Clause.Text, "Read {{questions}} first.");

        var notice = Document(tender, PackDocument.Notice);
        Assert.DoesNotContain("Feeling safe", notice, StringComparison.Ordinal);
        Assert.Contains(@"\{\{questions\}\}", notice, StringComparison.Ordinal);
        Assert.DoesNotContain("Feeling safe", Document(tender, PackDocument.Specification), StringComparison.Ordinal);
    }

    [Fact]
    public void A_commissioner_takes_a_template_over_changes_it_and_gives_it_back()
    {
        var tender = SafeAtSea.Ready();
        tender.By(Tom, new TakeTemplate(PackDocument.Terms));
        Assert.Equal(PackTemplate.Default(PackDocument.Terms), Own(tender, PackDocument.Terms)!.Text);

        tender.County.Write(Tom, tender.Tender.TemplateOf(PackDocument.Terms)!.Value, "It lasts {{length}}, not a day more.");
        Assert.Equal("It lasts 24 months, not a day more.\n", Document(tender, PackDocument.Terms));

        tender.By(Tom, new GiveTemplateBack(PackDocument.Terms));
        Assert.StartsWith("These are the terms in plain words.", Document(tender, PackDocument.Terms), StringComparison.Ordinal);
        tender.By(Tom, new TakeTemplate(PackDocument.Terms));
        Assert.Equal(PackTemplate.Default(PackDocument.Terms), Own(tender, PackDocument.Terms)!.Text);
    }

    [Fact]
    public void A_document_without_words_is_left_out()
    {
        var tender = SafeAtSea.Ready();
        tender.By(Tom, new TakeTemplate(PackDocument.Staff));
        tender.County.Write(Tom, tender.Tender.TemplateOf(PackDocument.Staff)!.Value, " \n");

        Assert.DoesNotContain("staff", TenderDocument.Compose(SourceOf(tender)).Select(document => document.Key));
    }

    [Fact]
    public void Only_commissioners_write_templates_officers_and_members_read_them_and_nobody_else_does()
    {
        var tender = SafeAtSea.Ready();
        Assert.Equal("tender.not-commissioner", tender.Refusal(Fay, new TakeTemplate(PackDocument.Notice)));
        Assert.Equal("not-found", tender.Refusal(Nobody, new TakeTemplate(PackDocument.Notice)));
        Assert.Equal("document.unknown", tender.Refusal(Tom, new TakeTemplate((PackDocument)99)));
        tender.By(Tom, new TakeTemplate(PackDocument.Notice));
        var text = tender.Tender.TemplateOf(PackDocument.Notice)!.Value;
        string? Refused(ParticipantId who) => tender.County.Ask(who, text, new ReplaceText(1, PackTemplate.Default(PackDocument.Notice), "Mine.")).Refusal?.Code;

        Assert.Equal("text.not-writer", Refused(Fay));
        Assert.Equal("text.not-writer", Refused(Cllr));
        Assert.Equal("not-found", Refused(Amina));
        Assert.Equal("not-found", Refused(Hannah));
        Assert.Null(Refused(Tom));
    }

    [Fact]
    public void The_pack_tells_by_theme_what_became_of_what_was_said_and_not_the_words_which_people_can_take_back()
    {
        var tender = SafeAtSea.Ready();
        tender.County.Do(Amina, tender.Project.Stream, new CaptureInsight("My mum is afraid of the dark steps.", SourceKind.Carer, []));

        var document = Document(tender, PackDocument.YouSaid);

        Assert.Contains("Other things that were said", document, StringComparison.Ordinal);
        Assert.DoesNotContain("dark steps", document, StringComparison.Ordinal);
        Assert.DoesNotContain("1 things", document, StringComparison.Ordinal);
    }

    private static PackSource SourceOf(SafeAtSea tender) =>
        TenderDecider.SourceOf(tender.Tender, tender.County.Get<Project>(tender.Project.Stream), tender.County.Find<TextDocument>);

    private static TextDocument? Own(SafeAtSea tender, PackDocument document) => tender.County.Find<TextDocument>(tender.Tender.TemplateOf(document)!.Value);

    private static string Document(SafeAtSea tender, PackDocument document) =>
        TenderDocument.Compose(SourceOf(tender)).Single(section => section.Key == TenderDocument.KeyOf(document)).Markdown;
}
