using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Thread;
using CoDesign.Domain.Workshops;
using CoDesign.Tests.Kernel;
using static CoDesign.Tests.Projects.GivenProject;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Thread;

/// <summary>Everybody finds what became of what they said, and of nobody else's words.</summary>
public sealed class MyWordsTests
{
    private static readonly ActivityId Walk = new(Derived.Guid(Guid.Empty, "A walk by the sea"));
    private static readonly NoteId Lamp = new(Derived.Guid(Guid.Empty, "The lamp is out"));

    [Fact]
    public void Amina_follows_each_of_her_insights_to_where_it_is()
    {
        var words = Of(Themed.State, Amina).All;

        Assert.Equal([On(Evening), On(Wardens), On(Fortnight), On(Safe), On(Asked), On(Evenings)], One(words, Dark.Value).Onward.Select(node => node.Ref));
        Assert.Empty(One(words, Bench.Value).Onward);
        Assert.Equal(SaidAs.Idea, One(words, Wardens.Value).As);
        Assert.Equal(3, words.Length);
    }

    [Fact]
    public void An_observation_went_where_its_trial_went()
    {
        var seen = new ObservationId(Derived.Guid(Guid.Empty, "They waved"));
        var said = Assert.Single(Of(Grown.By(Hannah, new TrialObserved(seen, Fortnight, "They waved.", SourceKind.Provider)).State, Hannah).All);

        Assert.Equal((SaidAs.Observation, "They waved."), (said.As, said.Text));
        Assert.Equal([On(Fortnight), On(Safe), On(Asked), On(Evenings)], said.Onward.Select(node => node.Ref));
    }

    [Fact]
    public void A_note_is_told_of_until_it_is_an_insight_and_then_once()
    {
        var board = Board(Amina);
        Assert.Equal(SaidAs.Note, Assert.Single(Of(Begun.State, Amina, board).All).As);

        var kept = Begun.By(ParticipantId.System, new InsightCaptured(new InsightId(Given.Made), "The lamp is out.", SourceKind.Carer, [], new NoteOrigin(Walk, Lamp, Amina)));
        var said = Assert.Single(Of(kept.State, Amina, board).All);
        Assert.Equal((SaidAs.Insight, (ActivityId?)Walk), (said.As, said.Activity));
    }

    [Fact]
    public void Nobody_finds_what_others_said()
    {
        Assert.Empty(Of(Themed.State, Tom, Board(Amina)).All);
        var offered = Grown.By(Hannah, new IdeaOffered(new IdeaId(Given.Made), "Lanterns", "Light.", []));
        Assert.Equal(SaidAs.ConfidentialIdea, Assert.Single(Of(offered.State, Hannah).All).As);
        Assert.Empty(Of(offered.State, Tom).All);
    }

    [Fact]
    public void What_others_do_does_not_show_anew_what_reads_the_same()
    {
        var other = Themed.By(Hannah, new InsightCaptured(new InsightId(Given.Made), "It is cold.", SourceKind.Provider, []));

        Assert.Equal(Of(Themed.State, Amina), Of(other.State, Amina));
        Assert.NotEqual(Of(Themed.State, Amina), Of(Themed.By(Amina, new LinkMade(Link(On(Bench), On(Wardens)))).State, Amina));
    }

    private static Said One(ImmutableArray<Said> words, Guid id) => words.Single(said => said.Id == id);

    private static MyWords Of(Project project, ParticipantId viewer, params BoardView[] boards)
    {
        var view = ProjectView.For(project, viewer)!;
        return MyWords.Of(view, ThreadView.For(view, null, null), boards, viewer);
    }

    private static BoardView Board(ParticipantId author) => BoardView.For(
        new Board { Activity = Walk, Notes = [new Note(Lamp, "The lamp is out.", NoteKind.Thought, 0, author, Given.Now, false, "")] }, Begun.State, author)!;
}
