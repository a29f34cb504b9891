using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CoDesign.Domain.Specifications;

namespace CoDesign.App.Specifications;

/// <summary>How plain texts are, looked at once per version per node, however many people have them open.</summary>
public sealed class PlainGauges
{
    private readonly ConditionalWeakTable<string, Tuple<ImmutableList<Jargon>, PlainLanguage>> _known = [];

    /// <summary>Looks at a text with a project's list of words.</summary>
    public PlainLanguage Of(string markdown, ImmutableList<Jargon> jargon)
    {
        if (_known.TryGetValue(markdown, out var known) && known.Item1 == jargon) return known.Item2;
        var made = PlainLanguage.Of(markdown, jargon);
        _known.AddOrUpdate(markdown, Tuple.Create(jargon, made));
        return made;
    }
}
