using System.Collections.Immutable;
using System.Text.Json;
using CoDesign.App.Storage;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Specifications;
using CoDesign.Domain.Tenders;

namespace CoDesign.App.Sample;

/// <summary>The sample projects as they are written by hand. What points at something else does so by its place in the list, from 0.</summary>
public sealed record SampleFile(ImmutableDictionary<string, string> People, ImmutableArray<SampleStory> Projects)
{
    /// <summary>Reads the file that comes with the app.</summary>
    public static SampleFile Read()
    {
        using var stream = typeof(SampleFile).Assembly.GetManifestResourceStream("CoDesign.App.Sample.sample.json")
            ?? throw new InvalidOperationException("The sample project's file is missing from the app.");
        return JsonSerializer.Deserialize<SampleFile>(stream, DomainJson.Options)
            ?? throw new InvalidOperationException("The sample project's file is empty.");
    }
}

/// <summary>
/// One project. With a join code it stays open to join; with bids its tender is published and scored; with votes people say what
/// matters most.
/// </summary>
public sealed record SampleStory(
    string Key, string Name, Diamond Diamond, string Purpose, int StartedDaysAgo, string? JoinCode,
    SamplePlan Plan, ImmutableArray<SampleActivity> Activities, ImmutableArray<SampleInsight> Insights, ImmutableArray<SampleIdea> Ideas, ImmutableArray<SampleTrial> Trials,
    ImmutableArray<SampleOutcome> Outcomes, ImmutableArray<SampleClause> Clauses, SampleTender Tender,
    ImmutableArray<SampleUse> Uses, ImmutableArray<SampleGap> Gaps, string? Learned, ImmutableArray<SampleTheme> Themes, ImmutableArray<SampleIdea> Offered, ImmutableDictionary<string, ImmutableArray<int>>? Votes, bool VotesAreCounted, ImmutableArray<SampleRemark> Remarks);

/// <summary>Somebody's words.</summary>
public sealed record SampleInsight(string By, SourceKind Source, string Text, ImmutableArray<string> Tags);

/// <summary>What some insights have in common.</summary>
public sealed record SampleTheme(string By, string Name, ImmutableArray<int> Insights);

/// <summary>A proposal; <paramref name="From"/> names insights.</summary>
public sealed record SampleIdea(string By, string Title, string Text, ImmutableArray<int> From, ImmutableArray<int> Themes);

/// <summary>A trial; without a verdict it is under way.</summary>
public sealed record SampleTrial(
    string By, int Idea, string Expect, string Know, string? Happened, Verdict? Verdict, string? Who, string? Next, ImmutableArray<SampleObservation> Seen);

/// <summary>What somebody saw during a trial.</summary>
public sealed record SampleObservation(string By, SourceKind Source, string Text);

/// <summary>An outcome; <paramref name="From"/> names trials.</summary>
public sealed record SampleOutcome(string By, string Text, ImmutableArray<int> From, ImmutableArray<SampleMeasure> Measures);

/// <summary>A way to know.</summary>
public sealed record SampleMeasure(
    MeasureKind Kind, string? Unit, decimal? Baseline, decimal? Target, string? HowOften, string? Question, string? WhoIsAsked, string? How, Bound Binds);

/// <summary>
/// A clause with its words, and as it was <paramref name="Later"/> reworded; <paramref name="From"/> names outcomes, <paramref name="Within"/>
/// the clause that it is part of.
/// </summary>
public sealed record SampleClause(string Title, ClauseKind Kind, ImmutableArray<int> From, string Text, int? Within, ClauseStatus Status, string? Easy, string? Later);

/// <summary>An insight that was tied to a clause without anything between.</summary>
public sealed record SampleUse(int Insight, int Clause, string? Words);

/// <summary>Why an insight, or a clause, isn't tied to the other end of the thread.</summary>
public sealed record SampleGap(int? Insight, int? Clause, GapReason Reason, string Words);

/// <summary>How far a tender with bids has come.</summary>
public enum SampleStop
{
    /// <summary>To the contract.</summary>
    Contract,

    /// <summary>Its panel is in the moderation room.</summary>
    Room,

    /// <summary>Its panel scores alone.</summary>
    Scoring,
}

/// <summary>A tender; a draft unless it is open to bids, or has them already.</summary>
public sealed record SampleTender(
    string Title, string Summary, decimal Value, int Months, string? Area, int DeadlineDaysAgo, int PublishedDaysBefore,
    ImmutableArray<SampleGroup> Groups, ImmutableArray<SampleQuestion> Questions, ImmutableArray<SampleBid> Bids,
    SampleConflict? Conflict, ImmutableDictionary<string, ImmutableArray<ImmutableArray<SampleScore>?>>? Scores, SampleOpening? Open, SampleEarlyNotice? Early)
{
    /// <summary>How far it has come, where it has bids.</summary>
    public SampleStop Stop { get; init; }

    /// <summary>What counts for an answer.</summary>
    public ScoreSettlement Settlement { get; init; }

    /// <summary>The rounds after what is written.</summary>
    public ImmutableArray<SampleRound> Rounds { get; init; } = [];

    /// <summary>What the panel talked about in its room, in that order.</summary>
    public ImmutableArray<SampleTalk> Talks { get; init; } = [];

    /// <summary>What the winner promised, in its own words.</summary>
    public ImmutableArray<SamplePromise> Promises { get; init; } = [];

    /// <summary>The lots that it is divided into; none where it isn't.</summary>
    public ImmutableArray<SampleLot> Lots { get; init; } = [];

    /// <summary>What everybody gave, in the order of the bids.</summary>
    internal ImmutableDictionary<string, ImmutableArray<ImmutableArray<SampleScore>?>> ScoresOfAll =>
        Scores ?? throw new InvalidOperationException("The sample's bids have no scores.");
}

/// <summary>Words of a bid's answer to a question that go into the schedule if it wins.</summary>
public sealed record SamplePromise(int Bid, int Question, string Quote);

/// <summary>A group of the panel.</summary>
public sealed record SampleGroup(string Name, decimal Weight, bool IsServiceUsers);

/// <summary>A question for bidders; names outcomes and clauses.</summary>
public sealed record SampleQuestion(string Title, decimal Weight, string Question, int Words, int? PassMark, ImmutableArray<int> Outcomes, ImmutableArray<int> Clauses, bool Evidence = false, ScoringRound Round = ScoringRound.Written);

/// <summary>A bid with an answer to each question that is written; together with somebody where that says with whom.</summary>
public sealed record SampleBid(string By, string Organisation, decimal Price, ImmutableArray<string> Answers, SamplePartner? With);

/// <summary>An evaluator's interest in a bid.</summary>
public sealed record SampleConflict(string By, int Bid, string Note);

/// <summary>What an evaluator gave an answer, and why.</summary>
public sealed record SampleScore(int Points, string Reason);
