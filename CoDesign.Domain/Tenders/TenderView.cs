using System.Collections.Immutable;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;

namespace CoDesign.Domain.Tenders;

/// <summary>What a reader may see of a tender: before publication its project's officers and members, after it anybody.</summary>
public sealed record TenderView
{
    /// <summary>The tender.</summary>
    public required TenderId Id { get; init; }

    /// <summary>The project that it grew out of.</summary>
    public required ProjectId Project { get; init; }

    /// <summary>Its panel.</summary>
    public required PanelId Panel { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>What is wanted.</summary>
    public required string Summary { get; init; }

    /// <summary>Estimated value in pounds, VAT included; 0 where not given.</summary>
    public required decimal Value { get; init; }

    /// <summary>When the contract begins.</summary>
    public required DateOnly? Start { get; init; }

    /// <summary>How long it lasts, in months.</summary>
    public required int Months { get; init; }

    /// <summary>The last instant at which a bid is in time.</summary>
    public required DateTimeOffset? Deadline { get; init; }

    /// <summary>The tree of criteria.</summary>
    public required ImmutableList<Criterion> Criteria { get; init; }

    /// <summary>The groups of the panel.</summary>
    public required ImmutableList<PanelGroup> Groups { get; init; }

    /// <summary>How the price is scored.</summary>
    public required PriceRule PriceRule { get; init; }

    /// <summary>The published version; null before.</summary>
    public required Publication? Publication { get; init; }

    /// <summary>The documents whose templates were taken over to be changed.</summary>
    public required ImmutableArray<PackDocument> Templates { get; init; }

    /// <summary>Whether the reader writes its documents.</summary>
    public required bool MayWritePack { get; init; }

    /// <summary>Whether the reader may change and publish it.</summary>
    public required bool MayManage { get; init; }

    /// <summary>The view of one reader; null for who may not see it, or where there is none.</summary>
    public static TenderView? For(Tender? tender, Project? project, ParticipantId viewer)
    {
        if (tender is null) return null;
        var officer = project is not null && (project.IsOfficer(viewer) || project.Holds(viewer, Role.Member));
        if (tender.Publication is null && !officer) return null;
        return new TenderView
        {
            Id = tender.Id,
            Project = tender.Project,
            Panel = tender.Id.Panel,
            Title = tender.Title,
            Summary = tender.Summary,
            Value = tender.Value,
            Start = tender.Start,
            Months = tender.Months,
            Deadline = tender.Deadline,
            Criteria = tender.Criteria,
            Groups = tender.Groups,
            PriceRule = tender.PriceRule,
            Publication = tender.Publication is { } published && !officer ? published with { By = ParticipantId.Public } : tender.Publication,
            Templates = officer ? [.. Enum.GetValues<PackDocument>().Where(document => tender.TemplateOf(document) is not null)] : [],
            MayWritePack = project is not null && project.Holds(viewer, Role.Commissioner),
            MayManage = tender.Publication is null && project is not null && project.Holds(viewer, Role.Commissioner),
        };
    }
}
