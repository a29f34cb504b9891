using CoDesign.Domain.Projects;
using CoDesign.Domain.Thread;
using CoDesign.Domain.Workshops;
using CoDesign.Tests.Kernel;
using static CoDesign.Tests.Tenders.People;
using static CoDesign.Tests.Workshops.GivenBoard;

namespace CoDesign.Tests.Workshops;

public sealed class NotesTests
{
    [Theory]
    [InlineData("", 0, "text.empty", "text")]
    [InlineData(" \u200b ", 0, "text.empty", "text")]
    [InlineData("Fine", 2, "column.unknown", "column")]
    [InlineData("Fine", -1, "column.unknown", "column")]
    public void A_note_has_words_and_a_heading_of_the_board(string text, int column, string code, string field) =>
        In(Stage.Reveal).Asks(Amina, new AddNote(text, NoteKind.Thought, column)).ThenRefused(code, field);

    [Fact]
    public void A_note_of_more_than_500_characters_is_refused() =>
        In(Stage.Reveal).Asks(Amina, new AddNote(new string('a', 501), NoteKind.Thought, 0)).ThenRefused("text.too-long", "text");

    [Fact]
    public void Many_notes_can_be_written_at_once_one_per_line()
    {
        var state = In(Stage.Reveal).Asks(Amina, new AddNotes("Dark\r\n\n  Cold  \nWet", NoteKind.Worry, 1)).ThenState();
        Assert.Equal(["Dark", "Cold", "Wet"], state.Notes.Select(n => n.Text));
        Assert.All(state.Notes, n => Assert.Equal((1, false, Amina), (n.Column, n.Scribed, n.By)));
        In(Stage.Reveal).Asks(Amina, new AddNotes(" \n ", NoteKind.Worry, 0)).ThenRefused("lines.empty", "lines");
        In(Stage.Reveal).Asks(Amina, new AddNotes(string.Join('\n', Enumerable.Repeat("x", 201)), NoteKind.Worry, 0)).ThenRefused("lines.too-many", "lines");
    }

    [Fact]
    public void Words_are_written_for_somebody_only_once_they_agreed()
    {
        In(Stage.Reveal).Asks(Fay, new WriteForSomebody("It is dark", NoteKind.Worry, 0, "Margaret", false)).ThenRefused("agreed.missing", "agreed");
        var note = In(Stage.Reveal).Asks(Fay, new WriteForSomebody("It is dark", NoteKind.Worry, 0, "Margaret", true)).ThenState().Notes.Single();
        Assert.Equal((true, "Margaret", Fay), (note.Scribed, note.ForWhom, note.By));
    }

    [Fact]
    public void A_note_is_changed_by_its_author_or_whoever_runs_the_activity()
    {
        Read.Asks(Amina, new RewordNote(Lamps, "Fewer lamps", NoteKind.Idea)).ThenRefused("note.not-yours");
        Read.Asks(Fay, new RewordNote(Lamps, "Warm lamps", NoteKind.Idea)).Then(new NoteReworded(Lamps, "Warm lamps", NoteKind.Idea));
        Read.Asks(Hannah, new RewordNote(Lamps, "More lamps by the shelters", NoteKind.Idea)).ThenNothing();
    }

    [Fact]
    public void The_same_answer_without_words_twice_takes_it_back()
    {
        var once = Read.Asks(Hannah, new React(Dark, Nod.MeToo)).Then(new NoteReacted(Dark, Nod.MeToo, true));
        Assert.Single(once.State.Notes[0].Nods);
        once.Asks(Hannah, new React(Dark, Nod.MeToo)).Then(new NoteReacted(Dark, Nod.MeToo, false));
    }

    [Fact]
    public void Everybody_groups_while_it_is_time_for_it_and_the_facilitator_also_before_and_after()
    {
        Grouping.Asks(Amina, new MakeGroup("Light", [Dark, Lamps])).Then(
            new GroupMade(new GroupId(Given.Made), "Light"), new NoteMoved(Dark, new GroupId(Given.Made)), new NoteMoved(Lamps, new GroupId(Given.Made)));
        Read.Asks(Amina, new MakeGroup("Light", [Dark])).ThenRefused("board.not-grouping");
        Read.Asks(Fay, new MakeGroup("Light", [])).Then(new GroupMade(new GroupId(Given.Made), "Light"));
    }

    [Fact]
    public void A_note_moves_into_a_group_and_out_and_lies_where_it_was_laid()
    {
        Grouped.Asks(Amina, new MoveNote(Benches, Light)).Then(new NoteMoved(Benches, Light));
        Grouped.Asks(Amina, new MoveNote(Dark, Light)).ThenNothing();
        Grouped.Asks(Amina, new PlaceNote(Dark, new Spot(100, 9_000), null)).Then(new NoteMoved(Dark, null), new NotePlaced(Dark, new Spot(100, 9_000)));
        Grouped.Asks(Amina, new PlaceNote(Dark, new Spot(100, 10_001), Light)).ThenRefused("spot.off-canvas", "spot");
        Grouped.Asks(Amina, new MoveNote(Dark, new GroupId(Guid.NewGuid()))).ThenRefused("group.unknown", "group");
    }

    [Fact]
    public void A_group_that_is_dissolved_leaves_its_notes()
    {
        var state = Grouped.Asks(Amina, new DissolveGroup(Light)).ThenState();
        Assert.Empty(state.Groups);
        Assert.All(state.Notes, note => Assert.Null(note.Group));
        Assert.Equal(3, state.Notes.Count);
    }

    [Fact]
    public void Notes_that_are_read_as_one_keep_their_words_and_can_stand_alone_again()
    {
        var merged = Grouped.Asks(Amina, new MergeNotes([Dark, Lamps], "Better light by the shelters")).Then(
            new NotesMerged(new NoteId(Given.Made), [Dark, Lamps], "Better light by the shelters"));
        var whole = merged.State.Notes.Single(n => n.Id.Value == Given.Made);
        Assert.Equal(["It is too dark by the shelters", "More lamps by the shelters"], whole.Merged.Select(n => n.Text));
        Assert.Equal(Light, whole.Group);
        var parted = merged.Asks(Fay, new PartNotes(whole.Id)).ThenState();
        Assert.Equal([Dark, Lamps, Benches], parted.Notes.Select(n => n.Id).OrderBy(id => id == Benches).ThenBy(id => id == Lamps));
        Grouped.Asks(Amina, new MergeNotes([Dark, Dark], "Dark")).ThenRefused("notes.too-few", "notes");
        Grouped.Asks(Amina, new PartNotes(Benches)).ThenRefused("note.not-merged");
    }

    [Fact]
    public void A_note_goes_on_as_an_insight_in_its_authors_words_and_only_once()
    {
        var kept = Read.Asks(Fay, new KeepNotes([Dark, Benches], ThreadKind.Insight, SourceKind.ServiceUser));
        var events = kept.Decision.Events.Cast<NoteKept>().ToArray();
        Assert.Equal([(Dark, Amina, "It is too dark by the shelters"), (Benches, Hannah, "Somewhere to sit")], events.Select(e => (e.Note, e.Author, e.Text)));
        Read.By(Fay, events[0], events[1]).Asks(Fay, new KeepNotes([Dark, Benches], ThreadKind.Insight, SourceKind.ServiceUser)).ThenNothing();
        Read.Asks(Amina, new KeepNotes([Lamps], ThreadKind.Idea, SourceKind.Carer)).ThenRefused("note.not-yours");
        Read.Asks(Fay, new KeepNotes([Lamps], ThreadKind.Clause, SourceKind.Carer)).ThenRefused("as.unknown", "as");
    }

    [Fact]
    public void Of_notes_read_as_one_each_goes_on_in_its_own_words()
    {
        var merged = Grouped.By(Amina, new NotesMerged(Note("both"), [Dark, Lamps], "Better light"));
        var kept = merged.Asks(Fay, new KeepNotes([Note("both")], ThreadKind.Insight, SourceKind.ServiceUser)).Decision.Events.Cast<NoteKept>().ToArray();
        Assert.Equal([(Amina, "It is too dark by the shelters"), (Hannah, "More lamps by the shelters")], kept.Select(e => (e.Author, e.Text)));
        Assert.Equal(2, kept.Select(e => e.Thing).Distinct().Count());
    }

    [Fact]
    public void A_kept_note_is_an_insight_of_the_project_by_its_author()
    {
        var origin = new NoteOrigin(Evening, Dark, Amina);
        var take = new TakeNote(origin, ThreadKind.Insight, Given.Made, "It is dark", SourceKind.Carer);
        CoDesign.Tests.Projects.GivenProject.Begun.When(Fay, take).ThenRefused("not-found");
        var taken = CoDesign.Tests.Projects.GivenProject.Begun.When(CoDesign.Domain.Kernel.ParticipantId.System, take)
            .Then(new InsightCaptured(new InsightId(Given.Made), "It is dark", SourceKind.Carer, [], origin));
        Assert.Equal((Amina, origin), (taken.State.Insights[^1].By, taken.State.Insights[^1].Origin));
        taken.When(CoDesign.Domain.Kernel.ParticipantId.System, take).ThenNothing();
    }

    [Fact]
    public void Notes_that_say_nearly_the_same_find_each_other()
    {
        var notes = Read.State.Notes;
        Assert.Equal([Lamps], SimilarNotes.To(notes[0], notes).Select(n => n.Id));
        Assert.Empty(SimilarNotes.To(notes[2], notes));
    }

    [Fact]
    public void A_board_holds_a_thousand_notes()
    {
        var full = In(Stage.Reveal);
        for (var i = 0; i < BoardDecider.MostNotes; i++) full = full.By(Amina, Added(Note($"note {i}"), "x"));
        full.Asks(Amina, new AddNote("One more", NoteKind.Thought, 0)).ThenRefused("board.full");
        full.Asks(Amina, new AddNotes("One\nTwo", NoteKind.Thought, 0)).ThenRefused("board.full");
    }

    [Fact]
    public void A_photo_is_described_and_taken_off_by_who_put_it_there()
    {
        var file = new string('a', 64);
        var picture = new PictureId(Given.Made);
        var there = In(Stage.Discuss).Asks(Amina, new AttachPicture("The flip chart", file, 1_000, "jpeg")).Then(new PictureAttached(picture, "The flip chart", file, 1_000, "jpeg"));
        there.Asks(Hannah, new RemovePicture(picture)).ThenRefused("note.not-yours");
        Assert.Empty(there.Asks(Amina, new RemovePicture(picture)).ThenState().Pictures);
        In(Stage.Discuss).Asks(Amina, new AttachPicture("", file, 1_000, "jpeg")).ThenRefused("description.empty", "description");
        In(Stage.Discuss).Asks(Amina, new AttachPicture("x", file, 1_000, "gif")).ThenRefused("picture.form", "file");
        In(Stage.Discuss).Asks(Amina, new AttachPicture("x", "../../etc", 1_000, "png")).ThenRefused("picture.form", "file");
    }
}
