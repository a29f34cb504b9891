using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Specifications;
using CoDesign.Domain.Tenders;
using CoDesign.Domain.Text;
using CoDesign.Domain.Thread;
using static CoDesign.Domain.Projects.ProjectRefusals;
using static CoDesign.Domain.Specifications.SpecificationRefusals;

namespace CoDesign.Domain.Projects;

/// <content>How the outline of the specification is made, besides its words.</content>
public sealed partial class ProjectDecider
{
    /// <inheritdoc />
    public static IEnumerable<StreamId> Needs(Project state, IProjectCommand command, Facts known) => command switch
    {
        SetClauseStatus c => [c.Clause.Text],
        EaseClause c => [c.Clause.Text],
        RemoveClause or JoinEngagement or ExplainGap { Thing.Kind: ThreadKind.Question } when state.Tender is { } tender => [new TenderId(tender).Stream],
        _ => [],
    };

    private static Decision OfSpecification(Project state, ISpecificationCommand command, Context context)
    {
        var writer = ProjectView.For(state, context.Actor) is { MayWrite: true };
        return command switch
        {
            WriteJargon c => writer ? Write(state, c) : NotWriter,
            EaseClause c => writer ? Ease(state, c, context) : NotWriter,
            _ when !state.IsOfficer(context.Actor) => NotOfficer,
            SetClauseKind c => Set(state, c),
            SetClauseStatus c => Set(state, c, context),
            RemoveClause c => Remove(state, c, context),
            ExplainGap c => Explain(state, c, context),
            WriteReportPart c => Write(state, c),
            ReopenGap c => state.Gaps.Find(gap => gap.Thing == c.Thing) is { } gap ? Decision.Accept(new GapReopened(gap.Thing)) : Refusal.NotFound,
            _ => throw new InvalidOperationException($"A project knows no command {command.GetType().Name}."),
        };
    }

    private static Decision Move(Project state, MoveClause c)
    {
        if (state.Clauses.Find(clause => clause.Id == c.Clause) is not { } clause) return Refusal.NotFound;
        if (c.Position < 0) return PositionNegative;
        var branch = Outline.Branch(state.Clauses, c.Clause);
        if (c.Parent is { } into)
        {
            if (!state.Clauses.Exists(other => other.Id == into)) return ParentUnknown;
            if (branch.Exists(part => part.Id == into)) return IntoItself;
        }

        var rows = Outline.Of(state.Clauses).ToDictionary(row => row.Clause.Id);
        var level = c.Parent is { } parent ? rows[parent].Level + 1 : 1;
        if (level + branch.Max(part => rows[part.Id].Level) - rows[c.Clause].Level > Outline.MostLevels) return TooDeep;
        var others = state.Clauses.Count(other => other.Parent == c.Parent && other.Id != c.Clause);
        var position = Math.Min(c.Position, others);
        return (c.Parent, position) == (clause.Parent, rows[c.Clause].Position)
            ? Decision.Accept()
            : Decision.Accept(new ClauseMoved(c.Clause, position, c.Parent));
    }

    private static Decision Set(Project state, SetClauseKind c)
    {
        if (state.Clauses.Find(clause => clause.Id == c.Clause) is not { } clause) return Refusal.NotFound;
        if (Written.Choice(c.Kind, "kind", "what the clause does") is { } badKind) return badKind;
        if (clause.Kind == c.Kind) return Decision.Accept();
        return clause.Status == ClauseStatus.Final ? ClauseFinal : Decision.Accept(new ClauseKindSet(c.Clause, c.Kind));
    }

    private static Decision Set(Project state, SetClauseStatus c, Context context)
    {
        if (state.Clauses.Find(clause => clause.Id == c.Clause) is not { } clause) return Refusal.NotFound;
        if (Written.Choice(c.Status, "status", "how far the clause is") is { } badStatus) return badStatus;
        var words = context.Facts.Find<TextDocument>(c.Clause.Text);
        var version = words?.Version ?? 0;
        if (c.Status == clause.Status && (c.Status != ClauseStatus.Agreed || version == clause.StatusOf)) return Decision.Accept();
        var reopens = clause.Status == ClauseStatus.Final && c.Status != ClauseStatus.Final;
        if ((reopens || c.Status == ClauseStatus.Final) && !state.Holds(context.Actor, Role.Commissioner)) return OnlyCommissionersFinish;
        if (c.Status != ClauseStatus.Draft && string.IsNullOrWhiteSpace(words?.Text)) return NoWordsYet;
        if (!reopens) return Decision.Accept(new ClauseStatusSet(c.Clause, c.Status, version, ""));
        return Written.Words(c.Reason, "reason", "why it is opened again", 500, out var reason) is { } badReason
            ? badReason
            : Decision.Accept(new ClauseStatusSet(c.Clause, c.Status, version, reason));
    }

    private static Decision Remove(Project state, RemoveClause c, Context context)
    {
        if (state.Clauses.Find(clause => clause.Id == c.Clause) is not { } clause) return Refusal.NotFound;
        if (clause.Status == ClauseStatus.Final) return ClauseFinal;
        var self = new ThreadRef(ThreadKind.Clause, c.Clause.Value);
        if (!c.Confirmed) return ClauseWouldGo(Orphans(state, TenderOf(state, context), self));
        return Decision.Accept([.. state.Links.Where(link => link.To == self).Select(link => new LinkRemoved(link)), new ClauseRemoved(c.Clause)]);
    }

    private static Decision Explain(Project state, ExplainGap c, Context context)
    {
        if (c.Thing is not { Kind: ThreadKind.Insight or ThreadKind.Clause or ThreadKind.Question } thing) return GapUnknown;
        var isThere = thing.Kind == ThreadKind.Question
            ? TenderOf(state, context)?.Questions.Any(question => question.Id.Value == thing.Id) is true
            : state.Has(thing);
        if (!isThere) return GapUnknown;
        if (!ExplainedGap.Fits(c.Reason, thing.Kind)) return ReasonUnfit;
        if (Written.Words(c.Words, "words", "why, in plain words", 500, out var words) is { } badWords) return badWords;
        return state.Gaps.Find(gap => gap.Thing == thing) is { } now && (now.Reason, now.Words) == (c.Reason, words)
            ? Decision.Accept()
            : Decision.Accept(new GapExplained(thing, c.Reason, words));
    }

    private static Decision Write(Project state, WriteJargon c)
    {
        string[] lines = c.Words.IsDefault ? [] : [.. c.Words.Select(line => line?.Trim() ?? "").Where(line => line.Length > 0)];
        if (lines.Length > 200) return JargonTooMany;
        var words = ImmutableArray.CreateBuilder<Jargon>(lines.Length);
        foreach (var line in lines)
        {
            if (line.Split('=', 2) is not [var left, var right]) return JargonForm(Beginning(line));
            if (Written.Words(left, "words", "a word", 80, out var word) is not null || Written.Words(right, "words", "a better word", 120, out var better) is not null) return JargonForm(Beginning(line));
            words.Add(new Jargon(word, better));
        }

        return words.SequenceEqual(state.Jargon) ? Decision.Accept() : Decision.Accept(new JargonWritten(words.ToImmutable()));
    }

    private static Decision Write(Project state, WriteReportPart c)
    {
        if (Written.Choice(c.Part, "part", "a part of the report") is { } badPart) return badPart;
        if (Written.OptionalWords(c.Text, "text", "this part", 20_000, out var text) is { } badText) return badText;
        var now = state.Report.Find(words => words.Part == c.Part)?.Text ?? "";
        if (text == now) return Decision.Accept();
        return Decision.Accept(text.Length == 0 ? new ReportPartGivenBack(c.Part) : new ReportPartWritten(c.Part, text));
    }

    private static string Beginning(string line) => line.Length <= 60 ? line : string.Concat(line.AsSpan(0, 60), "…");

    private static Tender? TenderOf(Project state, Context context) =>
        state.Tender is { } id ? context.Facts.Find<Tender>(new TenderId(id).Stream)?.Drafted() : null;

    /// <summary>What would be left if a clause went: questions that come from it alone, and insights that reach no other.</summary>
    private static ImmutableArray<string> Orphans(Project state, Tender? tender, ThreadRef clause)
    {
        var questions = tender?.Criteria.Where(question => question.From is [var only] && only.Now(state.Merged) == clause).Select(question => $"the question “{question.Title}”") ?? [];
        var thread = ThreadView.For(ProjectView.Whole(state), null, null);
        var alone = thread.Through(clause).Where(thing => thing.Kind == ThreadKind.Insight)
            .Count(insight => !thread.Onward(insight).Any(on => on.Ref.Kind == ThreadKind.Clause && on.Ref != clause));
        return alone == 0 ? [.. questions] : [.. questions, alone == 1 ? "1 insight that reaches no other clause" : $"{alone} insights that reach no other clause"];
    }

    private static Decision Ease(Project state, EaseClause c, Context context)
    {
        if (state.Clauses.Find(clause => clause.Id == c.Clause) is not { } clause) return Refusal.NotFound;
        if (Written.OptionalWords(c.Text, "text", "the easy words", 4_000, out var text) is { } badText) return badText;
        if (text.Length == 0) return clause.Easy is null ? Decision.Accept() : Decision.Accept(new ClauseEasingRemoved(c.Clause));
        var version = context.Facts.Find<TextDocument>(c.Clause.Text)?.Version ?? 0;
        return clause.Easy is { } now && (now.Text, now.Of) == (text, version) ? Decision.Accept() : Decision.Accept(new ClauseEased(c.Clause, text, version));
    }
}
