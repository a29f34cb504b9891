using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Workshops;
using CoDesign.Tests.Kernel;
using CoDesign.Tests.Projects;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Workshops;

/// <summary>A workshop about the sea front, facilitated by Fay.</summary>
internal static class GivenBoard
{
    public static readonly ActivityId Evening = new(Derived.Guid(Guid.Empty, "An evening by the sea"));
    public static readonly ProjectId Project = new(Derived.Guid(Guid.Empty, "project"));
    public static readonly NoteId Dark = Note("It is too dark by the shelters");
    public static readonly NoteId Lamps = Note("More lamps");
    public static readonly NoteId Benches = Note("Somewhere to sit");
    public static readonly GroupId Light = new(Derived.Guid(Guid.Empty, "Light"));

    public static readonly BoardSetup Setup = BoardSetup.Usual with { Question = "What would make you feel safe here?", Columns = ["Now", "What would help"] };

    /// <summary>The project as the board's decider learns of it.</summary>
    public static Facts Facts { get; } = Facts.None.With(Project.Stream, 7, GivenProject.Begun.State);

    public static Given<BoardDecider, Board, IBoardCommand> Planned { get; } =
        Given.Stream<BoardDecider, Board, IBoardCommand>("board").By(ParticipantId.System, new BoardCreated(Evening, Project, Setup));

    public static Given<BoardDecider, Board, IBoardCommand> In(Stage stage) => Planned.By(Fay, new StageEntered(stage));

    /// <summary>Amina and Hannah wrote notes that all have read.</summary>
    public static Given<BoardDecider, Board, IBoardCommand> Read { get; } = In(Stage.Reveal)
        .By(Amina, Added(Dark, "It is too dark by the shelters"))
        .By(Hannah, Added(Lamps, "More lamps by the shelters", NoteKind.Idea), Added(Benches, "Somewhere to sit", NoteKind.Need));

    public static Given<BoardDecider, Board, IBoardCommand> Grouping { get; } = Read.By(Fay, new StageEntered(Stage.Group));

    public static Given<BoardDecider, Board, IBoardCommand> Grouped { get; } =
        Grouping.By(Amina, new GroupMade(Light, "Light"), new NoteMoved(Dark, Light), new NoteMoved(Lamps, Light));

    /// <summary>A vote is on over the group about light and the note about benches.</summary>
    public static Given<BoardDecider, Board, IBoardCommand> Voting(Deciding deciding = Deciding.Dots, int dots = 3) => Grouped
        .By(Fay, new StageEntered(Stage.Vote), new BallotOpened(Vote, deciding, dots, [Light.Value, Benches.Value]));

    public static readonly BallotId Vote = new(Derived.Guid(Guid.Empty, "Vote"));

    public static NoteAdded Added(NoteId id, string text, NoteKind kind = NoteKind.Thought) => new(id, text, kind, 0, false, "");

    public static NoteId Note(string text) => new(Derived.Guid(Guid.Empty, text));

    public static When<BoardDecider, Board, IBoardCommand> Asks(this Given<BoardDecider, Board, IBoardCommand> given, ParticipantId who, IBoardCommand command) =>
        given.When(who, command, Facts);

    public static BoardView? SeenBy(this Given<BoardDecider, Board, IBoardCommand> given, ParticipantId who) =>
        BoardView.For(given.State, GivenProject.Begun.State, who);
}
