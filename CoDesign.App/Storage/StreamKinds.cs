using System.Collections.Frozen;
using CoDesign.Domain.Kernel;

namespace CoDesign.App.Storage;

/// <summary>The kinds of streams that this installation knows, by name.</summary>
public sealed class StreamKinds(IEnumerable<StreamKind> kinds)
{
    private readonly FrozenDictionary<string, StreamKind> _byName = kinds.ToFrozenDictionary(kind => kind.Name);

    /// <summary>The kind with that name.</summary>
    public StreamKind this[string name] => _byName[name];

    /// <summary>All kinds.</summary>
    public IEnumerable<StreamKind> All => _byName.Values;
}
