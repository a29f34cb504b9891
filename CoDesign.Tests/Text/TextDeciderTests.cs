using CoDesign.Domain.Kernel;
using CoDesign.Domain.Text;
using static CoDesign.Tests.Text.OpenText;

namespace CoDesign.Tests.Text;

public sealed class TextDeciderTests
{
    [Fact]
    public void Two_people_who_write_at_once_both_keep_their_words()
    {
        var text = Clause("Meals");
        text.Push(Tom, 1, "tom", "1", """[[0,"Warm "],5]""");
        text.Push(Grace, 1, "grace", "1", """[5,[0," at noon"]]""");
        Assert.Equal("Warm Meals at noon", text.State.Text);
        Assert.Equal(3, text.State.Version);
    }

    [Fact]
    public void Words_written_where_others_deleted_stay()
    {
        var text = Clause("one two three");
        text.Push(Tom, 1, "tom", "1", "[4,[4],5]");
        text.Push(Grace, 1, "grace", "1", """[6,[0,"and a half "],7]""");
        Assert.Equal("one and a half three", text.State.Text);
    }

    [Fact]
    public void A_step_sent_twice_is_taken_once()
    {
        var text = Clause();
        text.Push(Tom, 0, "tom", "1", """[[0,"once"]]""");
        var again = text.Push(Tom, 0, "tom", "1", """[[0,"once"]]""");
        Assert.Null(again.Refusal);
        Assert.Empty(again.Events);
        Assert.Equal("once", text.State.Text);
    }

    [Fact]
    public void Of_a_push_that_holds_known_steps_and_new_ones_only_the_new_ones_happen()
    {
        var text = Clause();
        text.Push(Tom, 0, "tom", "1", """[[0,"a"]]""");
        text.Push(Grace, 1, "grace", "1", """[[0,"!"],1]""");
        text.Ask(Tom, new PushUpdates(0, [Step("tom", "1", """[[0,"a"]]"""), Step("tom", "2", """[1,[0,"b"]]""")]));
        Assert.Equal("!ab", text.State.Text);
    }

    [Fact]
    public void Steps_out_of_their_order_are_refused()
    {
        var text = Clause();
        text.Push(Tom, 0, "tom", "1", """[[0,"a"]]""");
        var mixed = text.Ask(Tom, new PushUpdates(0, [Step("tom", "2", """[[0,"b"]]"""), Step("tom", "1", """[1,[0,"a"]]""")]));
        Assert.Equal("text.out-of-order", mixed.Refusal?.Code);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    [InlineData(long.MaxValue)]
    public void A_version_that_the_text_never_had_is_refused(long version)
    {
        Assert.Equal("text.version-unknown", Clause("words").Push(Tom, version, "tom", "1", "[5]").Refusal?.Code);
    }

    [Theory]
    [InlineData("""[4,[0,"x"]]""")]
    [InlineData("""[6,[0,"x"]]""")]
    [InlineData("""[]""")]
    public void A_change_that_does_not_fit_the_text_is_refused(string changes)
    {
        var text = Clause("so 😀");
        Assert.Equal("text.unreadable", text.Push(Tom, 1, "tom", "1", changes).Refusal?.Code);
    }

    [Fact]
    public void A_change_that_cuts_an_emoji_in_two_is_refused_even_where_it_comes_late()
    {
        var text = Clause("😀");
        Assert.Equal("text.unreadable", text.Push(Tom, 1, "tom", "1", """[1,[0,"x"],1]""").Refusal?.Code);
        text.Push(Grace, 1, "grace", "1", """[2,[0,"!"]]""");
        Assert.Equal("text.unreadable", text.Push(Tom, 1, "tom", "1", """[1,[0,"x"],1]""").Refusal?.Code);
        Assert.Equal("😀!", text.State.Text);
    }

    [Fact]
    public void A_step_without_changes_or_without_a_usable_name_is_refused()
    {
        var text = Clause();
        foreach (var (client, operation) in new[] { ("", "1"), ("tom", ""), (new string('c', 65), "1"), ("tom", new string('o', 65)) })
            Assert.Equal("text.unreadable", text.Push(Tom, 0, client, operation, """[[0,"a"]]""").Refusal?.Code);
        Assert.Equal("text.unreadable", text.Ask(Tom, new PushUpdates(0, [null!])).Refusal?.Code);
        Assert.Equal("text.unreadable", text.Ask(Tom, new PushUpdates(0, [new TextUpdate("tom", "1", null!)])).Refusal?.Code);
        Assert.Equal("text.unreadable", text.Ask(Tom, new PushUpdates(0, [new TextUpdate(null!, null!, ChangeSet.Between("", "a"))])).Refusal?.Code);
    }

    [Fact]
    public void A_push_of_nothing_changes_nothing()
    {
        var text = Clause("words");
        Assert.Empty(text.Ask(Tom, new PushUpdates(1, [])).Events);
        Assert.Empty(text.Ask(Tom, new PushUpdates(1, default)).Events);
    }

    [Fact]
    public void More_steps_at_once_than_the_limit_are_refused()
    {
        var many = Enumerable.Range(0, 201).Select(i => Step("tom", $"{i}", $"""[{i},[0,"a"]]""")).ToArray();
        Assert.Equal("text.too-many-updates", Clause().Ask(Tom, new PushUpdates(0, [.. many])).Refusal?.Code);
        Assert.Null(Clause().Ask(Tom, new PushUpdates(0, [.. many[..200]])).Refusal);
    }

    [Fact]
    public void A_text_holds_two_hundred_thousand_units_and_not_one_more()
    {
        var text = Clause(new string('a', TextDocument.Longest - 1));
        Assert.Equal("text.too-long", text.Push(Tom, 1, "tom", "1", $"""[{TextDocument.Longest - 1},[0,"bc"]]""").Refusal?.Code);
        Assert.Null(text.Push(Tom, 1, "tom", "1", $"""[{TextDocument.Longest - 1},[0,"b"]]""").Refusal);
        Assert.Equal(TextDocument.Longest, text.State.Text.Length);
    }

    [Fact]
    public void A_refused_push_leaves_everything_as_it_was()
    {
        var text = Clause("words");
        var before = text.State;
        text.Ask(Tom, new PushUpdates(1, [Step("tom", "1", """[5,[0,"!"]]"""), Step("tom", "2", """[9,[0,"?"]]""")]));
        Assert.Same(before, text.State);
    }

    [Fact]
    public void The_text_keeps_its_last_two_thousand_steps_in_memory_and_no_more()
    {
        var text = Typed(TextDocument.Window + 100);
        Assert.Equal(TextDocument.Window, text.State.Recent.Count);
        Assert.Equal(100, text.State.RecentFrom);
        Assert.Null(text.State.Since(99));
        Assert.Equal(TextDocument.Window, text.State.Since(100)!.Count);
        Assert.Equal(TextDocument.Window + 101, text.State.StreamVersion(text.State.Version));
    }

    [Fact]
    public void A_step_from_before_what_is_in_memory_needs_the_older_ones_from_the_store()
    {
        var text = Typed(TextDocument.Window + 100);
        Assert.Equal("text.too-old", text.Push(Grace, 10, "grace", "1", """[5,[0,"!"],5]""").Refusal?.Code);
        var late = new PushUpdates(10, [Step("grace", "1", """[5,[0,"!"],5]""")]) { Older = [.. text.History[10..100]] };
        Assert.Null(text.Ask(Grace, late).Refusal);
        Assert.Equal($"aaaaa!{new string('a', TextDocument.Window + 95)}", text.State.Text);
        Assert.Empty(text.Ask(Grace, late).Events);
    }

    [Fact]
    public void Many_steps_from_long_ago_are_refused_because_everybody_would_wait_for_them()
    {
        var text = Typed(1_501);
        var many = Enumerable.Range(0, 200).Select(i => Step("grace", $"{i}", $"""[1,{i},[0,"b"]]""")).ToArray();
        Assert.Equal("text.too-old", text.Ask(Grace, new PushUpdates(1, [.. many])).Refusal?.Code);
        Assert.Null(text.Ask(Grace, new PushUpdates(1_401, [.. many.Select(step => step with { Changes = Longer(step.Changes, 1_400) })])).Refusal);
    }

    [Fact]
    public void A_step_that_changes_thousands_of_places_is_refused()
    {
        var text = Clause(new string('a', 6_000));
        var everywhere = string.Join(',', Enumerable.Repeat("""1,[1,"b"]""", 3_000));
        Assert.Equal("text.too-many-places", text.Push(Tom, 1, "tom", "1", $"[{everywhere}]").Refusal?.Code);
    }

    [Fact]
    public void Saving_without_scripts_keeps_what_others_wrote_meanwhile()
    {
        var text = Clause("Warm meals.\nEvery day.");
        text.Push(Grace, 1, "grace", "1", """[22,[0," At noon."]]""");
        text.Ask(Tom, new ReplaceText(1, "Warm meals.\r\nEvery day.", "Hot meals.\r\nEvery day."));
        Assert.Equal("Hot meals.\nEvery day. At noon.", text.State.Text);
    }

    [Fact]
    public void Saving_without_scripts_what_was_shown_changes_nothing()
    {
        var text = Clause("a\nb");
        Assert.Empty(text.Ask(Tom, new ReplaceText(1, "a\nb", "a\r\nb")).Events);
    }

    [Fact]
    public void Saving_without_scripts_over_something_that_was_never_shown_is_refused()
    {
        var text = Clause("words");
        Assert.Equal("text.unreadable", text.Ask(Tom, new ReplaceText(1, "other words", "mine")).Refusal?.Code);
        Assert.Equal("text.version-unknown", text.Ask(Tom, new ReplaceText(7, "words", "mine")).Refusal?.Code);
        Assert.Equal("text.too-long", text.Ask(Tom, new ReplaceText(1, "words", new string('a', TextDocument.Longest + 1))).Refusal?.Code);
        Assert.Equal("text.unreadable", text.Ask(Tom, new ReplaceText(1, "words", "\u0000")).Refusal?.Code);
        Assert.Equal("words", text.State.Text);
    }

    [Fact]
    public void Only_the_system_begins_a_text_and_beginning_it_again_changes_nothing()
    {
        var text = Clause("words");
        var owner = new StreamId("project", Guid.NewGuid());
        Assert.Equal(Refusal.NotFound, text.Ask(Tom, new CreateText(owner)).Refusal);
        Assert.Empty(text.Ask(ParticipantId.System, new CreateText(owner)).Events);
    }

    /// <summary>The same change for a text that has more words at its beginning.</summary>
    private static ChangeSet Longer(ChangeSet change, int words) => new([new Stretch(words, null), .. change.Stretches]);

    /// <summary>A clause in which Tom typed the letter a many times.</summary>
    private static OpenText Typed(int times)
    {
        var text = Clause();
        for (var i = 0; i < times; i++) text.Push(Tom, i, "tom", $"{i}", i == 0 ? """[[0,"a"]]""" : $"""[{i},[0,"a"]]""");
        return text;
    }
}
