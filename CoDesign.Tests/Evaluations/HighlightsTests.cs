using CoDesign.App.Evaluations;
using Microsoft.AspNetCore.Components;

namespace CoDesign.Tests.Evaluations;

public sealed class HighlightsTests
{
    [Theory]
    [InlineData("<p>One two three.</p>", "two", "<p>One <mark>two</mark> three.</p>")]
    [InlineData("<p>One two\nthree.</p>", "TWO three", "<p>One <mark>two\nthree</mark>.</p>")]
    [InlineData("<p>One <strong>two</strong> three.</p>", "one two", "<p><mark>One </mark><strong><mark>two</mark></strong> three.</p>")]
    [InlineData("<p>One.</p>\n<p>Two.</p>", "One. Two.", "<p><mark>One.</mark></p>\n<p><mark>Two.</mark></p>")]
    [InlineData("<p>One.</p>", "three", "<p>One.</p>")]
    [InlineData("<p>a &lt;b&gt; c</p>", "<b>", "<p>a <mark>&lt;b&gt;</mark> c</p>")]
    public void A_passage_is_marked_where_it_stands(string html, string passage, string marked) =>
        Assert.Equal(marked, Highlights.Mark(new MarkupString(html), [passage]).Value);

    [Fact]
    public void Passages_may_overlap()
    {
        var marked = Highlights.Mark(new MarkupString("<p>one two three</p>"), ["one two", "two three", "", "one two"]).Value;

        Assert.Equal("one two three", marked.Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal)[3..^4]);
        Assert.Contains("<mark>one ", marked, StringComparison.Ordinal);
    }
}
