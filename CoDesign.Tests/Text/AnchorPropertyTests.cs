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
        Gen.Select(Gen.String[Gen.Char['A', 'Z'], 1, 30], Gen.Int[0, 29], Gen.Int[1, 10], Edits).Sample((words, at, length, edits) =>
        {
            var from = Math.Min(at, words.Length - 1);
            var anchor = new Anchor(from, Math.Min(words.Length, from + length));
            var letters = words.Select((letter, i) => (Letter: letter, Marked: i >= anchor.From && i < anchor.To)).ToList();
            foreach (var edit in edits)
            {
                var text = string.Concat(letters.Select(one => one.Letter));
                var start = Math.Min(edit.From, text.Length);
                var end = Math.Min(text.Length, start + edit.Length);
                anchor = anchor.After(Change(text.Length, start, end, edit.Insert));
                var between = letters.Take(start).Any(one => one.Marked) && letters.Skip(end).Any(one => one.Marked);
                letters.RemoveRange(start, end - start);
                letters.InsertRange(start, edit.Insert.Select(letter => (letter, between)));

                var now = string.Concat(letters.Select(one => one.Letter));
                var marked = string.Concat(letters.Where(one => one.Marked).Select(one => one.Letter));
                Assert.Equal(marked.Length == 0, anchor.IsLost);
                Assert.Equal(marked, anchor.WordsIn(now));
            }
        });

    private static ChangeSet Change(int length, int start, int end, string insert) =>
        new(new Stretch[] { new(start, null), new(end - start, insert), new(length - end, null) }.Where(s => s.Length > 0 || s.Insert is { Length: > 0 }));
}
