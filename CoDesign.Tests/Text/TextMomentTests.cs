using CoDesign.Domain.Kernel;
using CoDesign.Domain.Text;
using CsCheck;
using static CoDesign.Tests.Text.OpenText;

namespace CoDesign.Tests.Text;

/// <summary>Who wrote what, and what changed between two moments.</summary>
public sealed class TextMomentTests
{
    [Fact]
    public void Everybodys_words_are_known_by_their_author()
    {
        var text = Clause("Meals at noon");
        text.Push(Grace, 1, "grace", "1", """[[0,"Warm "],13]""");
        text.Push(Tom, 2, "tom", "2", """[10,[4," by "],4]""");
        Accept(text, text.Ask(Amina, new Suggest("noon", null, "six", "")));
        Assert.Equal("Warm Meals by six", text.State.Text);
        Assert.Equal([(5, Grace), (9, Tom), (3, Amina)], At(text, text.State.Version).Runs.Select(run => (run.Length, run.By)));
    }

    [Fact]
    public void What_changed_between_two_moments_is_marked_and_what_came_and_went_is_not()
    {
        var text = Clause("Meals at noon");
        text.Push(Grace, 1, "grace", "1", """[[0,"Cold "],13]""");
        text.Push(Tom, 2, "tom", "2", """[[4,"Warm"],14]""");
        text.Push(Tom, 3, "tom", "3", "[10,[8]]");
        Assert.Equal(
            [new Tracked("Warm", false, true, Tom), new Tracked(" ", false, true, Grace), new Tracked("Meals", true, true, default), new Tracked(" at noon", true, false, Tom)],
            TrackedChanges.Of("Meals at noon", text.History[1..]));
    }

    [Fact]
    public void Tracked_changes_hold_both_texts_whatever_was_done() =>
        Gen.Select(Gen.Int[0, 30], Gen.Int[0, 5], Gen.String[Gen.Char['a', 'z'], 0, 4]).Array[1, 40].Sample(edits =>
        {
            var moments = new List<TextMoment> { TextMoment.Start };
            var steps = new List<AcceptedUpdate>();
            foreach (var (edit, i) in edits.Select((edit, i) => (edit, i)))
            {
                var before = moments[^1].Text;
                var from = Math.Min(edit.Item1, before.Length);
                var to = Math.Min(before.Length, from + edit.Item2);
                var change = new ChangeSet(new Stretch[] { new(from, null), new(to - from, edit.Item3), new(before.Length - to, null) }.Where(s => s.Length > 0 || s.Insert is { Length: > 0 }));
                steps.Add(new AcceptedUpdate(new TextUpdate("a", $"{i}", change), i % 2 == 0 ? Tom : Amina));
                moments.Add(moments[^1].After(steps[^1]));
                Assert.Equal(moments[^1].Text.Length, moments[^1].Runs.Sum(run => run.Length));
            }

            var middle = edits.Length / 2;
            var tracked = TrackedChanges.Of(moments[middle].Text, steps.Skip(middle));
            Assert.Equal(moments[middle].Text, string.Concat(tracked.Where(part => part.WasThere).Select(part => part.Text)));
            Assert.Equal(moments[^1].Text, string.Concat(tracked.Where(part => part.IsThere).Select(part => part.Text)));
            Assert.DoesNotContain(tracked, part => !part.WasThere && !part.IsThere);
            Assert.Equal(moments[^1].Runs.Select(run => run.By).ToHashSet(), TrackedChanges.Of("", steps).Select(part => part.By).ToHashSet());
        });

    private static TextMoment At(OpenText text, long version) => text.History.Take((int)version).Aggregate(TextMoment.Start, (moment, step) => moment.After(step));

    private static void Accept(OpenText text, Decision suggested) =>
        Assert.Null(text.Ask(Tom, new AcceptSuggestion(new RemarkId(suggested.Made!.Value), "Yes")).Refusal);
}
