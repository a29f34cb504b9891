using CoDesign.Domain.Kernel;

namespace CoDesign.App.Storage;

/// <summary>A stream as it is at one version. Immutable; the live copy of a node is the latest one.</summary>
/// <param name="Id">The stream.</param>
/// <param name="Version">Events so far; 0 where nothing has happened.</param>
/// <param name="State">What is true.</param>
/// <param name="Hash">The chain's hash at that version.</param>
/// <param name="Key">The key under which the stream is kept; null for an open stream.</param>
public sealed record StreamCopy(StreamId Id, long Version, object State, byte[] Hash, byte[]? Key)
{
    /// <summary>Whether anything has happened.</summary>
    public bool Exists => Version > 0;
}
