using System.Collections.Immutable;
using CoDesign.App.Projects;

namespace CoDesign.App.Bids;

/// <summary>What files a bid may have.</summary>
/// <param name="Largest">The largest file, in bytes.</param>
/// <param name="Most">How many files an answer may have.</param>
/// <param name="Types">Their types.</param>
public sealed record EvidenceSettings(long Largest, int Most, ImmutableArray<EvidenceType> Types)
{
    private const int Megabyte = 1_000_000;

    /// <summary>What a browser offers to choose.</summary>
    public string Accept => string.Join(',', Types.SelectMany(type => type.Endings));

    /// <summary>What may be chosen, in words.</summary>
    public string InWords => $"{string.Join(", ", Types.Select(type => type.Endings[0][1..].ToUpperInvariant()))}; each at most {Words.Size(Largest)}, {Most} files at most.";

    /// <summary>The settings under <c>Evidence</c>.</summary>
    public static EvidenceSettings Of(IConfiguration configuration)
    {
        var endings = (configuration["Evidence:Types"] is { Length: > 0 } named ? named : "pdf, docx, xlsx, pptx, odt, ods, jpg, png, txt, csv")
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new EvidenceSettings(
            configuration.GetValue("Evidence:LargestMegabytes", 10) * (long)Megabyte,
            configuration.GetValue("Evidence:MostForEachAnswer", 5),
            [.. endings.Select(ending => EvidenceType.All.FirstOrDefault(type => type.Endings.Contains($".{ending}"))
                ?? throw new InvalidOperationException($"Evidence:Types names {ending}, and this version can't tell such a file from another.")).Distinct()]);
    }
}
