using CoDesign.Domain.Projects;
using CoDesign.Domain.Workshops;
using CoDesign.Tests.Kernel;
using static CoDesign.Tests.Tenders.People;
using static CoDesign.Tests.Workshops.GivenBoard;

namespace CoDesign.Tests.Workshops;

public sealed class PrivateWritingTests
{
    private static readonly NoteId _secret = Note("I am afraid of the steps");

    private static readonly Given<BoardDecider, Board, IBoardCommand> _writing = In(Stage.PrivateWriting)
        .By(Amina, Added(_secret, "I am afraid of the steps"));

    [Fact]
    public void What_somebody_writes_is_theirs_alone_until_the_reveal()
    {
        Assert.Equal("I am afraid of the steps", Assert.Single(_writing.SeenBy(Amina)!.Mine).Text);
        foreach (var other in new[] { Tom, Fay, Hannah, Cllr })
        {
            var seen = Given.Kept(_writing.SeenBy(other)!);
            Assert.DoesNotContain("afraid", seen, StringComparison.Ordinal);
            Assert.DoesNotContain(_secret.ToString(), seen, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Another_persons_writing_changes_nothing_in_my_view()
    {
        var before = _writing.SeenBy(Hannah)!;
        var after = _writing.By(Amina, Added(Note("more"), "and of the dark")).SeenBy(Hannah)!;
        Assert.Equal(Given.Kept(before), Given.Kept(after));
        Assert.Same(before.Notes, after.Notes);
        Assert.Same(before.Mine, after.Mine);
    }

    [Fact]
    public void A_private_note_of_another_looks_like_one_that_is_not_there()
    {
        foreach (var other in new[] { Fay, Tom, Hannah })
        {
            _writing.Asks(other, new RewordNote(_secret, "Mine now", NoteKind.Thought)).ThenRefused("not-found");
            _writing.Asks(other, new TakeOffNote(_secret)).ThenRefused("not-found");
            _writing.Asks(other, new React(_secret, Nod.MeToo)).ThenRefused("not-found");
        }

        _writing.Asks(Fay, new GatherPeople(_secret.Value)).ThenRefused("gather.unknown", "at");
        _writing.Asks(Fay, new KeepNotes([_secret], CoDesign.Domain.Thread.ThreadKind.Insight, SourceKind.Carer)).ThenRefused("notes.unknown", "notes");
    }

    [Fact]
    public void Moving_on_reveals_all_notes_in_the_order_in_which_they_were_written()
    {
        var revealed = _writing.By(Hannah, Added(Lamps, "More lamps")).Asks(Fay, new EnterStage(Stage.Reveal)).ThenState();
        Assert.Equal(["I am afraid of the steps", "More lamps"], revealed.Notes.Select(n => n.Text).Order(StringComparer.Ordinal));
        Assert.Empty(revealed.Private);
    }

    [Fact]
    public void Going_back_to_private_writing_hides_only_what_is_new()
    {
        var again = Read.By(Fay, new StageEntered(Stage.PrivateWriting)).By(Amina, Added(_secret, "I am afraid of the steps"));
        Assert.Equal(3, again.SeenBy(Hannah)!.Notes.Count);
        Assert.Single(again.SeenBy(Amina)!.Mine);
    }

    [Fact]
    public void A_private_note_can_be_reworded_taken_off_and_put_back_by_its_author()
    {
        _writing.Asks(Amina, new RewordNote(_secret, "The steps are steep", NoteKind.Worry)).Then(new NoteReworded(_secret, "The steps are steep", NoteKind.Worry));
        var off = _writing.Asks(Amina, new TakeOffNote(_secret)).Then(new NoteTakenOff(_secret));
        Assert.Empty(off.SeenBy(Amina)!.Mine);
        off.Asks(Fay, new PutBackNote(_secret)).ThenRefused("not-found");
        Assert.Single(off.Asks(Amina, new PutBackNote(_secret)).ThenState().PrivateOf(Amina));
    }

    [Fact]
    public void What_was_taken_off_in_private_and_put_back_after_the_reveal_is_there_for_all()
    {
        var later = _writing.By(Amina, new NoteTakenOff(_secret)).By(Fay, new StageEntered(Stage.Reveal));
        Assert.Single(later.Asks(Amina, new PutBackNote(_secret)).ThenState().Notes);
    }
}
