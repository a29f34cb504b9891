using CoDesign.Domain.Kernel;
using CoDesign.Domain.Text;
using static CoDesign.Tests.Text.OpenText;

namespace CoDesign.Tests.Text;

/// <summary>Comments and suggestions: what may be said of a text, by whom, and what becomes of it.</summary>
public sealed class RemarkTests
{
    [Fact]
    public void A_comment_goes_with_its_words()
    {
        var text = Clause("Meals are warm. Meals are shared.");
        Made(text.Ask(Amina, new Comment("Meals", 14, "Lunch too?", null)));
        Assert.Equal(new Anchor(16, 21), text.State.Places.Single());
        text.Push(Tom, 1, "tom", "1", """[[0,"Daily. "],33]""");
        text.Push(Tom, 2, "tom", "2", """[25,[0,"ti"],15]""");
        Assert.Equal("Metials", text.State.Places.Single().WordsIn(text.State.Text));
        Assert.Equal(("Meals", "Lunch too?", Amina), (text.State.Remarks[0].Quote, text.State.Remarks[0].Text, text.State.Remarks[0].By));
    }

    [Fact]
    public void When_its_words_go_a_comment_stays_and_keeps_its_quote()
    {
        var text = Clause("Warm meals at noon");
        Made(text.Ask(Amina, new Comment("at noon", null, "Later for me.", null)));
        text.Push(Tom, 1, "tom", "1", "[10,[8]]");
        Assert.True(text.State.Places.Single().IsLost);
        Assert.Equal("at noon", text.State.Remarks.Single().Quote);
        text.Push(Tom, 2, "tom", "2", """[10,[0," at noon"]]""");
        Assert.True(text.State.Places.Single().IsLost);
    }

    [Fact]
    public void A_comment_on_the_whole_clause_stays_whatever_becomes_of_the_words()
    {
        var text = Clause("words");
        Made(text.Ask(Amina, new Comment("", null, "Too short.", null)));
        text.Push(Tom, 1, "tom", "1", "[[5]]");
        Assert.Equal(Anchor.Whole, text.State.Places.Single());
    }

    [Fact]
    public void Words_are_found_whatever_white_space_stands_between_them_and_others_are_refused()
    {
        var text = Clause("Warm\n\nmeals. Warm  meals.");
        Made(text.Ask(Amina, new Comment(" Warm meals ", 20, "Good.", null)));
        Assert.Equal("Warm  meals", text.State.Remarks.Single().Quote);
        Assert.Equal("quote.unknown", text.Ask(Amina, new Comment("cold meals", null, "Good.", null)).Refusal?.Code);
        Assert.Equal("quote.unknown", text.Ask(Amina, new Comment("W.rm", null, "Good.", null)).Refusal?.Code);
        Assert.Equal("text.empty", text.Ask(Amina, new Comment("Warm", null, " ", null)).Refusal?.Code);
    }

    [Fact]
    public void A_thread_is_answered_resolved_with_a_reason_and_opened_again()
    {
        var text = Clause("words");
        var id = Made(text.Ask(Amina, new Comment("words", null, "Which ones?", Tom)));
        Made(text.Ask(HarbourLights, new ReplyToRemark(id, "Plain ones.", Amina)));
        Assert.Equal("reason.empty", text.Ask(Tom, new ResolveComment(id, "")).Refusal?.Code);
        Made(text.Ask(Tom, new ResolveComment(id, "Said it plainly.")));
        Assert.Equal(new Closing(Settlement.Resolved, Tom, text.Now, "Said it plainly."), text.State.Remarks.Single().Closed);
        Assert.Equal("remark.settled", text.Ask(Tom, new ResolveComment(id, "Again")).Refusal?.Code);
        Made(text.Ask(Amina, new ReopenComment(id)));
        Assert.Null(text.State.Remarks.Single().Closed);
        Assert.Equal("remark.open", text.Ask(Amina, new ReopenComment(id)).Refusal?.Code);
        Assert.Equal("Plain ones.", text.State.Remarks.Single().Replies.Single().Text);
    }

    [Fact]
    public void A_comment_is_resolved_by_whoever_made_it_or_decides()
    {
        var text = Clause("words");
        var id = Made(text.Ask(Amina, new Comment("words", null, "Which ones?", null)));
        Assert.Equal("remark.not-yours", text.Ask(HarbourLights, new ResolveComment(id, "Fine now")).Refusal?.Code);
        Made(text.Ask(Amina, new ResolveComment(id, "I see now.")));
        Assert.Equal("remark.not-yours", text.Ask(HarbourLights, new ReopenComment(id)).Refusal?.Code);
    }

    [Fact]
    public void Only_readers_can_be_mentioned()
    {
        var text = Clause("words");
        Assert.Equal("mention.unknown", text.Ask(Amina, new Comment("words", null, "Hello", Stranger)).Refusal?.Code);
        var id = Made(text.Ask(Amina, new Comment("words", null, "Hello", Councillor)));
        Assert.Equal("mention.unknown", text.Ask(Amina, new ReplyToRemark(id, "Hello", Stranger)).Refusal?.Code);
        Assert.Equal(Refusal.NotFound, text.Ask(Amina, new ReplyToRemark(new RemarkId(Guid.NewGuid()), "Hello", null)).Refusal);
    }

    [Fact]
    public void A_suggestion_changes_nothing_until_it_is_accepted_and_then_stands_under_its_authors_name()
    {
        var text = Clause("Meals at noon");
        var id = Made(text.Ask(Amina, new Suggest("noon", null, "six", "People work.")));
        text.Push(Tom, 1, "tom", "1", """[[0,"Warm "],13]""");
        Assert.Equal("Warm Meals at noon", text.State.Text);
        Assert.Equal("remark.not-decider", text.Ask(HarbourLights, new AcceptSuggestion(id, "Yes")).Refusal?.Code);
        Made(text.Ask(Tom, new AcceptSuggestion(id, "Of course.")));
        Assert.Equal("Warm Meals at six", text.State.Text);
        Assert.Equal((3, Amina), (text.State.Version, text.State.Recent[^1].By));
        Assert.Equal((Settlement.Accepted, Tom, "Of course."), (text.State.Remarks[0].Closed!.How, text.State.Remarks[0].Closed!.By, text.State.Remarks[0].Closed!.Reason));
        Assert.Equal("remark.settled", text.Ask(Tom, new DeclineSuggestion(id, "No")).Refusal?.Code);
    }

    [Fact]
    public void A_suggestion_is_declined_with_a_reason()
    {
        var text = Clause("Meals at noon");
        var id = Made(text.Ask(Amina, new Suggest("noon", null, "midnight", "")));
        Assert.Equal("reason.empty", text.Ask(Tom, new DeclineSuggestion(id, null)).Refusal?.Code);
        Assert.Equal("remark.not-decider", text.Ask(Amina, new DeclineSuggestion(id, "No")).Refusal?.Code);
        Made(text.Ask(Tom, new DeclineSuggestion(id, "Kitchens close at nine.")));
        Assert.Equal("Meals at noon", text.State.Text);
        Assert.Equal("remark.other-kind", text.Ask(Tom, new ReopenComment(id)).Refusal?.Code);
    }

    [Fact]
    public void A_suggestion_about_words_that_changed_meanwhile_is_not_forced_into_the_text()
    {
        var text = Clause("Meals at noon");
        var changed = Made(text.Ask(Amina, new Suggest("at noon", null, "at six", "")));
        text.Push(Tom, 1, "tom", "1", """[9,[0,"about "],4]""");
        Assert.Equal("suggestion.words-moved", text.Ask(Tom, new AcceptSuggestion(changed, "Yes")).Refusal?.Code);
        var gone = Made(text.Ask(Amina, new Suggest("about", null, "around", "")));
        text.Push(Tom, 2, "tom", "2", "[9,[6],4]");
        Assert.Equal("suggestion.words-moved", text.Ask(Tom, new AcceptSuggestion(gone, "Yes")).Refusal?.Code);
        Assert.Equal("Meals at noon", text.State.Text);
    }

    [Fact]
    public void Words_can_be_suggested_to_be_left_out_or_to_stand_at_the_end()
    {
        var text = Clause("Meals at noon");
        Made(text.Ask(Tom, new AcceptSuggestion(Made(text.Ask(Amina, new Suggest(" at noon", null, "", ""))), "Yes")));
        Assert.Equal("Meals ", text.State.Text);
        Made(text.Ask(Tom, new AcceptSuggestion(Made(text.Ask(Amina, new Suggest("", null, "Every day.", ""))), "Yes")));
        Assert.Equal("Meals \n\nEvery day.", text.State.Text);
        Assert.Equal("instead.empty", text.Ask(Amina, new Suggest("", null, " ", "")).Refusal?.Code);
        Assert.Equal("instead.same", text.Ask(Amina, new Suggest("Every day", null, "Every day", "")).Refusal?.Code);
    }

    [Fact]
    public void Steps_keep_their_numbers_whatever_is_said_between_them()
    {
        var text = Clause("a");
        var id = Made(text.Ask(Amina, new Comment("", null, "One", null)));
        Made(text.Ask(Amina, new ReplyToRemark(id, "Two", null)));
        text.Push(Tom, 1, "tom", "1", """[1,[0,"b"]]""");
        Made(text.Ask(Tom, new ResolveComment(id, "Three")));
        text.Push(Tom, 2, "tom", "2", """[2,[0,"c"]]""");
        Assert.Equal((3, "abc"), (text.State.Version, text.State.Text));
        Assert.Equal([0, 2, 5, 7], Enumerable.Range(0, 4).Select(version => text.State.StreamVersion(version)));
        Assert.Equal([0, 1, 1, 1, 2, 2, 3], Enumerable.Range(1, 7).Select(version => text.State.VersionAt(version)));
    }

    private static RemarkId Made(Decision decision)
    {
        Assert.Null(decision.Refusal);
        return new RemarkId(decision.Made ?? Guid.Empty);
    }
}
