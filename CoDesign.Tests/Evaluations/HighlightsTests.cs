using CoDesign.App.Evaluations;
using CoDesign.App.Shell;
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

    [Fact]
    public void Each_sentence_can_be_chosen_once_and_is_found_again_where_it_stands()
    {
        const string Answer = """
            We say **hello** to [each one](https://hello.example). Is that all? “No.” We ask
            them to stay, e.g. for tea.

            - A helper sits with them
            - A helper sits with them

            | Day | Who |
            |---|---|
            | Monday | Olu & Sam |

            …
            """;
        using var markdown = new Markdown();
        var html = markdown.Html(Answer, 4);

        var sentences = Sentences.Of(html);

        Assert.Equal(["We say hello to each one.", "Is that all?", "“No.”", "We ask them to stay, e.g.", "for tea.", "A helper sits with them", "Day", "Who", "Monday", "Olu & Sam"], sentences);
        Assert.All(sentences, sentence => Assert.NotEqual(html.Value, Highlights.Mark(html, [sentence]).Value));
    }

    [Fact]
    public void A_sentence_without_an_end_is_cut_to_what_a_note_may_hold()
    {
        var endless = string.Join(' ', Enumerable.Repeat("and", 400));

        var sentence = Assert.Single(Sentences.Of(new MarkupString($"<p>{endless}</p>")));

        Assert.InRange(sentence.Length, 990, 1_000);
        Assert.EndsWith(" and", sentence, StringComparison.Ordinal);
    }
}
