using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using CoDesign.Domain.Projects;

namespace CoDesign.Domain.Tenders;

/// <summary>What the documents of a pack are made from.</summary>
/// <param name="Tender">The tender.</param>
/// <param name="Project">Its project.</param>
/// <param name="WordsOf">The words of a clause; null where there are none.</param>
/// <param name="OwnTemplate">The words of a template that was taken over; null where they aren't there yet.</param>
public sealed record PackSource(Tender Tender, Project Project, Func<ClauseId, string?> WordsOf, Func<PackDocument, string?> OwnTemplate);

/// <summary>A stretch of a template.</summary>
/// <param name="Words">Markdown as it stands; null for a directive.</param>
/// <param name="Name">The directive's name as it was typed, in small letters.</param>
/// <param name="Argument">What follows the name; empty where nothing does.</param>
public sealed record TemplatePart(string? Words, string Name = "", string Argument = "")
{
    /// <summary>The directive as it is written.</summary>
    public string Directive => Argument.Length == 0 ? $"{{{{{Name}}}}}" : $"{{{{{Name} {Argument}}}}}";
}

/// <summary>
/// A document's template: Markdown in which <c>{{name}}</c> stands for something of the live model. What is put in is never read
/// again, so no words that anybody typed elsewhere can become a directive.
/// </summary>
public static partial class PackTemplate
{
    private static readonly FrozenDictionary<PackDocument, string> _defaults = Enum.GetValues<PackDocument>().ToFrozenDictionary(document => document, document => Read(document.ToString().ToLowerInvariant()));

    private static readonly string _onePage = Read("onepage");

    /// <summary>The words that come with CoDesign.</summary>
    public static string Default(PackDocument document) => _defaults[document];

    /// <summary>The words that come with CoDesign for a tender: of low value, one page says all.</summary>
    public static string Given(Tender? tender, PackDocument document) =>
        tender is not { IsOnePage: true } ? Default(document) : document == PackDocument.Notice ? _onePage : "";

    /// <summary>What a document is called.</summary>
    public static string TitleOf(PackDocument document) => document switch
    {
        PackDocument.Outcomes => "Outcomes and measures",
        PackDocument.Questions => "Questions and how they are scored",
        PackDocument.Performance => "Contract performance schedule",
        PackDocument.Staff => "Staff transfer and pensions",
        PackDocument.Terms => "Terms in plain words",
        PackDocument.YouSaid => "You said, we did",
        _ => document.ToString(),
    };

    /// <summary>The words from which a document is made now.</summary>
    public static string Of(PackSource source, PackDocument document) =>
        source.Tender.TemplateOf(document) is null ? Given(source.Tender, document) : source.OwnTemplate(document) ?? Given(source.Tender, document);

    /// <summary>The stretches of a template, in order.</summary>
    public static ImmutableArray<TemplatePart> Parse(string template)
    {
        var parts = ImmutableArray.CreateBuilder<TemplatePart>();
        var at = 0;
        foreach (Match match in Directive().Matches(template))
        {
            if (match.Index > at) parts.Add(new TemplatePart(template[at..match.Index]));
            var inside = match.Groups[1].Value.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            parts.Add(new TemplatePart(null, inside.Length > 0 ? inside[0].ToLowerInvariant() : "", inside.Length > 1 ? inside[1] : ""));
            at = match.Index + match.Length;
        }

        if (at < template.Length) parts.Add(new TemplatePart(template[at..]));
        return parts.ToImmutable();
    }

    /// <summary>A document made from its template: what can't be put in is said where it would stand.</summary>
    public static string Fill(PackSource source, string template)
    {
        var text = new StringBuilder();
        foreach (var part in Parse(Typed.Markdown(template)))
        {
            if (part.Words is { } words)
            {
                text.Append(words);
                continue;
            }

            var (filled, isBlock) = PackDirective.Find(part.Name) is { } directive && directive.Write(source, part.Argument) is { } found
                ? (found, directive.IsBlock)
                : ($"**{Typed.Line($"[{FaultOf(source, part)}]")}**", false);
            if (!isBlock) text.Append(filled);
            else text.Append("\n\n").Append(filled.Trim('\n')).Append("\n\n");
        }

        return ManyLines().Replace(text.ToString(), "\n\n").Trim('\n') + "\n";
    }

    /// <summary>What of a template can't be put in, in words, in order.</summary>
    public static ImmutableArray<string> Faults(PackSource source, string template) =>
        [.. Parse(Typed.Markdown(template)).Where(part => part.Words is null).Select(part => FaultOf(source, part)).OfType<string>().Distinct()];

    private static string? FaultOf(PackSource source, TemplatePart part)
    {
        if (PackDirective.Find(part.Name) is not { } directive) return $"There is no {part.Directive}";
        return directive.Write(source, part.Argument) is null ? $"{part.Directive} points to nothing: {directive.Missing}" : null;
    }

    private static string Read(string template)
    {
        var name = $"CoDesign.Domain.Tenders.Templates.{template}.md";
        using var reader = new StreamReader(typeof(PackTemplate).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"There is no template {name}."));
        return reader.ReadToEnd().ReplaceLineEndings("\n").Trim();
    }

    [GeneratedRegex(@"\{\{([^{}\n]{0,200})\}\}")]
    private static partial Regex Directive();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex ManyLines();
}
