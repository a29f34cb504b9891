using System.Reflection;
using CoDesign.App.Evaluations;
using CoDesign.Domain.Specifications;

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
    ];
}
