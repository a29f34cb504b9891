using System.Collections.Immutable;
using CoDesign.Domain.Projects;

namespace CoDesign.Domain.Thread;

/// <summary>How much is heard of one kind of people.</summary>
/// <param name="Source">The kind.</param>
/// <param name="Heard">Whether anything is.</param>
/// <param name="Insights">How many insights; null where they are so few that a number would single somebody out, and for none.</param>
public sealed record Voice(SourceKind Source, bool Heard, int? Insights);

/// <summary>The balance of voices: which kinds of people are heard, and which aren't.</summary>
public static class Voices
{
    /// <summary>Every kind, in the order of <see cref="SourceKind"/>.</summary>
    public static ImmutableArray<Voice> Of(IReadOnlyCollection<Insight> insights) =>
    [
        .. Enum.GetValues<SourceKind>().Select(source =>
        {
            var many = insights.Count(insight => insight.Source == source);
            return new Voice(source, many > 0, SmallGroup.Count(many));
        }),
    ];
}
