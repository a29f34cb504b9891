using AngleSharp.Html.Parser;
using CoDesign.App.Shell;

namespace CoDesign.Tests.Shell;

public sealed class MarkdownTests : IDisposable
{
    private readonly Markdown _markdown = new();

    public void Dispose() => _markdown.Dispose();

    [Theory]
    [MemberData(nameof(HostileMarkdown.All), MemberType = typeof(HostileMarkdown))]
    public void Hostile_text_can_do_no_harm(string text)
    {
        var page = new HtmlParser().ParseDocument(_markdown.Html(text).Value);

        Assert.Empty(page.QuerySelectorAll("script, img, svg, iframe, style, form, input, details, object, embed, math, link, meta, base"));
        foreach (var element in page.All)
        {
            Assert.DoesNotContain(element.Attributes, a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || a.Name is "style" or "id" or "class" or "src" or "srcdoc");
            if (element.GetAttribute("href") is { } link)
                Assert.True(Uri.TryCreate(link, UriKind.Absolute, out var to) && to.Scheme is "http" or "https" or "mailto", link);
        }
    }

    [Theory]
    [MemberData(nameof(HostileMarkdown.Deep), MemberType = typeof(HostileMarkdown))]
    public void Text_that_is_nested_too_deeply_is_shown_as_it_was_typed(string text)
    {
        var page = new HtmlParser().ParseDocument(_markdown.Html(text).Value);

        Assert.Contains("deep", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("script, img, b"));
    }

    [Fact]
    public void Things_to_tick_show_whether_they_are_ticked()
    {
        var page = new HtmlParser().ParseDocument(_markdown.Html("- [ ] Ring before\n- [x] Wear a badge").Value);

        Assert.Equal(["☐ Ring before", "☑ Wear a badge"], page.QuerySelectorAll("li").Select(li => li.TextContent.Trim()));
    }

    [Fact]
    public void Ordinary_text_looks_as_it_was_meant()
    {
        var html = _markdown.Html("# Title\n\nOne **bold** word, <not a tag>.\n\n- [site](https://kent.example/a)\n- [mail](mailto:a@b.example)").Value;

        Assert.Contains("<h2>Title</h2>", html, StringComparison.Ordinal);
        Assert.Contains("<strong>bold</strong>", html, StringComparison.Ordinal);
        Assert.Contains("&lt;not a tag&gt;", html, StringComparison.Ordinal);
        Assert.Contains("href=\"https://kent.example/a\"", html, StringComparison.Ordinal);
        Assert.Contains("rel=\"noopener nofollow\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"mailto:a@b.example\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Headings_fit_under_the_page_they_stand_on() =>
        Assert.Contains("<h4>Title</h4>", _markdown.Html("# Title", top: 4).Value, StringComparison.Ordinal);
}
