using CoDesign.Domain.Kernel;
using CoDesign.Domain.Text;
using static CoDesign.Tests.Text.OpenText;

namespace CoDesign.Tests.Text;

public sealed class TextAccessTests
{
    [Fact]
    public void Those_who_run_the_project_write_its_clauses()
    {
        var text = Clause();
        Assert.Null(text.Push(Tom, 0, "tom", "1", """[[0,"a"]]""").Refusal);
        Assert.Null(text.Push(Grace, 0, "grace", "1", """[[0,"b"]]""").Refusal);
        Assert.True(text.SeenBy(Tom)?.MayWrite);
        Assert.True(text.SeenBy(Grace)?.MayWrite);
    }

    [Fact]
    public void Service_users_and_invited_providers_comment_and_suggest_but_do_not_write()
    {
        var text = Clause("words");
        foreach (var reader in new[] { Amina, HarbourLights })
        {
            Assert.Equal((false, true), (text.SeenBy(reader)!.MayWrite, text.SeenBy(reader)!.MayRemark));
            Assert.Equal("text.not-writer", text.Push(reader, 1, "x", "1", "[[5]]").Refusal?.Code);
            Assert.Equal("text.not-writer", text.Ask(reader, new ReplaceText(1, "words", "mine")).Refusal?.Code);
            Assert.Null(text.Ask(reader, new Comment("words", null, "Which ones?", null)).Refusal);
            Assert.Null(text.Ask(reader, new Suggest("words", null, "plain words", "")).Refusal);
        }
    }

    [Fact]
    public void Councillors_read_clauses_and_do_no_more()
    {
        var text = Clause("words");
        Assert.Equal(new TextView(1, "words", MayWrite: false), text.SeenBy(Councillor));
        Assert.Equal("text.not-writer", text.Push(Councillor, 1, "x", "1", "[[5]]").Refusal?.Code);
        Assert.Equal("text.not-taking-part", text.Ask(Councillor, new Comment("words", null, "Which ones?", null)).Refusal?.Code);
        Assert.Equal("text.not-taking-part", text.Ask(Councillor, new Suggest("words", null, "others", "")).Refusal?.Code);
    }

    [Fact]
    public void To_a_stranger_a_clause_looks_like_one_that_is_not_there()
    {
        var text = Clause("words");
        foreach (var outside in new[] { Stranger, ParticipantId.Public, ParticipantId.System })
        {
            Assert.Null(text.SeenBy(outside));
            Assert.Equal(Refusal.NotFound, text.Push(outside, 1, "x", "1", "[[5]]").Refusal);
            Assert.Equal(Refusal.NotFound, text.Ask(outside, new ReplaceText(1, "words", "")).Refusal);
            Assert.Equal(Refusal.NotFound, text.Ask(outside, new Comment("words", null, "Which ones?", null)).Refusal);
        }
    }

    [Fact]
    public void An_answer_is_its_teams_alone()
    {
        var text = Answer("Our approach");
        Assert.True(text.SeenBy(HarbourLights)?.MayWrite);
        foreach (var other in new[] { Tom, Amina, Councillor, Stranger, ParticipantId.Public })
        {
            Assert.Null(text.SeenBy(other));
            Assert.Equal(Refusal.NotFound, text.Push(other, 1, "x", "1", "[[12]]").Refusal);
        }
    }

    [Fact]
    public void An_answer_can_be_written_until_the_very_deadline_and_only_read_after_it()
    {
        var text = Answer("Our approach");
        text.Now = new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
        Assert.Null(text.Push(HarbourLights, 1, "x", "1", """[12,[0,"!"]]""").Refusal);
        text.Now += TimeSpan.FromTicks(1);
        Assert.Equal("bid.late", text.Push(HarbourLights, 2, "x", "2", """[13,[0,"!"]]""").Refusal?.Code);
        Assert.Equal("bid.late", text.Ask(HarbourLights, new Comment("", null, "Late", null)).Refusal?.Code);
        Assert.Equal(new TextView(2, "Our approach!", MayWrite: false), text.SeenBy(HarbourLights));
    }

    [Fact]
    public void A_text_that_nobody_began_is_not_found()
    {
        var context = new Context(Tom, new OperationId(Guid.NewGuid()), DateTimeOffset.UnixEpoch, Facts.None);
        Assert.Equal(Refusal.NotFound, TextDecider.Decide(TextDecider.Initial, new PushUpdates(0, []), context).Refusal);
        Assert.Null(TextView.For(TextDecider.Initial, Facts.None, Tom, DateTimeOffset.UnixEpoch));
    }
}
