using CoDesign.App.Shell;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Thread;

namespace CoDesign.App.Projects;

/// <summary>Which insights somebody looks for, as it stands in the address. What can't be read there doesn't narrow.</summary>
public sealed record InsightQuery(string? Source, string? Theme, string? Tag, string? Words, string? Unused)
{
    /// <summary>The filter that it stands for.</summary>
    public InsightFilter ToFilter() => new(
        Enum.GetValues<SourceKind>().Where(source => Choice.ValueOf(source) == Source).Cast<SourceKind?>().FirstOrDefault(),
        Id.TryParse<ThemeId>(Theme, out var theme) ? theme : null,
        Tag, Words, Unused == "true");
}
