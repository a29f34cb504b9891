using System.Text.RegularExpressions;
using CoDesign.App.Workshops;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Workshops;
using CoDesign.Tests.Projects;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Workshops;

/// <summary>The cards that come with CoDesign.</summary>
public sealed partial class DeckTests
{
    private static readonly Deck Deck = new();

    public static TheoryData<string> Keys => [.. Deck.Cards.Select(card => card.Key)];

    [Fact]
    public void There_are_enough_cards_of_every_kind()
    {
        Assert.True(Deck.Cards.Count(card => card.Kind == CardKind.Method) >= 48);
        Assert.True(Deck.Cards.Count(card => card.Kind == CardKind.Principle) >= 10);
        Assert.True(Deck.Cards.Count(card => card.Kind == CardKind.Prompt) >= 16);
    }

    [Fact]
    public void Every_phase_and_category_has_methods_enough_to_choose_from()
    {
        var methods = Deck.Cards.Where(card => card.Kind == CardKind.Method).ToArray();
        Assert.All(Enum.GetValues<Phase>(), phase => Assert.True(methods.Count(card => card.Phases.Contains(phase)) >= 10, $"{phase} has too few."));
        Assert.All(Enum.GetValues<CardCategory>(), category => Assert.True(methods.Count(card => card.Category == category) >= 8, $"{category} has too few."));
    }

    [Fact]
    public void No_two_cards_share_a_key_or_a_name()
    {
        Assert.Equal(Deck.Cards.Length, Deck.Cards.DistinctBy(card => card.Key).Count());
        Assert.Equal(Deck.Cards.Length, Deck.Cards.DistinctBy(card => card.Name).Count());
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_card_is_whole_and_in_order(string key)
    {
        var card = Deck.Cards.Single(one => one.Key == key);
        Assert.Null(MethodCard.Check(card, out var kept));
        Assert.Equal(Kernel.Given.Kept(kept), Kernel.Given.Kept(card));
        Assert.Matches(Key(), card.Key);
        Assert.False(card.IsOwn || card.Key is "new" or "print", "A page or a project's own card has this address.");
        Assert.True(card.Steps.Length >= 3, "Too few steps for somebody who has never run it.");
        if (card.Board is not { } board) return;
        Assert.True(card.Tips.Length >= 2, "Too few ways to take part.");
        Assert.True(board.Stages.Sum(plan => plan.Minutes) <= card.Minutes!.Value.To, "Its stages take longer than the card says.");
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_method_can_be_planned_as_it_is(string key)
    {
        var card = Deck.Cards.Single(one => one.Key == key);
        if (card.Board is null) return;
        var plan = new ActivityPlan(card.Name, card.Purpose, card.Phases[0], card.Rung!.Value, null, null, card.Minutes!.Value.To, "", "", "", "", card.Key);
        var planned = Assert.Single(GivenProject.Begun.When(Amina, new PlanActivity(plan, card.Board)).ThenState().Plan.Activities);

        Assert.Equal(Kernel.Given.Kept(card.Board), Kernel.Given.Kept(planned.Board));
        Assert.Equal(key, planned.Plan.Method);
    }

    [Fact]
    public void A_projects_own_cards_lie_on_top_the_latest_first()
    {
        var project = GivenProject.Begun.By(Fay, new CardWritten(Cards.BenchTalk with { Key = "our-a" }), new CardWritten(Cards.Principle with { Key = "our-b" })).State;
        var view = ProjectView.For(project, Amina)!;

        Assert.Equal(["our-b", "our-a", Deck.Cards[0].Key], Deck.Of(view).Take(3).Select(card => card.Key));
        Assert.Equal("Bench talk", Deck.Find(view, "our-a")?.Name);
        Assert.Null(Deck.Find(view, "our-c"));
    }

    [Theory]
    [InlineData(30, 45, "30 to 45 minutes")]
    [InlineData(45, 60, "45 minutes to 1 hour")]
    [InlineData(60, 90, "1 to 1½ hours")]
    [InlineData(60, 60, "1 hour")]
    [InlineData(75, 120, "75 minutes to 2 hours")]
    [InlineData(1440, 10080, "1 to 7 days")]
    public void A_time_is_said_as_people_say_it(int from, int to, string said) => Assert.Equal(said, DeckWords.Time(new FromTo(from, to)));

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Key();
}
