using CoDesign.Domain.Specifications;
using static CoDesign.Tests.Projects.GivenProject;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Specifications;

/// <summary>The gauge tells easy words from hard ones, and names what could be plainer.</summary>
public sealed class PlainLanguageTests
{
    private const string Easy = "You choose where you go. You go with somebody you know. They come home with you. You can say no at any time. Nobody asks you why.";
    private const string Hard = "The organisation commissioned hereunder shall endeavour to facilitate individualised participation opportunities, utilising appropriate methodologies in accordance with applicable organisational policies.";

    [Theory]
    [InlineData("cat", 1)]
    [InlineData("hope", 1)]
    [InlineData("likes", 1)]
    [InlineData("asked", 1)]
    [InlineData("wanted", 2)]
    [InlineData("houses", 2)]
    [InlineData("little", 2)]
    [InlineData("people", 2)]
    [InlineData("companion", 3)]
    [InlineData("specification", 5)]
    [InlineData("the", 1)]
    [InlineData("x", 1)]
    public void Syllables_are_counted_by_vowels_that_are_said(string word, int syllables) => Assert.Equal(syllables, PlainLanguage.Syllables(word));

    [Fact]
    public void Easy_words_have_a_low_reading_age_and_hard_ones_a_high_one()
    {
        Assert.InRange(PlainLanguage.Of(Easy, []).ReadingAge!.Value, 5, 8);
        Assert.Equal(20, PlainLanguage.Of(Hard, []).ReadingAge);
        Assert.Null(PlainLanguage.Of("Too short to say.", []).ReadingAge);
        Assert.Null(PlainLanguage.Of("", []).ReadingAge);
    }

    [Fact]
    public void The_reading_age_follows_the_formula()
    {
        // 4 sentences of 6 words with 6 syllables each: 0.39 × 6 + 11.8 × 1 − 15.59 = −1.45, five years more is 3.55, shown as 5.
        Assert.Equal(5, PlainLanguage.Of(string.Concat(Enumerable.Repeat("The cat sat on the mat. ", 4)), []).ReadingAge);
        // 1 sentence of 20 words with 40 syllables: 0.39 × 20 + 11.8 × 2 − 15.59 = 15.81, five years more is 20.81, shown as 20; with 30 syllables 14.91.
        Assert.Equal(20, PlainLanguage.Of(string.Join(' ', Enumerable.Repeat("little", 20)) + ".", []).ReadingAge);
        Assert.Equal(15, PlainLanguage.Of(string.Join(' ', Enumerable.Repeat("little cat", 10)) + ".", []).ReadingAge);
    }

    [Fact]
    public void Long_sentences_are_named_and_lists_and_headings_are_sentences_of_their_own()
    {
        var line = string.Join(' ', Enumerable.Repeat("word", 13));
        Assert.Empty(PlainLanguage.Of($"# {line}\n\n- {line}\n- {line}\n\n{line}\n\n| {line} | {line} |\n|---|---|\n| {line} | a |", []).Hints);
        Assert.Equal(HardWords.LongSentence, Assert.Single(PlainLanguage.Of($"{line}\n{line}", []).Hints).Kind);
    }

    [Fact]
    public void Marks_of_Markdown_and_addresses_are_no_words()
    {
        var hints = PlainLanguage.Of("People **commence** [work](https://shall.example/utilise) here.\n\n```\nshall utilise\n```", PlainLanguage.Words).Hints;
        Assert.Equal([new PlainHint(HardWords.Jargon, "commence", "start")], hints);
    }

    [Theory]
    [InlineData("The form is filled in by a nurse.", "is filled")]
    [InlineData("People were not always told.", null)]
    [InlineData("They were quickly sent home.", "were quickly sent")]
    [InlineData("A nurse fills in the form.", null)]
    [InlineData("It has been paid.", "been paid")]
    public void A_sentence_that_does_not_say_who_does_it_is_named(string sentence, string? quote) =>
        Assert.Equal(quote, PlainLanguage.Of(sentence, []).Hints.FirstOrDefault()?.Quote);

    [Fact]
    public void Words_of_the_list_are_named_with_better_ones_whole_and_in_any_case()
    {
        Assert.Equal([new PlainHint(HardWords.Jargon, "in order to", "to")], PlainLanguage.Of("In Order To rest, people sit. The marshall knows.", PlainLanguage.Words).Hints);
        Assert.Equal([new PlainHint(HardWords.Jargon, "bench", "seat")], PlainLanguage.Of("A bench is there.", [new Jargon("bench", "seat")]).Hints);
    }

    [Theory]
    [InlineData("(((((((((((((((((((((((((((((((((((((((((((((((((((((((((((")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[](((((((((((((((((((((((((")]
    [InlineData("`````````~~~~~~~```````````````````````\n`````````````````")]
    [InlineData("| | | | | | | | | | | | | | | | | | | | | | | | | | | | | |")]
    public void Hostile_text_of_the_longest_kind_is_looked_at_in_time(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 200_000 / part.Length));
        Assert.Empty(PlainLanguage.Of(text, PlainLanguage.Words).Hints.Where(hint => hint.Kind == HardWords.Jargon));
    }

    [Fact]
    public void Who_writes_the_specification_writes_the_list_too()
    {
        var written = Grown.When(Amina, new WriteJargon([" bench = seat ", "", "sea front=prom"])).Then(new JargonWritten([new Jargon("bench", "seat"), new Jargon("sea front", "prom")]));
        Assert.Equal(2, written.State.Jargon.Count);
        written.When(Amina, new WriteJargon(["bench = seat", "sea front = prom"])).ThenNothing();
        Assert.Empty(written.When(Tom, new WriteJargon([])).ThenState().Jargon);
        Grown.When(Amina, new WriteJargon(["bench"])).ThenRefused("jargon.form", "words");
        Grown.When(Amina, new WriteJargon(["bench = "])).ThenRefused("jargon.form", "words");
        Grown.When(Amina, new WriteJargon([.. Enumerable.Range(0, 201).Select(i => $"word {i} = w")])).ThenRefused("jargon.too-many", "words");
        Grown.When(Hannah, new WriteJargon([])).ThenRefused("specification.not-writer");
        Assert.Equal(PlainLanguage.Words, Grown.State.Jargon);
    }
}
