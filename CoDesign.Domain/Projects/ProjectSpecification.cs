using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Specifications;
using CoDesign.Domain.Thread;

namespace CoDesign.Domain.Projects;

/// <content>The specification, besides its words.</content>
public sealed partial record Project
{
    /// <summary>Gaps of the thread with their reasons, oldest first.</summary>
    public ImmutableList<ExplainedGap> Gaps { get; init; } = [];

    /// <summary>Words that many people don't use, with better ones.</summary>
    public ImmutableList<Jargon> Jargon { get; init; } = PlainLanguage.Words;

    /// <summary>Parts of the report that somebody wrote.</summary>
    public ImmutableList<ReportWords> Report { get; init; } = [];

    private Project AfterSpecification(Recorded happened) => happened.Event switch
    {
        ClauseKindSet e => With(e.Clause, c => c with { Kind = e.Kind }),
        ClauseStatusSet e => With(e.Clause, c => c with { Status = e.Status, StatusOf = e.Of, Reopened = e.Reason }),
        ClauseRemoved e => this with { Clauses = Outline.Remove(Clauses, e.Clause), Gaps = Gaps.RemoveAll(gap => gap.Thing == new ThreadRef(ThreadKind.Clause, e.Clause.Value)) },
        ClauseSplitOff e => After(e, happened.At),
        ClauseMerged e => After(e, happened.At),
        ClauseEased e => With(e.Clause, c => c with { Easy = new EasyWords(e.Text, e.Of, happened.Actor, happened.At) }),
        ClauseEasingRemoved e => With(e.Clause, c => c with { Easy = null }),
        GapExplained e => this with { Gaps = Gaps.RemoveAll(gap => gap.Thing == e.Thing).Add(new ExplainedGap(e.Thing, e.Reason, e.Words, happened.Actor, happened.At)) },
        GapReopened e => this with { Gaps = Gaps.RemoveAll(gap => gap.Thing == e.Thing) },
        JargonWritten e => this with { Jargon = [.. e.Words] },
        ReportPartWritten e => this with { Report = Report.RemoveAll(words => words.Part == e.Part).Add(new ReportWords(e.Part, e.Text)) },
        ReportPartGivenBack e => this with { Report = Report.RemoveAll(words => words.Part == e.Part) },
        _ => throw new InvalidOperationException($"A project knows no event {happened.Event.GetType().Name}."),
    };

    private Project With(ClauseId clause, Func<Clause, Clause> change) => this with { Clauses = Replace(Clauses, c => c.Id == clause, change) };
}
