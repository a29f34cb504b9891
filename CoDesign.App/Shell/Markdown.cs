using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Ganss.Xss;
using Markdig;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Caching.Memory;

namespace CoDesign.App.Shell;

/// <summary>
/// Markdown that people wrote, as HTML that can do no harm: raw HTML is shown as text, and what comes out is
/// sanitised once more; what is nested too deeply to mean anything is shown as it was typed. Made once per text per node.
/// </summary>
public sealed class Markdown : IDisposable
{
    private const long LargestCache = 16_000_000;

    /// <summary>Nobody means more than this; whoever goes through a tree calls itself for each step down.</summary>
    private const int Deepest = 100;

    private static readonly string[] _tags =
    [
        "p", "br", "hr", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "strong", "em", "del", "a",
        "table", "thead", "tbody", "tr", "th", "td",
    ];

    private readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough).UseAutoLinks().UseTaskLists().Build();
    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = LargestCache });
    private readonly HtmlSanitizer _sanitizer = MakeSanitizer();

    /// <summary>The text as HTML. Its highest heading becomes an <c>h2</c> or what <paramref name="top"/> says, so that it fits under a page's own.</summary>
    public MarkupString Html(string text, int top = 2)
    {
        var key = (Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))), top);
        var html = _cache.GetOrCreate(key, entry =>
        {
            var made = Make(text, top);
            entry.Size = made.Length + 200;
            return made;
        });
        return new MarkupString(html ?? "");
    }

    /// <inheritdoc />
    public void Dispose() => _cache.Dispose();

    private string Make(string text, int top) => _sanitizer.Sanitize(Converted(text, top) ?? $"<p>{HtmlEncoder.Default.Encode(text)}</p>");

    /// <summary>The text as HTML; null where it is too deep also for being written.</summary>
    private string? Converted(string text, int top)
    {
        try
        {
            return Document(text, top)?.ToHtml(_pipeline);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The text as a tree; null where its parts are nested more deeply than anybody means it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="top">What a heading of the first level becomes.</param>
    /// <param name="highest">The highest level that any heading may have.</param>
    internal MarkdownDocument? Document(string text, int top, int highest = 2)
    {
        try
        {
            var document = Markdig.Markdown.Parse(text, _pipeline);
            if (IsTooDeep(document)) return null;
            foreach (var block in document.OfType<HeadingBlock>()) block.Level = Math.Clamp(block.Level + top - 1, highest, 6);
            foreach (var task in document.Descendants<TaskList>().ToArray()) task.ReplaceBy(new LiteralInline(task.Checked ? "☑" : "☐"));
            return document;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsTooDeep(MarkdownDocument document)
    {
        var ahead = new Stack<(MarkdownObject Part, int Depth)>([(document, 0)]);
        while (ahead.TryPop(out var at))
        {
            if (at.Depth > Deepest) return true;
            foreach (var part in Within(at.Part)) ahead.Push((part, at.Depth + 1));
        }

        return false;
    }

    private static IEnumerable<MarkdownObject> Within(MarkdownObject part) => part switch
    {
        ContainerBlock block => block,
        LeafBlock { Inline: { } words } => [words],
        ContainerInline words => words,
        _ => [],
    };

    private static HtmlSanitizer MakeSanitizer()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(_tags, StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(["href", "title", "start", "rel"], StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(["http", "https", "mailto"], StringComparer.OrdinalIgnoreCase),
            UriAttributes = new HashSet<string>(["href"], StringComparer.OrdinalIgnoreCase),
        });
        sanitizer.PostProcessNode += (_, processed) =>
        {
            if (processed.Node is not AngleSharp.Html.Dom.IHtmlAnchorElement link) return;
            var address = link.GetAttribute("href") ?? "";
            var whole = Uri.TryCreate(address, UriKind.Absolute, out var to) && to.Scheme is "http" or "https" or "mailto";
            if (!whole) link.RemoveAttribute("href");
            else link.SetAttribute("rel", "noopener nofollow");
        };
        return sanitizer;
    }
}
