using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Specifications;
using CoDesign.Domain.Text;
using CoDesign.Domain.Thread;

namespace CoDesign.Domain.Tenders;

/// <summary>A document of the pack, in the order in which it is read.</summary>
public enum PackDocument
{
    /// <summary>What is wanted, for how much and by when.</summary>
    Notice,

    /// <summary>How to bid.</summary>
    Instructions,

    /// <summary>The clauses.</summary>
    Specification,

    /// <summary>What must become different for people, and how anybody will know.</summary>
    Outcomes,

    /// <summary>What bidders are asked, and how answers and prices are scored.</summary>
    Questions,

    /// <summary>What can be bid for on its own.</summary>
    Lots,

    /// <summary>What happens when.</summary>
    Timetable,

    /// <summary>What is looked at once the contract runs.</summary>
    Performance,

    /// <summary>What happens to people who do the work today.</summary>
    Staff,

    /// <summary>The terms in plain words.</summary>
    Terms,

    /// <summary>What people said, and what became of it.</summary>
    YouSaid,
}

/// <summary>A document's template that the tender's commissioners took over to change.</summary>
/// <param name="Document">Of which document.</param>
/// <param name="Turn">The how-many-th that was taken over; names its text.</param>
/// <param name="IsGivenBack">Whether the document follows the words that come with CoDesign again.</param>
public sealed record OwnTemplate(PackDocument Document, int Turn, bool IsGivenBack = false);

/// <summary>Something asked of a tender's documents.</summary>
public interface IPackCommand : ITenderCommand;

/// <summary>Something that happened to a tender's documents.</summary>
public interface IPackEvent : IEvent;

/// <summary>Takes a document's template over, so that it can be changed for this tender; it begins with the words that come with CoDesign.</summary>
public sealed record TakeTemplate(PackDocument Document) : IPackCommand;

/// <summary>Lets a document follow the words that come with CoDesign again.</summary>
public sealed record GiveTemplateBack(PackDocument Document) : IPackCommand;

/// <summary>A document's template was taken over; its words are a text of their own.</summary>
[EventName("tender-template.taken.v1")]
public sealed record TemplateTaken(TenderId Tender, PackDocument Document, int Turn) : IPackEvent;

/// <summary>A document follows the words that come with CoDesign again.</summary>
[EventName("tender-template.given-back.v1")]
public sealed record TemplateGivenBack(PackDocument Document) : IPackEvent;

/// <content>The documents.</content>
public sealed partial record Tender
{
    /// <summary>Templates that were taken over, oldest first.</summary>
    public ImmutableList<OwnTemplate> Templates { get; init; } = [];

    /// <summary>The text of a document's own template; null where it follows the words that come with CoDesign.</summary>
    public StreamId? TemplateOf(PackDocument document) =>
        Templates.FindLast(own => own.Document == document) is { IsGivenBack: false } own ? Id.Template(own.Document, own.Turn) : null;

    private Tender AfterPack(IPackEvent happened) => happened switch
    {
        TemplateTaken e => this with { Templates = Templates.Add(new OwnTemplate(e.Document, e.Turn)) },
        TemplateGivenBack e => this with { Templates = [.. Templates.Select(own => own.Document == e.Document ? own with { IsGivenBack = true } : own)] },
        _ => throw new InvalidOperationException($"A tender knows no event {happened.GetType().Name}."),
    };
}

/// <content>The documents.</content>
public sealed partial class TenderDecider
{
    /// <summary>The texts from which a tender's documents are made.</summary>
    public static IEnumerable<StreamId> TextsOf(Tender tender, Project project) =>
        [.. project.Clauses.Select(clause => clause.Id.Text), .. Enum.GetValues<PackDocument>().Select(tender.TemplateOf).OfType<StreamId>()];

    /// <summary>What a tender's documents are made from.</summary>
    /// <param name="tender">The tender.</param>
    /// <param name="project">Its project.</param>
    /// <param name="text">Finds one of <see cref="TextsOf"/>.</param>
    public static PackSource SourceOf(Tender tender, Project project, Func<StreamId, TextDocument?> text) => new(
        tender, project, clause => text(clause.Text)?.Text, document => tender.TemplateOf(document) is { } own ? text(own)?.Text : null);

    /// <summary>What somebody who may publish a tender has to mend first, and what is better mended.</summary>
    public static ImmutableArray<PublicationCheck> ChecksOf(PackSource source, ParticipantId viewer, DateTimeOffset now)
    {
        if (ProjectView.For(source.Project, viewer) is not { } project) return [];
        return PublicationChecks.Of(source, Coverage.Of(ThreadView.For(project, TenderView.For(source.Tender, source.Project, viewer), null), project.Gaps), now);
    }

    private static Decision DecidePack(Tender state, IPackCommand command)
    {
        switch (command)
        {
            case TakeTemplate c:
                if (Written.Choice(c.Document, "document", "a document") is { } unknown) return unknown;
                return state.TemplateOf(c.Document) is null ? Decision.Accept(new TemplateTaken(state.Id, c.Document, state.Templates.Count)) : Decision.Accept();
            case GiveTemplateBack c:
                return state.TemplateOf(c.Document) is null ? Decision.Accept() : Decision.Accept(new TemplateGivenBack(c.Document));
            default:
                throw new InvalidOperationException($"A tender knows no command {command.GetType().Name}.");
        }
    }
}
