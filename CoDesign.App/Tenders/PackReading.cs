using System.Collections.Immutable;
using CoDesign.App.Live;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using CoDesign.Domain.Text;

namespace CoDesign.App.Tenders;

/// <summary>
/// Reads the documents of tenders as they are now. What nothing changed in is made once for everybody who has it open.
/// </summary>
public sealed class PackReading
{
    private readonly Dictionary<TenderId, Made> _made = [];
    private readonly Lock _making = new();

    /// <summary>What a tender's documents are made from, for who may see it before publication; for others null.</summary>
    public static PackSource? Source(Reading reading, TenderId id, ParticipantId viewer)
    {
        if (reading.Find<Tender>(id.Stream) is not { } tender || reading.Find<Project>(tender.Project.Stream) is not { } project) return null;
        return TenderView.For(tender with { Publication = null }, project, viewer) is null ? null : TenderDecider.SourceOf(tender.Drafted(), project, reading.Find<TextDocument>);
    }

    /// <summary>What is to mend before a tender is published, for who may see it before; for others null.</summary>
    public static ImmutableArray<PublicationCheck>? Checks(Reading reading, TenderId id, ParticipantId viewer, DateTimeOffset now) =>
        Source(reading, id, viewer) is { } source ? TenderDecider.ChecksOf(source, viewer, now) : null;

    /// <summary>The documents, for who may see the tender before publication; for others null.</summary>
    public ImmutableArray<PackSection>? Documents(Reading reading, TenderId id, ParticipantId viewer)
    {
        if (Source(reading, id, viewer) is not { } source) return null;
        object?[] from = [source.Tender, source.Project, .. TenderDecider.TextsOf(source.Tender, source.Project).Select(text => reading.Find<TextDocument>(text)?.Text)];
        lock (_making)
        {
            var before = _made.GetValueOrDefault(id);
            if (before is not null && before.From.SequenceEqual(from, ReferenceEqualityComparer.Instance)) return before.Documents;
            var known = before?.Documents.ToDictionary(section => section.Document.Key) ?? [];
            ImmutableArray<PackSection> documents = [.. TenderDocument.Compose(source).Select(document => PackSection.Of(document, known.GetValueOrDefault(document.Key)))];
            _made[id] = new Made(from, documents);
            return documents;
        }
    }

    private sealed record Made(object?[] From, ImmutableArray<PackSection> Documents);
}
