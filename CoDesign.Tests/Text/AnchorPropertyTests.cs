using CoDesign.Domain.Text;
using CsCheck;

namespace CoDesign.Tests.Text;

/// <summary>
/// Places go with their words. The model writes the text as a list of letters, each marked or not: what is typed between two
/// marked letters is marked, what is deleted is gone.
/// </summary>
public sealed class AnchorPropertyTests
{
    private static readonly Gen<(int From, int Length, string Insert)[]> Edits =
        Gen.Select(Gen.Int[0, 40], Gen.Int[0, 6], Gen.String[Gen.Char['a', 'z'], 0, 4]).Array[1, 25];

    [Fact]
    public void After_any_edits_a_place_holds_the_letters_that_are_still_there_and_what_was_written_between_them() =>
        Gen.Select(Words, Gen.Int[0, 29], Gen.Int[1, 10], Edits).Sample((words, at, length, edits) =>
        {
            var anchor = PlaceIn(words, at, length);
            Follow(words, anchor, edits, change => anchor = anchor.After(change));
        });

    [Fact]
    public void Comments_and_ties_of_the_thread_point_at_their_words_through_any_edits_and_keep_the_quote() =>
        Gen.Select(Words, Gen.Int[0, 29], Gen.Int[1, 10], Edits).Sample((words, at, length, edits) =>
        {
            var place = PlaceIn(words, at, length);
            var quote = place.WordsIn(words);
            var text = OpenText.Clause(words);
            Assert.Null(text.Ask(OpenText.Amina, new Comment(quote, place.From, "Why?", null)).Refusal);
            Assert.Null(text.Ask(OpenText.Amina, new TieWords(OpenText.ColdAtNoon, quote, place.From)).Refusal);
            Assert.Equal(place, text.State.TiePlaces.Single());
            Follow(words, place, edits, change =>
            {
                Assert.Null(text.Ask(OpenText.Tom, new PushUpdates(text.State.Version, [new TextUpdate("tom", $"{text.State.Version}", change)])).Refusal);
                Assert.Equal((quote, quote), (text.State.Remarks.Single().Quote, text.State.Ties.Single().Quote));
                Assert.Equal(text.State.Places.Single(), text.State.TiePlaces.Single());
                return text.State.TiePlaces.Single();
            });
        });

    private static Gen<string> Words => Gen.String[Gen.Char['A', 'Z'], 1, 30];

    private static Anchor PlaceIn(string words, int at, int length)
    {
        var from = Math.Min(at, words.Length - 1);
        return new Anchor(from, Math.Min(words.Length, from + length));
    }

    /// <summary>Makes the edits, and compares where the place is after each with the model.</summary>
    private static void Follow(string words, Anchor anchor, (int From, int Length, string Insert)[] edits, Func<ChangeSet, Anchor> after)
    {
        var letters = words.Select((letter, i) => (Letter: letter, Marked: i >= anchor.From && i < anchor.To)).ToList();
        foreach (var edit in edits)
        {
            var start = Math.Min(edit.From, letters.Count);
            var end = Math.Min(letters.Count, start + edit.Length);
            anchor = after(Change(letters.Count, start, end, edit.Insert));
            var between = letters.Take(start).Any(one => one.Marked) && letters.Skip(end).Any(one => one.Marked);
            letters.RemoveRange(start, end - start);
            letters.InsertRange(start, edit.Insert.Select(letter => (letter, between)));

            var now = string.Concat(letters.Select(one => one.Letter));
            var marked = string.Concat(letters.Where(one => one.Marked).Select(one => one.Letter));
            Assert.Equal(marked.Length == 0, anchor.IsLost);
            Assert.Equal(marked, anchor.WordsIn(now));
        }
    }

    private static ChangeSet Change(int length, int start, int end, string insert) =>
        new(new Stretch[] { new(start, null), new(end - start, insert), new(length - end, null) }.Where(s => s.Length > 0 || s.Insert is { Length: > 0 }));
}
