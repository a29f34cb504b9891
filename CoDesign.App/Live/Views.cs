using System.Collections.Frozen;
using CoDesign.Domain.Kernel;

namespace CoDesign.App.Live;

/// <summary>How one kind of stream is shown to a reader: the only way out of its state.</summary>
/// <param name="Kind">The kind's name.</param>
/// <param name="Read">Reads the view; null for who may not see it, or where there is none.</param>
public sealed record ViewOf(string Kind, Func<Reading, Guid, ParticipantId, object?> Read);

/// <summary>The views of all kinds, by name.</summary>
public sealed class Views(IEnumerable<ViewOf> views)
{
    private readonly FrozenDictionary<string, ViewOf> _byKind = views.ToFrozenDictionary(view => view.Kind);

    /// <summary>What somebody may see of a stream; null alike for what may not be seen and what isn't there.</summary>
    public object? Read(Reading reading, StreamId stream, ParticipantId viewer) =>
        _byKind.TryGetValue(stream.Kind, out var view) ? view.Read(reading, stream.Value, viewer) : null;
}
