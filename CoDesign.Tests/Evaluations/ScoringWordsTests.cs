using System.Reflection;
using CoDesign.App.Evaluations;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Specifications;
using CoDesign.Domain.Tenders;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Evaluations;

/// <summary>Somebody of nine could read what the pages say to people who score, every bit of it and all of it together.</summary>
public sealed class ScoringWordsTests
{
    private const int Nine = 9;

    public static TheoryData<string, string> Long => new(All().Where(text => PlainLanguage.Of(text.Words, []).ReadingAge is not null).Select(text => (text.Name, text.Words)));

    [Theory]
    [MemberData(nameof(Long))]
    public void Each_text_that_is_long_enough_to_tell_is_at_most_of_reading_age_nine(string name, string words) =>
        Assert.True(PlainLanguage.Of(words, []).ReadingAge <= Nine, $"{name} has a reading age of {PlainLanguage.Of(words, []).ReadingAge}: {words}");

    [Fact]
    public void All_labels_and_instructions_together_are_at_most_of_reading_age_nine()
    {
        var together = string.Join("\n\n", All().Select(text => text.Words));

        Assert.InRange(PlainLanguage.Of(together, []).ReadingAge!.Value, 5, Nine);
        Assert.True(All().Count() > 80);
    }

    [Fact]
    public void All_refusals_together_are_at_most_of_reading_age_nine_and_none_is_far_from_it()
    {
        var refusals = Refusals().ToArray();

        Assert.InRange(PlainLanguage.Of(string.Join("\n\n", refusals.Select(refusal => refusal.Words)), []).ReadingAge!.Value, 5, Nine);
        Assert.True(refusals.Length > 80);
        // One short sentence says little; the same one over and over is measured for its own words.
        var hard = refusals.Select(refusal => (refusal.Name, refusal.Words, PlainLanguage.Of(string.Join("\n\n", Enumerable.Repeat(refusal.Words, PlainLanguage.FewestWords)), []).ReadingAge))
            .Where(refusal => refusal.ReadingAge > Nine + 2).ToArray();
        Assert.True(hard.Length == 0, string.Join("\n", hard.Select(refusal => $"{refusal.ReadingAge} {refusal.Name}: {refusal.Words}")));
    }

    [Fact]
    public void No_sentence_is_long_and_no_word_is_jargon()
    {
        foreach (var (name, words) in All())
        {
            var hard = PlainLanguage.Of(words, PlainLanguage.Words).Hints.Where(hint => hint.Kind != HardWords.Passive);
            Assert.True(!hard.Any(), $"{name}: {string.Join("; ", hard.Select(hint => hint.Quote))}");
        }
    }

    /// <summary>Read from where they are kept, so that words that are added are looked at too.</summary>
    private static IEnumerable<(string Name, string Words)> All() =>
    [
        .. typeof(ScoringWords).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral)
            .Select(field => (field.Name, (string)field.GetRawConstantValue()!)),
        .. ScoringWords.Steps.Select(step => (step.Title, $"{step.Title}\n\n{step.Text}")),
        .. Refusals(),
    ];

    /// <summary>
    /// Whatever a panel refuses whoever scores, read from where it is kept, and what it says of words that are missing or too many.
    /// What is refused around the award is for officers alone.
    /// </summary>
    private static IEnumerable<(string Name, string Words)> Refusals()
    {
        var kept = typeof(Panel).Assembly.GetTypes().Where(type => type.Namespace == typeof(Panel).Namespace && type.Name.EndsWith("Refusals", StringComparison.Ordinal) && type.Name != "AwardRefusals").ToArray();
        Assert.Equal(["ModerationRefusals", "PanelRefusals", "RoundRefusals"], kept.Select(type => type.Name).Order());
        return kept.SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => (Refusal)property.GetValue(null)!)
                .Concat(type.GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method => !method.IsSpecialName).Select(method => (Refusal)method.Invoke(null, [.. method.GetParameters().Select(Sample)])!)))
            .Append(Refusal.NotFound).Concat(Typed()).Select(refusal => (refusal.Code, refusal.Message));
    }

    /// <summary>What each command of whoever scores is refused with nothing, and with far too much, in each field of words.</summary>
    private static IEnumerable<Refusal> Typed()
    {
        var tender = SafeAtSea.Opened();
        foreach (var bidder in new[] { Hannah, Bea }) tender.OnPanel(Olu, new DeclareInterests(tender.BidOf(bidder), false, null));
        var (bid, question, book) = (tender.BidOf(Hannah), tender.Question, NotebookId.Of(tender.Panel, Olu).Stream);
        var room = GivenModeration.InRoom(ScoreSettlement.PanelConsensus);
        room.Settles(Hannah, 4);
        foreach (var words in new[] { " ", new string('x', 10_000), "\u0001" })
        {
            IEnumerable<(StreamId, ICommand)> asked =
            [
                (tender.Panel.Stream, new DeclareInterests(bid, true, words)), (tender.Panel.Stream, new ScoreAnswer(bid, question, 3, words)), (tender.Panel.Stream, new AskForHelp(bid, question, words)),
                (tender.Panel.Stream, new RecordSupport(words, "Reads to me.", true)), (tender.Panel.Stream, new RecordSupport("Joan", words, true)),
                (book, new KeepNote(bid, question, words, null)), (book, new KeepNote(bid, question, null, words)), (book, new KeepUnfinished(bid, question, null, words.Trim().Length == 0 ? "\u0001" : words, null, null)),
            ];
            foreach (var (stream, command) in asked) yield return Refused(tender.County.Ask(Olu, stream, command), command);
            IPanelCommand[] said = [new RecordDissent(room.BidOf(Hannah), room.Question, words), new NoteDiscussion(room.BidOf(Hannah), room.Question, words)];
            foreach (var command in said) yield return Refused(room.County.Ask(Olu, room.Panel.Stream, command), command);
        }

        static Refusal Refused(Decision decision, ICommand command) => decision.Refusal ?? throw new InvalidOperationException($"{command} is not refused.");
    }

    private static object Sample(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(string) ? parameter.Name == "label" ? "Bidder B" : "Watching" : Enum.GetValues(parameter.ParameterType).GetValue(1)!;
}
