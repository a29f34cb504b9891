using AngleSharp.Html.Parser;
using CoDesign.App.Shell;

namespace CoDesign.Tests.Shell;

public sealed class MarkdownTests : IDisposable
{
    private readonly Markdown _markdown = new();

    public void Dispose() => _markdown.Dispose();

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<svg/onload=alert(1)>")]
    [InlineData("<iframe srcdoc='<script>alert(1)</script>'>")]
    [InlineData("<a href='javascript:alert(1)'>x</a>")]
    [InlineData("<style>*{display:none}</style>")]
    [InlineData("<details open ontoggle=alert(1)>")]
    [InlineData("<form action=//evil.example><input name=password></form>")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](java\tscript:alert(1))")]
    [InlineData("[x](&#106;avascript:alert(1))")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[x](vbscript:msgbox)")]
    [InlineData("[x](file:///etc/passwd)")]
    [InlineData("[x](//evil.example)")]
    [InlineData("[x](/sign-out)")]
    [InlineData("![x](https://evil.example/track.png)")]
    [InlineData("![x](javascript:alert(1))")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[x]: javascript:alert(1)\n\n[x]")]
    [InlineData("[a](https://a.example \"x\" onmouseover=alert(1))")]
    [InlineData("`<script>alert(1)</script>`")]
    [InlineData("```html\n<script>alert(1)</script>\n```")]
    [InlineData("| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |")]
    [InlineData("text <!-- --><script>alert(1)</script>")]
    [InlineData("<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>")]
    [InlineData("# heading {#main onclick=alert(1)}")]
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
