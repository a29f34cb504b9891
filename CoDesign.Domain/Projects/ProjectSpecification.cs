using CoDesign.Domain.Kernel;
using CoDesign.Domain.Specifications;

namespace CoDesign.Domain.Projects;

/// <content>The specification, besides its words.</content>
public sealed partial record Project
{
    private Project AfterSpecification(Recorded happened) => happened.Event switch
    {
        ClauseKindSet e => With(e.Clause, c => c with { Kind = e.Kind }),
        ClauseStatusSet e => With(e.Clause, c => c with { Status = e.Status, StatusOf = e.Of, Reopened = e.Reason }),
        ClauseRemoved e => this with { Clauses = Outline.Remove(Clauses, e.Clause) },
        ClauseEased e => With(e.Clause, c => c with { Easy = new EasyWords(e.Text, e.Of, happened.Actor, happened.At) }),
        ClauseEasingRemoved e => With(e.Clause, c => c with { Easy = null }),
        _ => throw new InvalidOperationException($"A project knows no event {happened.Event.GetType().Name}."),
    };

    private Project With(ClauseId clause, Func<Clause, Clause> change) => this with { Clauses = Replace(Clauses, c => c.Id == clause, change) };
}
