using CoDesign.Domain.Projects;
using CoDesign.Domain.Workshops;
using static CoDesign.Tests.Workshops.Cards;

namespace CoDesign.Tests.Workshops;

/// <summary>What a card must say, and how cards are found.</summary>
public sealed class MethodCardTests
{
    [Fact]
    public void A_whole_card_is_kept_as_it_was_written()
    {
        Assert.Null(MethodCard.Check(BenchTalk with { Name = "  Bench talk " }, out var card));
        Assert.Equal("Bench talk", card.Name);
        Assert.Equal(BenchTalk.Steps, card.Steps);
        Assert.Equal(10, card.Board!.MinutesOf(Stage.PrivateWriting));
    }

    public static TheoryData<MethodCard, string, string> Unfinished => new()
    {
        { BenchTalk with { Name = " " }, "card.name.empty", "card.name" },
        { BenchTalk with { Name = new string('a', 81) }, "card.name.too-long", "card.name" },
        { BenchTalk with { Kind = (CardKind)9 }, "card.kind.unknown", "card.kind" },
        { BenchTalk with { Phases = [] }, "card.phases", "card.phases" },
        { BenchTalk with { Phases = [(Phase)9] }, "card.phases", "card.phases" },
        { BenchTalk with { Category = (CardCategory)9 }, "card.category.unknown", "card.category" },
        { BenchTalk with { Purpose = "" }, "card.purpose.empty", "card.purpose" },
        { BenchTalk with { Steps = [] }, "card.steps.empty", "card.steps" },
        { BenchTalk with { Steps = [.. Enumerable.Repeat("Sit.", 13)] }, "card.too-many-lines", "card.steps" },
        { BenchTalk with { Steps = ["Sit.", null!] }, "card.steps.empty", "card.steps" },
        { BenchTalk with { Tips = [] }, "card.tips.empty", "card.tips" },
        { BenchTalk with { Tips = [new string('a', 401)] }, "card.tips.too-long", "card.tips" },
        { BenchTalk with { Materials = [new string('a', 121)] }, "card.materials.too-long", "card.materials" },
        { BenchTalk with { Outcome = "" }, "card.outcome.empty", "card.outcome" },
        { BenchTalk with { Minutes = null }, "card.minutes", "card.minutes.from" },
        { BenchTalk with { Minutes = new FromTo(45, 20) }, "card.minutes", "card.minutes.from" },
        { BenchTalk with { Minutes = new FromTo(1, 10_081) }, "card.minutes", "card.minutes.from" },
        { BenchTalk with { People = new FromTo(0, 5) }, "card.people", "card.people.from" },
        { BenchTalk with { Rung = null }, "card.rung", "card.rung" },
        { BenchTalk with { Board = null }, "board.empty", "card.board" },
        { BenchTalk with { Board = BenchTalk.Board! with { Question = "" } }, "board.question.empty", "card.board.question" },
        { BenchTalk with { Board = BenchTalk.Board! with { Stages = [] } }, "board.stages", "card.board.stages[0].stage" },
    };

    [Theory]
    [MemberData(nameof(Unfinished), DisableDiscoveryEnumeration = true)]
    public void A_card_that_somebody_else_could_not_follow_is_refused(MethodCard card, string code, string field)
    {
        var refusal = MethodCard.Check(card, out _);
        Assert.Equal((code, field), (refusal?.Code, refusal?.Field));
    }

    [Fact]
    public void Nothing_is_no_card() => Assert.Equal("card.empty", MethodCard.Check(null, out _)?.Code);

    [Fact]
    public void A_principle_has_neither_time_nor_board()
    {
        Assert.Null(MethodCard.Check(Principle with { Minutes = new FromTo(5, 5), Board = BenchTalk.Board, Rung = Rung.Told }, out var card));
        Assert.Equal((null, null, null), (card.Minutes, card.Board, card.Rung));
    }

    [Fact]
    public void Cards_are_found_by_phase_kind_and_what_they_help_with()
    {
        Assert.Equal([BenchTalk], new DeckFilter(Phase: Phase.Create).Of([BenchTalk, Principle]));
        Assert.Equal([Principle], new DeckFilter(Phase: Phase.Test).Of([BenchTalk, Principle]));
        Assert.Equal([Principle], new DeckFilter(Category: CardCategory.Workshop).Of([BenchTalk, Principle]));
        Assert.Equal([BenchTalk], new DeckFilter(Kind: CardKind.Method).Of([BenchTalk, Principle]));
        Assert.Equal([BenchTalk, Principle], new DeckFilter().Of([BenchTalk, Principle]));
    }

    [Theory]
    [InlineData(19, false)]
    [InlineData(20, true)]
    [InlineData(240, true)]
    public void A_method_fits_when_its_shortest_form_does(int minutes, bool fits) =>
        Assert.Equal(fits, new DeckFilter(Minutes: minutes).Of([BenchTalk, Principle]).Contains(BenchTalk));

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(6, true)]
    [InlineData(7, false)]
    public void A_method_suits_a_group_of_its_size(int people, bool suits) =>
        Assert.Equal(suits, new DeckFilter(People: people).Of([BenchTalk, Principle]).Contains(BenchTalk));

    [Fact]
    public void A_principle_takes_no_time_and_suits_any_group() =>
        Assert.Equal([Principle], new DeckFilter(Minutes: 1, People: 500).Of([BenchTalk, Principle]));

    [Theory]
    [InlineData("BENCH", true)]
    [InlineData("flask listen", true)]
    [InlineData("list", true)]
    [InlineData("isten", false)]
    [InlineData("bench coffee", false)]
    [InlineData("béside", true)]
    public void Words_are_looked_for_from_their_beginning_and_all_of_them(string words, bool found) =>
        Assert.Equal(found, new DeckFilter(Words: words).Of([BenchTalk]).Contains(BenchTalk));

    [Fact]
    public void A_word_in_the_name_comes_first() =>
        Assert.Equal([Principle, BenchTalk], new DeckFilter(Words: "tea").Of([BenchTalk, Principle]));
}
