using CoDesign.Domain.Bids;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;

namespace CoDesign.Domain.Text;

/// <summary>Who may read and write a text: it follows from what the text belongs to, in this one place.</summary>
public static class TextAccess
{
    internal static Refusal Final { get; } = new("clause.final", "This clause is final, so its words stay as they are. A commissioner can open it again, and says why.");
    private static readonly Refusal Merged = new("text.merged", "This clause was merged with another one. Write there; what you typed is still here to be copied.");
    private static readonly Refusal Late = new("bid.late", "The deadline has passed, so bids can't be changed any more. The clock of this site decides.");

    /// <summary>The streams on which the answer rests. Asked again with what was found, as deciders are.</summary>
    public static IEnumerable<StreamId> Needs(TextDocument document, Facts known)
    {
        if (document.Owner == default) yield break;
        yield return document.Owner;
        if (known.Find<Bid>(document.Owner) is { } bid) yield return bid.Tender.Stream;
        if (known.Find<Tender>(document.Owner) is { } tender) yield return tender.Project.Stream;
    }

    /// <summary>
    /// Whether somebody may read the text: a clause's readers are the project's, an answer's are the bid's team and partners as far as the lead lets them, a template's those
    /// who see the tender being written. A removed clause's text is there for nobody.
    /// </summary>
    public static bool MayRead(TextDocument document, ParticipantId person, Facts facts) => document.Owner.Kind switch
    {
        "project" => facts.Find<Project>(document.Owner) is { } project && project.IsReader(person) && project.Clauses.Exists(clause => clause.Id.Text == document.Id),
        "bid" => facts.Find<Bid>(document.Owner)?.MayRead(person) is true,
        "tender" => ProjectOf(document, facts) is { } project && (project.IsOfficer(person) || project.Holds(person, Role.Member)),
        _ => false,
    };

    /// <summary>
    /// Why somebody who may read it can't comment on it or suggest other words; null where they can. Of a clause everybody
    /// may who takes part in the project.
    /// </summary>
    public static Refusal? WhyNotRemark(TextDocument document, Context context) => document.MergedInto is not null ? Merged : document.Owner.Kind == "project"
        ? context.Facts.Find<Project>(document.Owner)?.IsContributor(context.Actor) is true ? null : TextDecider.OnlyLook
        : WhyNotWrite(document, context);

    /// <summary>Whether somebody decides on suggestions and settles comments of others: whoever writes it, also while it is final.</summary>
    public static bool MayDecide(TextDocument document, Context context) => document.Owner.Kind == "project"
        ? context.Facts.Find<Project>(document.Owner)?.Holds(context.Actor, Role.Commissioner) is true
        : WhyNotWrite(document, context) is null;

    /// <summary>Why somebody who may read it can't write in it now; null where they can.</summary>
    public static Refusal? WhyNotWrite(TextDocument document, Context context) => document.MergedInto is not null ? Merged : document.Owner.Kind switch
    {
        "project" => context.Facts.Find<Project>(document.Owner) is { } project && project.Holds(context.Actor, Role.Commissioner) ? WhyClosed(project, document.Id) : TextDecider.OnlyRead,
        "bid" => context.Facts.Find<Bid>(document.Owner) is { } bid ? WhyNotAnswer(bid, context) : Late,
        "tender" => ProjectOf(document, context.Facts)?.Holds(context.Actor, Role.Commissioner) is true ? null : TextDecider.OnlyRead,
        _ => TextDecider.OnlyRead,
    };

    private static Refusal? WhyNotAnswer(Bid bid, Context context) =>
        !bid.MayWrite(context.Actor) ? TextDecider.OnlyRead : context.Facts.Find<Tender>(bid.Tender.Stream)?.InTime(context.Now) is true ? null : Late;

    private static Project? ProjectOf(TextDocument template, Facts facts) =>
        facts.Find<Tender>(template.Owner) is { } tender ? facts.Find<Project>(tender.Project.Stream) : null;

    /// <summary>A final clause keeps its words until it is opened again.</summary>
    private static Refusal? WhyClosed(Project project, StreamId text) =>
        project.Clauses.Exists(clause => clause.Id.Text == text && clause.Status == ClauseStatus.Final) ? Final : null;
}
