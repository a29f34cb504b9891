using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Evaluations;

/// <summary>What somebody notes while they score is theirs alone.</summary>
public sealed class NotebookTests
{
    [Fact]
    public void A_note_is_a_passage_or_words_about_an_answer_that_one_scores()
    {
        var tender = Declared();
        string? Keep(string? quote, string? words) => Ask(tender, Sam, new KeepNote(tender.BidOf(Hannah), tender.Question, quote, words));

        Assert.Equal("note.empty", Keep(" ", null));
        Assert.Equal("quote.too-long", Keep(new string('x', 1_001), null));
        Assert.Null(Keep("whom people know", null));
        Assert.Null(Keep(null, "Ask how many."));
        Assert.Equal("not-found", Ask(tender, Sam, new KeepNote(tender.BidOf(Bea), tender.Question, "A hotline.", null)));

        var notes = Mine(tender, Sam)!.Notes;
        Assert.Equal([("whom people know", ""), ("", "Ask how many.")], notes.Select(note => (note.Quote, note.Words)));
        Assert.Null(Ask(tender, Sam, new RemoveNote(notes[0].Id)));
        Assert.Single(Mine(tender, Sam)!.Notes);
    }

    [Fact]
    public void Nobody_else_reads_or_writes_it_whoever_they_are()
    {
        var tender = Declared();
        Assert.Null(Ask(tender, Sam, new KeepNote(tender.BidOf(Hannah), tender.Question, null, "Mine.")));
        var book = NotebookId.Of(tender.Panel, Sam);

        foreach (var other in new[] { Olu, Orla, Priya, Tom, Fay, Cllr, Hannah, Amina, Nobody, ParticipantId.Public, ParticipantId.System })
        {
            Assert.Null(View(tender, book, other));
            Assert.Equal("not-found", tender.County.Ask(other, book.Stream, new KeepNote(tender.BidOf(Hannah), tender.Question, null, "Not mine.")).Refusal?.Code);
            Assert.Equal("not-found", tender.County.Ask(other, book.Stream, new RemoveNote(Mine(tender, Sam)!.Notes[0].Id)).Refusal?.Code);
        }
    }

    [Fact]
    public void Whoever_finds_an_interest_or_leaves_the_room_does_not_read_their_notes_any_more()
    {
        var tender = Declared();
        Assert.Null(Ask(tender, Sam, new KeepNote(tender.BidOf(Hannah), tender.Question, "whom people know", null)));

        tender.OnPanel(Sam, new DeclareInterests(tender.BidOf(Hannah), true, "It is my cousin."));
        Assert.Empty(Mine(tender, Sam)!.Notes);
        tender.County.Do(Tom, tender.Project.Stream, new InviteParticipant(Sam, Role.Facilitator));
        Assert.Null(Mine(tender, Sam));
    }

    [Fact]
    public void What_is_begun_is_laid_by_once_for_an_answer_until_nothing_of_it_is_left()
    {
        var tender = Declared();
        string? LayBy(int? points, string? reason, string? words = null) => Ask(tender, Sam, new KeepUnfinished(tender.BidOf(Hannah), tender.Question, points, reason, null, words));

        Assert.Null(LayBy(3, "They say"));
        Assert.Null(LayBy(3, "They say how.", "Ask who."));
        Assert.Equal("points.unknown", LayBy(17, null));
        Assert.Equal("reason.too-long", LayBy(3, new string('x', 4_001)));
        Assert.Equal("not-found", Ask(tender, Sam, new KeepUnfinished(tender.BidOf(Bea), tender.Question, 3, null, null, null)));
        Assert.Equal("not-found", tender.County.Ask(Olu, NotebookId.Of(tender.Panel, Sam).Stream, new KeepUnfinished(tender.BidOf(Hannah), tender.Question, 3, null, null, null)).Refusal?.Code);
        Assert.Equal(new Unfinished(tender.BidOf(Hannah), tender.Question, 3, "They say how.", "", "Ask who."), Assert.Single(Mine(tender, Sam)!.Unfinished));

        Assert.Null(LayBy(null, " "));
        Assert.Empty(Mine(tender, Sam)!.Unfinished);
        Assert.Null(LayBy(2, null));
        tender.OnPanel(Sam, new DeclareInterests(tender.BidOf(Hannah), true, "It is my cousin."));
        Assert.Empty(Mine(tender, Sam)!.Unfinished);
    }

    [Fact]
    public void Nobody_but_the_system_opens_one_so_that_nobody_can_take_it_from_its_owner()
    {
        var tender = SafeAtSea.Opened();
        var book = NotebookId.Of(tender.Panel, Sam).Stream;

        Assert.Equal("not-found", tender.County.Ask(Olu, book, new KeepNote(tender.BidOf(Hannah), tender.Question, null, "Mine.")).Refusal?.Code);
        Assert.Equal("not-found", tender.County.Ask(Olu, book, new OpenNotebook(tender.Panel, Olu)).Refusal?.Code);
    }

    private static SafeAtSea Declared()
    {
        var tender = SafeAtSea.Opened();
        tender.OnPanel(Sam, new DeclareInterests(tender.BidOf(Hannah), false, null));
        return tender;
    }

    private static string? Ask(SafeAtSea tender, ParticipantId who, INotebookCommand command) =>
        tender.County.Ask(who, NotebookId.Of(tender.Panel, who).Stream, command).Refusal?.Code;

    private static NotebookView? Mine(SafeAtSea tender, ParticipantId who) => View(tender, NotebookId.Of(tender.Panel, who), who);

    private static NotebookView? View(SafeAtSea tender, NotebookId book, ParticipantId reader) =>
        NotebookView.For(tender.County.Find<Notebook>(book.Stream), tender.PanelState, tender.County.Get<Project>(tender.Project.Stream), reader);
}
