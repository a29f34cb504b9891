using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Specifications;
using CoDesign.Domain.Thread;
using static CoDesign.Domain.Projects.ProjectRefusals;
using static CoDesign.Domain.Specifications.SpecificationRefusals;

namespace CoDesign.Domain.Projects;

/// <content>How words become insights, ideas, trials, outcomes and clauses.</content>
public sealed partial class ProjectDecider
{
    private static Decision Capture(Project state, CaptureInsight c, Context context)
    {
        if (state.Insights.Count >= Most) return Full;
        if (Written.Words(c.Text, "text", "what you want to say", 4_000, out var text) is { } badText) return badText;
        if (Written.Choice(c.Source, "source", "whose words these are") is { } badSource) return badSource;
        var tags = c.Tags.IsDefault ? [] : c.Tags.Select(tag => tag?.Trim() ?? "").Where(tag => tag.Length > 0).Distinct().ToImmutableArray();
        if (tags.Length > 10) return TooManyTags;
        foreach (var tag in tags)
        {
            if (Written.Words(tag, "tags", "a tag", 40, out _) is not null) return TooManyTags;
        }

        var id = new InsightId(context.NewId());
        return Decision.Make(id.Value, new InsightCaptured(id, text, c.Source, tags));
    }

    private static Decision Reword(Project state, RewordInsight c, Context context)
    {
        if (state.Insights.Find(i => i.Id == c.Insight) is not { } insight) return Refusal.NotFound;
        if (insight.By != context.Actor && !state.IsOfficer(context.Actor)) return NotYours;
        if (Written.Words(c.Text, "text", "what was said", 4_000, out var text) is { } badText) return badText;
        return text == insight.Text ? Decision.Accept() : Decision.Accept(new InsightReworded(c.Insight, text));
    }

    private static Decision Propose(Project state, ProposeIdea c, Context context)
    {
        if (state.Ideas.Count >= Most) return Full;
        if (Written.Words(c.Title, "title", "a short name for the idea", 120, out var title) is { } badTitle) return badTitle;
        if (Written.Words(c.Description, "description", "what the idea is", 4_000, out var description) is { } badDescription) return badDescription;
        if (Sources(state, c.From, c.Themes ?? [], out var sources) is { } badSource) return badSource;
        var id = new IdeaId(context.NewId());
        return Made(id.Value, ThreadKind.Idea, new IdeaProposed(id, title, description), sources);
    }

    private static Decision Start(Project state, StartTrial c, Context context)
    {
        if (state.Trials.Count >= Most) return Full;
        if (!state.Has(new ThreadRef(ThreadKind.Idea, c.Idea.Value))) return SourceUnknown with { Field = "idea" };
        var rounds = state.Trials.FindAll(t => t.Idea == c.Idea);
        if (rounds.Exists(t => t.Verdict is null)) return TrialUnderWay;
        if (Written.Words(c.Expectation, "expectation", "what you expect", 2_000, out var expectation) is { } badExpectation) return badExpectation;
        if (Written.Words(c.HowWeWillKnow, "howWeWillKnow", "how we will know", 2_000, out var how) is { } badHow) return badHow;
        if (Written.OptionalWords(c.WhoTakesPart, "whoTakesPart", "who takes part", 500, out var who) is { } badWho) return badWho;
        var id = new TrialId(context.NewId());
        return Made(id.Value, ThreadKind.Trial, new TrialStarted(id, c.Idea, rounds.Count + 1, expectation, how, who), [new ThreadRef(ThreadKind.Idea, c.Idea.Value)]);
    }

    private static Decision Conclude(Project state, ConcludeTrial c)
    {
        if (state.Trials.Find(t => t.Id == c.Trial) is not { } trial) return Refusal.NotFound;
        if (trial.Verdict is not null) return AlreadyConcluded;
        if (Written.Words(c.WhatHappened, "whatHappened", "what happened", 4_000, out var what) is { } badWhat) return badWhat;
        if (Written.Choice(c.Verdict, "verdict", "a verdict") is { } badVerdict) return badVerdict;
        if (Written.OptionalWords(c.Next, "next", "what we change next", 2_000, out var next) is { } badNext) return badNext;
        return Decision.Accept(new TrialConcluded(c.Trial, what, c.Verdict, next));
    }

    private static Decision Describe(Project state, DescribeOutcome c, Context context)
    {
        if (state.Outcomes.Count >= Most) return Full;
        if (Written.Words(c.Statement, "statement", "what would be different for people", 300, out var statement) is { } badStatement) return badStatement;
        if (Sources(state, ThreadKind.Trial, c.From, out var sources) is { } badSource) return badSource;
        var id = new OutcomeId(context.NewId());
        return Made(id.Value, ThreadKind.Outcome, new OutcomeDescribed(id, statement), sources);
    }

    private static Decision Add(Project state, AddMeasure c, Context context)
    {
        if (state.Outcomes.Find(o => o.Id == c.Outcome) is not { } outcome) return SourceUnknown with { Field = "outcome" };
        if (outcome.Measures.Count >= 50) return Full;
        if (Written.Choice(c.Kind, "kind", "a figure or a question") is { } badKind) return badKind;
        if (Written.Choice(c.Binds, "binds", "whom it binds") is { } badBound) return badBound;
        if (Written.OptionalWords(c.HowOften, "howOften", "how often we look", 80, out var howOften) is { } badOften) return badOften;
        if ((c.Kind == MeasureKind.Quantitative ? Figure(c, out var gauge) : Question(c, out gauge)) is { } bad) return bad;
        var id = new MeasureId(context.NewId());
        return Made(id.Value, ThreadKind.Measure, new MeasureAdded(id, c.Outcome, gauge! with { HowOften = howOften, ByWhen = c.ByWhen }, c.Binds),
            [new ThreadRef(ThreadKind.Outcome, c.Outcome.Value)]);
    }

    private static Refusal? Figure(AddMeasure c, out Gauge? gauge)
    {
        gauge = null;
        if (Written.Words(c.Unit, "unit", "what is counted", 80, out var unit) is { } badUnit) return badUnit;
        if (c.Target is not { } target) return TargetMissing;
        const decimal largest = 1_000_000_000_000;
        if (Math.Abs(target) > largest || Math.Abs(c.Baseline ?? 0) > largest) return FigureTooLarge;
        gauge = new Gauge(c.Kind, unit, c.Baseline, target, null, "", "", "", "");
        return null;
    }

    private static Refusal? Question(AddMeasure c, out Gauge? gauge)
    {
        gauge = null;
        if (Written.Words(c.Question, "question", "the question", 300, out var question) is { } badQuestion) return badQuestion;
        if (Written.Words(c.WhoIsAsked, "whoIsAsked", "who is asked", 200, out var who) is { } badWho) return badWho;
        if (Written.OptionalWords(c.How, "how", "how they are asked", 300, out var how) is { } badHow) return badHow;
        gauge = new Gauge(c.Kind, "", null, null, null, "", question, who, how);
        return null;
    }

    private static Decision Add(Project state, AddClause c, Context context)
    {
        if (state.Clauses.Count >= Most) return Full;
        if (Written.Words(c.Title, "title", "a title for the clause", 120, out var title) is { } badTitle) return badTitle;
        if (Written.Choice(c.Kind, "kind", "what the clause does") is { } badKind) return badKind;
        if (Sources(state, ThreadKind.Outcome, c.From, out var outcomes) is { } badSource) return badSource;
        if (Sources(state, ThreadKind.Trial, c.Trials ?? [], out var trials) is { } badTrial) return badTrial with { Field = "trials" };
        if (c.Parent is { } parent && Outline.Of(state.Clauses).FirstOrDefault(row => row.Clause.Id == parent) is var above && above is not { Level: < Outline.MostLevels })
            return above is null ? ParentUnknown : TooDeep;
        var id = new ClauseId(context.NewId());
        return Made(id.Value, ThreadKind.Clause, new ClauseAdded(id, title, c.Kind, c.Parent), [.. outcomes, .. trials]);
    }

    private static Decision Rename(Project state, RenameClause c)
    {
        if (state.Clauses.Find(clause => clause.Id == c.Clause) is not { } clause) return Refusal.NotFound;
        if (Written.Words(c.Title, "title", "a title for the clause", 120, out var title) is { } badTitle) return badTitle;
        if (title != clause.Title && clause.Status == ClauseStatus.Final) return ClauseFinal;
        return title == clause.Title ? Decision.Accept() : Decision.Accept(new ClauseRenamed(c.Clause, title));
    }
}
