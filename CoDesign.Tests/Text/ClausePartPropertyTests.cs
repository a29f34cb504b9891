using CoDesign.Domain.Kernel;
using CoDesign.Domain.Text;
using CsCheck;
using static CoDesign.Tests.Text.OpenText;

namespace CoDesign.Tests.Text;

/// <summary>Whatever was written and said before, splitting and merging loses nothing of it.</summary>
public sealed class ClausePartPropertyTests
{
    private static readonly Gen<(bool IsTom, int From, int Length, string Insert)[]> Edits =
        Gen.Select(Gen.Bool, Gen.Int[0, 40], Gen.Int[0, 6], Gen.OneOf(Gen.String[Gen.Char['a', 'z'], 0, 5], Gen.Const("\n"), Gen.Const("\n\n"))).Array[1, 20];

    [Fact]
    public void Split_and_merged_again_a_text_has_the_same_words_by_the_same_people_and_all_that_was_said_about_them() =>
        Gen.Select(Edits, Edits, Gen.Int[0, 40], Gen.Int[0, 40], Gen.Int[0, 40]).Sample((edits, later, first, second, at) =>
        {
            var text = Clause("The first words.");
            Write(text, edits);
            foreach (var place in new[] { first, second }) Remark(text, place);
            Write(text, later);
            var before = (Text: text.Latest, Said(text));

            if (Beginning(text, at) is not { } words || text.Ask(Tom, new SplitClause(words, at, "The rest")).Refusal is not null) return;
            var rest = Clause("", text.State.Departures[^1].To);
            rest.TakeFrom(text, Tom);
            Assert.Equal(before.Text.Text, text.State.Text + rest.State.Text);
            Assert.Equal(Letters(before.Text), Letters(text.Latest).Concat(Letters(rest.Latest)));
            Assert.Equal(before.Item2.Count, Said(text).Count + Said(rest).Count);

            rest.Happens(Tom, new TextMerged(text.Id, rest.State.Text.Length));
            Assert.Empty(rest.State.Text);
            Assert.Empty(rest.State.Remarks);
            text.TakeFrom(rest, Tom);
            Assert.Equal(before.Text.Text, text.State.Text);
            Assert.Equal(Letters(before.Text), Letters(text.Latest));
            Assert.Equal(before.Item2.Select(said => said.Quote), Said(text).Select(said => said.Quote));
        });

    [Fact]
    public void Words_written_on_both_sides_before_a_merge_all_stand_in_the_one_text_with_a_paragraph_between() =>
        Gen.Select(Edits, Edits).Sample((mine, theirs) =>
        {
            var (one, other) = (Clause("One."), Clause("Two."));
            Write(one, mine);
            Write(other, theirs);
            Remark(other, 0);
            var (first, second, said) = (one.Latest, other.Latest, Said(other));
            other.Happens(Grace, new TextMerged(one.Id, other.State.Text.Length));
            one.TakeFrom(other, Grace);

            Assert.StartsWith(first.Text, one.State.Text, StringComparison.Ordinal);
            Assert.EndsWith(second.Text, one.State.Text, StringComparison.Ordinal);
            var between = one.State.Text[first.Text.Length..^second.Text.Length];
            Assert.Equal("", between.Trim('\n'));
            var breaks = first.Text.Length - first.Text.TrimEnd('\n').Length + between.Length + second.Text.Length - second.Text.TrimStart('\n').Length;
            Assert.True(first.Text.Length == 0 || second.Text.Length == 0 || breaks >= 2);
            Assert.Equal(Letters(first).Concat(between.Select(letter => (letter, Grace))).Concat(Letters(second)), Letters(one.Latest));
            Assert.Equal(said, Said(one));
        });

    [Fact]
    public void What_is_typed_at_the_moment_of_a_split_is_in_one_of_the_two_whoever_was_first() =>
        Gen.Select(Edits, Gen.Int[0, 40], Gen.Int[0, 40], Gen.Int[0, 3]).Sample((edits, at, place, length) =>
        {
            var text = Clause("The first words are here.");
            Write(text, edits);
            var (version, shown) = (text.State.Version, text.State.Text);
            if (Beginning(text, at) is not { } words || text.Ask(Tom, new SplitClause(words, at, "The rest")).Refusal is not null) return;
            var rest = Clause("", text.State.Departures[^1].To);
            rest.TakeFrom(text, Tom);
            var from = Math.Min(place, shown.Length);
            var late = Change(shown.Length, from, Math.Min(shown.Length, from + length), "LATE");

            Assert.Null(text.Ask(Grace, new PushUpdates(version, [new TextUpdate("grace", "late", late)])).Refusal);

            Assert.Contains("LATE", text.State.Text, StringComparison.Ordinal);
            Assert.Equal("LATE".Select(letter => (letter, Grace)), Letters(text.Latest).Where(one => char.IsUpper(one.Letter) && one.By == Grace));
        });

    private static void Write(OpenText text, (bool IsTom, int From, int Length, string Insert)[] edits)
    {
        foreach (var (isTom, from, length, insert) in edits)
        {
            var start = Math.Min(from, text.State.Text.Length);
            var change = Change(text.State.Text.Length, start, Math.Min(text.State.Text.Length, start + length), insert);
            Assert.Null(text.Ask(isTom ? Tom : Grace, new PushUpdates(text.State.Version, [new TextUpdate("editor", $"{text.State.Version}", change)])).Refusal);
        }
    }

    /// <summary>A comment that is answered, a suggestion that is declined, and a tie.</summary>
    private static void Remark(OpenText text, int at)
    {
        if (Beginning(text, at) is not { } words) return;
        var comment = text.Ask(Amina, new Comment(words, at, "Why?", Tom));
        text.Ask(HarbourLights, new ReplyToRemark(new RemarkId(comment.Made!.Value), "We ask too.", null));
        var suggestion = text.Ask(Amina, new Suggest(words, at, "Other words", "Shorter."));
        text.Ask(Tom, new DeclineSuggestion(new RemarkId(suggestion.Made!.Value), "No."));
        text.Ask(Amina, new TieWords(ColdAtNoon, words, at));
    }

    /// <summary>A few letters from a place on; null where there are none.</summary>
    private static string? Beginning(OpenText text, int at) =>
        text.State.Text.Skip(at).SkipWhile(char.IsWhiteSpace).TakeWhile(letter => !char.IsWhiteSpace(letter)).Take(4).ToArray() is { Length: > 0 } letters ? new string(letters) : null;

    private static IEnumerable<(char Letter, ParticipantId By)> Letters(TextMoment moment) =>
        moment.Text.Zip(moment.Runs.SelectMany(run => Enumerable.Repeat(run.By, run.Length)));

    /// <summary>What was said and tied, with everything that is to stay of it.</summary>
    private static List<(Guid Id, string Quote, string Words, string What)> Said(OpenText text) =>
    [
        .. text.State.Remarks.Zip(text.State.Places).Select(one => (one.First.Id.Value, one.First.Quote, one.Second.WordsIn(text.State.Text),
            $"{one.First.By} {one.First.At} {one.First.Text} {one.First.Instead} {one.First.Mention} {string.Join(' ', one.First.Replies)} {one.First.Closed}")).OrderBy(one => one.Value),
        .. text.State.Ties.Zip(text.State.TiePlaces).Select(one => (one.First.From.Id, one.First.Quote, one.Second.WordsIn(text.State.Text), $"{one.First.At}")),
    ];

    private static ChangeSet Change(int length, int start, int end, string insert) =>
        new(new Stretch[] { new(start, null), new(end - start, insert), new(length - end, null) }.Where(s => s.Length > 0 || s.Insert is { Length: > 0 }));
}
