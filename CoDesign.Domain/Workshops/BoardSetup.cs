using System.Collections.Immutable;
using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Workshops;

/// <summary>An activity of the plan: a workshop, a visit, a round of calls. Its board is a stream with the same identifier.</summary>
public readonly record struct ActivityId(Guid Value) : IId<ActivityId>
{
    /// <summary>The stream of the activity's board.</summary>
    public StreamId Board => new("board", Value);

    /// <inheritdoc />
    public static ActivityId From(Guid value) => new(value);

    /// <inheritdoc />
    public override string ToString() => this.Text();
}

/// <summary>What people do on a board at one time. A facilitator moves from one to the next, in any order.</summary>
public enum Stage
{
    /// <summary>Everybody writes for themselves; nobody receives what others write.</summary>
    PrivateWriting,

    /// <summary>All that was written is there to read; more may be added.</summary>
    Reveal,

    /// <summary>Notes are put together in groups, and groups are named.</summary>
    Group,

    /// <summary>Everybody decides for themselves; nobody receives a total before it ends.</summary>
    Vote,

    /// <summary>The result is there; people talk about it and may add what they hear.</summary>
    Discuss,

    /// <summary>Nothing more is added. What was said can still become insights and ideas.</summary>
    Closed,
}

/// <summary>How a group decides on a board.</summary>
public enum Deciding
{
    /// <summary>Each has some dots to give, several to one thing if they like.</summary>
    Dots,

    /// <summary>From "I love it" to "I can't live with it", for each thing.</summary>
    Gradients,

    /// <summary>0 to 5 points for each thing.</summary>
    Score,

    /// <summary>An order of what matters most; 1 is first.</summary>
    Ranking,

    /// <summary>Yes, yes with a worry, or an objection, which is kept with its reason.</summary>
    Consent,
}

/// <summary>A stage of an activity, and how long it is meant to last.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Minutes">1 to 480; null where left open.</param>
public readonly record struct StagePlan(Stage Stage, int? Minutes);

/// <summary>What a board is set up for.</summary>
/// <param name="Question">What people are asked, in a sentence that a child could read; 1 to 300 characters.</param>
/// <param name="Columns">Headings under which notes are written, such as "Now" and "What would help"; at most 6 of at most 60 characters; none for one free space.</param>
/// <param name="Stages">The stages of the activity in their usual order, each at most once, at least one; <see cref="Stage.Closed"/> follows the last and isn't among them.</param>
/// <param name="Deciding">How the group decides, where it votes.</param>
/// <param name="Dots">With dots: how many each person has, 1 to 20.</param>
public sealed record BoardSetup(
    [property: Erasable] string Question, [property: Erasable] ImmutableArray<string> Columns, ImmutableArray<StagePlan> Stages, Deciding Deciding, int Dots)
{
    /// <summary>Writes, reads, groups, votes and talks: what suits most activities.</summary>
    public static BoardSetup Usual { get; } = new("", [],
        [new(Stage.PrivateWriting, 10), new(Stage.Reveal, 10), new(Stage.Group, 15), new(Stage.Vote, 5), new(Stage.Discuss, 20)], Deciding.Dots, 3);

    /// <summary>How many columns a board has at most.</summary>
    public const int MostColumns = 6;

    /// <summary>How many dots a person has at most.</summary>
    public const int MostDots = 20;

    /// <summary>The stages in their usual order; the last is <see cref="Stage.Closed"/>.</summary>
    public IEnumerable<Stage> Path() => Stages.Select(plan => plan.Stage).Append(Stage.Closed);

    /// <summary>How long a stage is meant to last, in minutes; null where left open.</summary>
    public int? MinutesOf(Stage stage) => Stages.FirstOrDefault(plan => plan.Stage == stage).Minutes;

    /// <summary>Checks a setup as it was asked for, and puts it in order.</summary>
    internal static Refusal? Check(BoardSetup? asked, out BoardSetup setup)
    {
        setup = Usual;
        if (asked is null) return new Refusal("board.empty", "Say what people are asked, and which stages there are.", "board");
        if (Written.Words(asked.Question, "board.question", "what people are asked", 300, out var question) is { } badQuestion) return badQuestion;
        if (asked.Columns.Length > MostColumns) return new Refusal("board.too-many-columns", "Use at most 6 columns, so that they fit on a phone.", "board.columns");
        var columns = ImmutableArray.CreateBuilder<string>();
        foreach (var column in asked.Columns)
        {
            if (Written.Words(column, "board.columns", "a heading", 60, out var heading) is { } badHeading) return badHeading;
            if (!columns.Contains(heading)) columns.Add(heading);
        }

        if (CheckStages(asked.Stages, out var stages) is { } badStages) return badStages;
        if (Written.Choice(asked.Deciding, "board.deciding", "how you decide") is { } badDeciding) return badDeciding;
        var dots = asked.Deciding == Deciding.Dots ? asked.Dots : 0;
        if (asked.Deciding == Deciding.Dots && dots is < 1 or > MostDots)
            return new Refusal("board.dots", "Give each person between 1 and 20 dots.", "board.dots");
        setup = new BoardSetup(question, columns.ToImmutable(), stages, asked.Deciding, dots);
        return null;
    }

    private static Refusal? CheckStages(ImmutableArray<StagePlan> asked, out ImmutableArray<StagePlan> stages)
    {
        stages = [.. asked.Where(plan => plan.Stage != Stage.Closed)];
        if (stages.IsEmpty || stages.Any(plan => !Enum.IsDefined(plan.Stage)))
            return new Refusal("board.stages", "Choose at least one stage.", "board.stages[0].stage");
        for (var place = 0; place < asked.Length; place++)
        {
            var (stage, minutes) = asked[place];
            if (stage == Stage.Closed) continue;
            if (asked.Take(place).Any(before => before.Stage == stage))
                return new Refusal("board.stages", "You have chosen this stage twice. Choose each only once.", $"board.stages[{place}].stage");
            if (minutes is < 1 or > 480)
                return new Refusal("board.minutes", "A stage lasts between 1 and 480 minutes. Leave it empty to set no time.", $"board.stages[{place}].minutes");
        }

        return null;
    }
}
