using CoDesign.Domain.Kernel;
using CsCheck;

namespace CoDesign.Tests.Kernel;

/// <summary>What somebody typed is taken word for word, or refused with what to do.</summary>
public sealed class WrittenTests
{
    [Theory]
    [InlineData("  Dark by the sea ", "Dark by the sea")]
    [InlineData("one\r\ntwo\rthree", "one\ntwo\nthree")]
    [InlineData("two  spaces\tand a tab", "two  spaces\tand a tab")]
    [InlineData("👩‍🦽 by the 🌊", "👩‍🦽 by the 🌊")]
    [InlineData("Ffôn, naïve, 住宅", "Ffôn, naïve, 住宅")]
    public void Words_lose_only_the_white_space_around_them(string typed, string kept)
    {
        Assert.Null(Written.Words(typed, "text", "words", 100, out var words));
        Assert.Equal(kept, words);
    }

    [Theory]
    [InlineData(null, "how-we-will-know.empty")]
    [InlineData("\u00a0 \u200b", "how-we-will-know.empty")]
    [InlineData("12345678901", "how-we-will-know.too-long")]
    [InlineData("a\u0007", "how-we-will-know.unreadable")]
    [InlineData("a\u009f", "how-we-will-know.unreadable")]
    public void Nothing_too_much_and_control_characters_are_refused(string? typed, string code)
    {
        var refusal = Written.Words(typed, "howWeWillKnow", "how we will know", 10, out _);

        Assert.Equal((code, "howWeWillKnow"), (refusal?.Code, refusal?.Field));
    }

    [Fact]
    public void Half_of_a_pair_is_refused_wherever_it_stands()
    {
        foreach (var typed in new[] { "\ud83d", "a\ude00", "\ud83dx", "\ud83d\ud83d\ude00" })
            Assert.Equal("text.unreadable", Written.Words(typed, "text", "words", 10, out _)?.Code);
    }

    [Fact]
    public void Words_that_may_be_left_out_may_be_left_out_and_no_more()
    {
        Assert.Null(Written.OptionalWords(null, "how", "how", 10, out var words));
        Assert.Equal("", words);
        Assert.Equal("how.too-long", Written.OptionalWords(new string('x', 11), "how", "how", 10, out _)?.Code);
    }

    [Fact]
    public void What_was_accepted_once_is_accepted_again_unchanged() => Gen.String.Sample(
        typed =>
        {
            if (Written.Words(typed, "text", "words", 100, out var words) is not null) return;
            Assert.Null(Written.Words(words, "text", "words", 100, out var again));
            Assert.Equal(words, again);
        },
        writeLine: TestContext.Current.TestOutputHelper!.WriteLine);
}
