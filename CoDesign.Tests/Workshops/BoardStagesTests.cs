using CoDesign.Domain.Kernel;
using CoDesign.Domain.Workshops;
using CoDesign.Tests.Kernel;
using static CoDesign.Tests.Tenders.People;
using static CoDesign.Tests.Workshops.GivenBoard;

namespace CoDesign.Tests.Workshops;

public sealed class BoardStagesTests
{
    [Fact]
    public void Nobody_writes_before_the_activity_begins() =>
        Planned.Asks(Amina, new AddNote("Dark", NoteKind.Thought, 0)).ThenRefused("board.not-open");

    [Fact]
    public void The_facilitator_moves_everybody_in_any_order_and_back()
    {
        Planned.Asks(Fay, new EnterStage(Stage.PrivateWriting)).Then(new StageEntered(Stage.PrivateWriting));
        In(Stage.Discuss).Asks(Fay, new EnterStage(Stage.PrivateWriting)).Then(new StageEntered(Stage.PrivateWriting));
        In(Stage.Closed).Asks(Fay, new EnterStage(Stage.Discuss)).Then(new StageEntered(Stage.Discuss));
        In(Stage.Group).Asks(Fay, new EnterStage(Stage.Group)).ThenNothing();
    }

    [Fact]
    public void Only_who_runs_the_activity_moves_it()
    {
        In(Stage.Reveal).Asks(Amina, new EnterStage(Stage.Vote)).ThenRefused("board.not-running");
        In(Stage.Reveal).Asks(Tom, new EnterStage(Stage.Discuss)).Then(new StageEntered(Stage.Discuss));
    }

    [Fact]
    public void Whoever_takes_over_runs_it_and_officers_still_may()
    {
        In(Stage.Reveal).Asks(Fay, new HandOverFacilitation(Amina)).Then(new FacilitationHandedOver(Amina));
        var handed = In(Stage.Reveal).By(Fay, new FacilitationHandedOver(Amina));
        handed.Asks(Amina, new EnterStage(Stage.Discuss)).Then(new StageEntered(Stage.Discuss));
        handed.Asks(Fay, new EnterStage(Stage.Discuss)).Then(new StageEntered(Stage.Discuss));
        handed.Asks(Hannah, new EnterStage(Stage.Discuss)).ThenRefused("board.not-running");
    }

    [Fact]
    public void It_cannot_be_handed_to_who_only_reads_or_is_not_there()
    {
        In(Stage.Reveal).Asks(Fay, new HandOverFacilitation(Cllr)).ThenRefused("person.unknown", "to");
        In(Stage.Reveal).Asks(Fay, new HandOverFacilitation(ParticipantId.Public)).ThenRefused("person.unknown", "to");
    }

    [Fact]
    public void Whoever_is_not_in_the_project_finds_no_board_and_a_councillor_only_reads()
    {
        In(Stage.Reveal).Asks(Olu, new AddNote("Hello", NoteKind.Thought, 0)).ThenRefused("not-found");
        In(Stage.Reveal).Asks(ParticipantId.Public, new AddNote("Hello", NoteKind.Thought, 0)).ThenRefused("not-found");
        In(Stage.Reveal).Asks(Cllr, new AddNote("Hello", NoteKind.Thought, 0)).ThenRefused("board.read-only");
        Assert.Null(In(Stage.Reveal).SeenBy(Olu));
        Assert.NotNull(In(Stage.Reveal).SeenBy(Cllr));
    }

    [Fact]
    public void A_closed_board_takes_no_more_notes() =>
        In(Stage.Closed).Asks(Amina, new AddNote("Late", NoteKind.Thought, 0)).ThenRefused("board.closed");

    [Fact]
    public void The_timer_runs_rests_goes_on_and_can_be_given_more_time()
    {
        var ends = Given.Now.AddMinutes(10);
        var running = In(Stage.Group).Asks(Fay, new StartTimer(10)).Then(new TimerSet(ends, 0));
        running.Asks(Fay, new AddTime(5)).Then(new TimerSet(ends.AddMinutes(5), 0));
        var resting = running.Asks(Fay, new PauseTimer()).Then(new TimerSet(null, 600));
        resting.Asks(Fay, new AddTime(1)).Then(new TimerSet(null, 660));
        resting.Asks(Fay, new ResumeTimer()).Then(new TimerSet(ends, 0));
        Assert.Null(resting.Asks(Fay, new StopTimer()).ThenState().Timer);
    }

    [Fact]
    public void A_timer_that_ran_out_locks_nobody_out_and_more_time_counts_from_now()
    {
        var over = In(Stage.Group).By(Fay, new TimerSet(Given.Now.AddMinutes(-3), 0));
        over.Asks(Amina, new AddNote("Still here", NoteKind.Thought, 0)).Then(Added(new NoteId(Given.Made), "Still here"));
        over.Asks(Fay, new AddTime(5)).Then(new TimerSet(Given.Now.AddMinutes(5), 0));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(481)]
    public void A_timer_has_its_bounds(int minutes) => In(Stage.Group).Asks(Fay, new StartTimer(minutes)).ThenRefused("minutes.range", "minutes");

    [Fact]
    public void People_are_gathered_only_at_what_all_can_see()
    {
        Grouped.Asks(Fay, new GatherPeople(Dark.Value)).Then(new PeopleGathered(Dark.Value));
        Grouped.Asks(Fay, new GatherPeople(Light.Value)).Then(new PeopleGathered(Light.Value));
        Grouped.Asks(Fay, new GatherPeople(Guid.Empty)).ThenRefused("gather.unknown", "at");
        Grouped.Asks(Amina, new GatherPeople(Dark.Value)).ThenRefused("board.not-running");
        Assert.Null(Grouped.By(Fay, new PeopleGathered(Dark.Value)).Asks(Fay, new LetPeopleGo()).ThenState().GatheredAt);
    }

    [Fact]
    public void Headings_can_be_added_but_not_changed_under_notes()
    {
        var more = Setup with { Columns = ["Now", "What would help", "Who"] };
        Read.Asks(Fay, new SetUpBoard(more)).Then(new BoardChanged(more));
        Read.Asks(Fay, new SetUpBoard(Setup with { Columns = ["Then"] })).ThenRefused("board.columns-in-use", "setup.columns");
        Planned.Asks(Fay, new SetUpBoard(Setup with { Columns = [] })).Then(new BoardChanged(Setup with { Columns = [] }));
    }

    [Fact]
    public void Stages_come_in_any_order_each_with_its_own_time()
    {
        var talkFirst = Setup with { Stages = [new(Stage.Discuss, 25), new(Stage.PrivateWriting, null), new(Stage.Vote, 480)] };
        var board = Planned.Asks(Fay, new SetUpBoard(talkFirst)).Then(new BoardChanged(talkFirst)).State.Setup;
        Assert.Equal([Stage.Discuss, Stage.PrivateWriting, Stage.Vote, Stage.Closed], board.Path());
        Assert.Equal((25, null, 480), (board.MinutesOf(Stage.Discuss), board.MinutesOf(Stage.PrivateWriting), board.MinutesOf(Stage.Vote)));
        Assert.Null(board.MinutesOf(Stage.Group));
    }

    [Theory]
    [InlineData(Stage.Reveal, 5, "board.stages", "setup.stages[2].stage")]
    [InlineData(Stage.Vote, 0, "board.minutes", "setup.stages[2].minutes")]
    [InlineData(Stage.Vote, 481, "board.minutes", "setup.stages[2].minutes")]
    public void A_stage_that_makes_no_sense_is_told_at_its_own_place(Stage stage, int minutes, string code, string field) =>
        Planned.Asks(Fay, new SetUpBoard(Setup with { Stages = [new(Stage.Reveal, 5), new(Stage.Closed, null), new(stage, minutes)] })).ThenRefused(code, field);

    [Theory]
    [InlineData("", 3, "board.question.empty", "setup.question")]
    [InlineData("What?", 0, "board.dots", "setup.dots")]
    [InlineData("What?", 21, "board.dots", "setup.dots")]
    public void A_setup_must_make_sense(string question, int dots, string code, string field) =>
        Planned.Asks(Fay, new SetUpBoard(Setup with { Question = question, Dots = dots })).ThenRefused(code, field);

    [Fact]
    public void A_board_is_made_by_the_system_alone_and_once()
    {
        var nothing = Given.Stream<BoardDecider, Board, IBoardCommand>("board");
        nothing.When(Tom, new CreateBoard(Evening, GivenBoard.Project, Setup)).ThenRefused("not-found");
        nothing.When(ParticipantId.System, new CreateBoard(Evening, GivenBoard.Project, Setup)).Then(new BoardCreated(Evening, GivenBoard.Project, Setup));
        Planned.When(ParticipantId.System, new CreateBoard(Evening, GivenBoard.Project, Setup)).ThenNothing();
    }
}
