using CoDesign.Domain.Kernel;
using CoDesign.Domain.Text;
using static CoDesign.Tests.Text.OpenText;

namespace CoDesign.Tests.Text;

public sealed class TextAccessTests
{
    [Fact]
    public void Commissioners_and_service_users_write_clauses()
    {
        var text = Clause();
        Assert.Null(text.Push(Tom, 0, "tom", "1", """[[0,"a"]]""").Refusal);
        Assert.Null(text.Push(Amina, 0, "amina", "1", """[[0,"b"]]""").Refusal);
        Assert.True(text.SeenBy(Tom)?.MayWrite);
        Assert.True(text.SeenBy(Amina)?.MayWrite);
    }

    [Fact]
    public void Providers_and_councillors_read_clauses_but_do_not_write_them()
    {
        var text = Clause("words");
        foreach (var reader in new[] { HarbourLights, Councillor })
        {
            Assert.Equal(new TextView(1, "words", MayWrite: false), text.SeenBy(reader));
            Assert.Equal("text.not-writer", text.Push(reader, 1, "x", "1", "[[5]]").Refusal?.Code);
        }
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
