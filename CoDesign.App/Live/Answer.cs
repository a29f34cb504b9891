using CoDesign.Domain.Kernel;

namespace CoDesign.App.Live;

/// <summary>What came of a command.</summary>
/// <param name="Stream">The stream it was for.</param>
/// <param name="Version">The stream's version after it.</param>
/// <param name="Made">The identifier of what was made, if anything was.</param>
/// <param name="Refusal">Why nothing was done; null when it was.</param>
public sealed record Answer(StreamId Stream, long Version, Guid? Made, Refusal? Refusal)
{
    /// <summary>The place of its last event in the order of all events; 0 for a repeated operation.</summary>
    internal long Position { get; init; }

    /// <summary>Whether it was done.</summary>
    public bool Accepted => Refusal is null;
}
