using System.Collections.Immutable;
using System.Globalization;

namespace CoDesign.Domain.Tenders;

/// <summary>A document of the pack as it reads now.</summary>
/// <param name="Key">The same for as long as the document exists; for comparing, and for addresses.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Markdown">Its text.</param>
public sealed record TenderSection(string Key, string Heading, string Markdown);

/// <summary>The tender pack: documents that are views on the live model, not copies.</summary>
public static class TenderDocument
{
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The documents, in order; one whose template is empty is left out.</summary>
    public static ImmutableArray<TenderSection> Compose(PackSource source) =>
    [
        .. Enum.GetValues<PackDocument>()
            .Select(document => (document, template: PackTemplate.Of(source, document)))
            .Where(made => !string.IsNullOrWhiteSpace(made.template))
            .Select(made => new TenderSection(KeyOf(made.document), PackTemplate.TitleOf(made.document), PackTemplate.Fill(source, made.template))),
    ];

    /// <summary>A document's name in addresses.</summary>
    public static string KeyOf(PackDocument document) => document.ToString().ToLowerInvariant();

    /// <summary>All documents as one Markdown text; line breaks are single line feeds.</summary>
    public static string Whole(IEnumerable<TenderSection> sections) =>
        string.Join("\n", sections.Select(section => $"## {Typed.Line(section.Heading)}\n\n{section.Markdown.TrimEnd()}\n"));

    /// <summary>An instant as people in the United Kingdom say it.</summary>
    public static string When(DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));
        var time = local.Minute == 0 && local.Second == 0
            ? local.ToString("%h", Culture) + local.ToString("tt", Culture).ToLowerInvariant()
            : local.ToString("h:mm", Culture) + local.ToString("tt", Culture).ToLowerInvariant();
        if (local is { Hour: 12, Minute: 0 }) time = "12 noon";
        return $"{local.ToString("dddd d MMMM yyyy", Culture)}, {time}";
    }
}
