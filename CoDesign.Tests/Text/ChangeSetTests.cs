using System.Text.Json;
using CoDesign.Domain.Text;
using CsCheck;

namespace CoDesign.Tests.Text;

public sealed class ChangeSetTests
{
    /// <summary>Texts of whole characters, some of them two units long.</summary>
    private static readonly Gen<string> Texts =
        Gen.OneOf("a", "b", " ", "\n", "é", "😀", "🇬🇧").Array[0, 12].Select(string.Concat);

    [Fact]
    public void Words_typed_in_the_middle_stand_there_and_the_rest_stays()
    {
        Assert.Equal("Warm meals, please", Read("""[4,[0," meals"],8]""").Apply("Warm, please"));
    }

    [Fact]
    public void Line_breaks_and_emoji_count_as_CodeMirror_counts_them()
    {
        Assert.Equal("A 😀\nB\nC", Read("""[4,[3,"","B","C"]]""").Apply("A 😀 it"));
    }

    [Fact]
    public void A_change_for_a_text_of_another_length_is_an_error()
    {
        Assert.Throws<ArgumentException>(() => Read("[5]").Apply("four"));
        Assert.Throws<ArgumentException>(() => Read("[5]").Map(Read("[4]")));
    }

    [Fact]
    public void An_edge_inside_an_emoji_is_noticed()
    {
        Assert.True(Read("""[1,[0,"x"],1]""").SplitsCharacter("😀"));
        Assert.False(Read("""[2,[0,"x"]]""").SplitsCharacter("😀"));
    }

    [Fact]
    public void The_smallest_replacement_between_two_texts_leaves_emoji_whole()
    {
        var change = ChangeSet.Between("I like 😀!", "I like 😁!");
        Assert.Equal("""[7,[2,"😁"],1]""", Write(change));
    }

    [Fact]
    public void Between_two_texts_lies_always_a_change_that_makes_one_of_the_other() =>
        Gen.Select(Texts, Texts).Sample((before, after) =>
        {
            var change = ChangeSet.Between(before, after);
            return change.Apply(before) == after && !change.SplitsCharacter(before);
        });

    [Fact]
    public void Whoever_comes_first_both_orders_end_with_the_same_text() =>
        Gen.Select(Texts, Texts, Texts).Sample((text, mine, theirs) =>
        {
            var (a, b) = (ChangeSet.Between(text, mine), ChangeSet.Between(text, theirs));
            return a.Map(b).Apply(b.Apply(text)) == b.Map(a, before: true).Apply(a.Apply(text));
        });

    [Fact]
    public void What_is_written_as_JSON_reads_back_the_same() =>
        Gen.Select(Texts, Texts).Sample((before, after) =>
        {
            var change = ChangeSet.Between(before, after);
            return Read(Write(change)).Stretches.SequenceEqual(change.Stretches);
        });

    [Theory]
    [InlineData("{}")]
    [InlineData("null5")]
    [InlineData("5")]
    [InlineData("\"5\"")]
    [InlineData("[-1]")]
    [InlineData("[1.5]")]
    [InlineData("[null]")]
    [InlineData("[\"a\"]")]
    [InlineData("[[]]")]
    [InlineData("[[\"a\"]]")]
    [InlineData("[[-1,\"a\"]]")]
    [InlineData("[[0,1]]")]
    [InlineData("[[0,null]]")]
    [InlineData("[[0,[\"a\"]]]")]
    [InlineData("[[0,{}]]")]
    [InlineData("[[0,\"a\\nb\"]]")]
    [InlineData("[[0,\"a\\rb\"]]")]
    [InlineData("[[0,\"\\u0000\"]]")]
    [InlineData("[[0,\"\\ud83d\"]]")]
    [InlineData("[99999999999]")]
    [InlineData("[2147483647,2147483647]")]
    [InlineData("[10000000,10000000]")]
    public void JSON_that_is_no_change_is_refused_as_such(string json)
    {
        Assert.Throws<JsonException>(() => Read(json));
    }

    private static ChangeSet Read(string json) => JsonSerializer.Deserialize<ChangeSet>(json)!;

    private static string Write(ChangeSet change) =>
        JsonSerializer.Serialize(change).Replace("\\uD83D\\uDE01", "😁", StringComparison.Ordinal);
}
