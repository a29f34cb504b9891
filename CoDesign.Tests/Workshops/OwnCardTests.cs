using System.Text;
using CoDesign.App.Storage;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Tests.Kernel;
using static CoDesign.Tests.Projects.GivenProject;
using static CoDesign.Tests.Tenders.People;
using static CoDesign.Tests.Workshops.Cards;

namespace CoDesign.Tests.Workshops;

/// <summary>Cards that a project writes for itself.</summary>
public sealed class OwnCardTests
{
    [Fact]
    public void Officers_write_a_card_that_all_in_the_project_find()
    {
        var project = Begun.When(Fay, new WriteCard(null, BenchTalk)).ThenState();

        foreach (var person in new[] { Tom, Fay, Amina, Hannah, Cllr })
            Assert.Equal("Bench talk", Assert.Single(ProjectView.For(project, person)!.Cards).Name);
    }

    [Fact]
    public void Only_officers_write_cards_and_take_them_away()
    {
        var written = Begun.By(Fay, Written());
        foreach (var person in new[] { Amina, Hannah, Cllr })
        {
            written.When(person, new WriteCard(null, BenchTalk)).ThenRefused("project.not-officer");
            written.When(person, new TakeCardAway("our-bench")).ThenRefused("project.not-officer");
        }

        foreach (var person in new[] { Nobody, Olu, ParticipantId.Public, ParticipantId.System })
            written.When(person, new WriteCard(null, BenchTalk)).ThenRefused("not-found");
    }

    [Fact]
    public void A_second_card_of_the_same_name_gets_a_key_of_its_own()
    {
        var project = Begun.By(Fay, Written()).When(Tom, new WriteCard(null, BenchTalk)).ThenState();

        Assert.Equal(["our-bench", $"our-{Given.Made:n}"], project.Cards.Select(card => card.Key));
    }

    [Fact]
    public void A_card_keeps_its_key_and_place_when_it_is_written_anew()
    {
        var project = Begun.By(Fay, Written(), new CardWritten(Principle with { Key = "our-tea-first" }))
            .When(Tom, new WriteCard("our-bench", BenchTalk with { Name = "Talk on a bench" })).ThenState();

        Assert.Equal([("our-bench", "Talk on a bench"), ("our-tea-first", "Tea first")], project.Cards.Select(card => (card.Key, card.Name)));
    }

    [Fact]
    public void The_key_inside_a_card_is_never_taken_for_its_own() =>
        Assert.Equal($"our-{Given.Made:n}", Assert.Single(Begun.When(Fay, new WriteCard(null, BenchTalk with { Key = "world-cafe" })).ThenState().Cards).Key);

    [Fact]
    public void A_card_that_is_not_there_cannot_be_changed_or_taken_away()
    {
        Begun.When(Fay, new WriteCard("our-bench", BenchTalk)).ThenRefused("not-found");
        Begun.When(Fay, new TakeCardAway("our-bench")).ThenRefused("not-found");
        Begun.When(Fay, new TakeCardAway(null)).ThenRefused("not-found");
    }

    [Fact]
    public void A_card_that_is_taken_away_is_gone() =>
        Assert.Empty(Begun.By(Fay, Written()).When(Tom, new TakeCardAway("our-bench")).Then(new CardTakenAway("our-bench")).State.Cards);

    [Fact]
    public void A_card_that_is_not_whole_is_refused() =>
        Begun.When(Fay, new WriteCard(null, BenchTalk with { Steps = [] })).ThenRefused("card.steps.empty", "card.steps");

    [Fact]
    public void A_project_has_room_for_two_hundred_cards_of_its_own()
    {
        var full = Begun.By(Fay, [.. Enumerable.Range(0, ProjectDecider.MostCards).Select(number => new CardWritten(BenchTalk with { Key = $"our-card-{number}" }))]);

        full.When(Fay, new WriteCard(null, BenchTalk)).ThenRefused("cards.full");
        full.When(Fay, new WriteCard("our-card-7", BenchTalk)).ThenState();
    }

    [Fact]
    public void A_card_whose_words_are_erased_is_still_a_card()
    {
        var catalogue = new EventCatalogue();
        var (payload, words) = catalogue.WriteApart(Written());
        Assert.NotNull(words);
        var kept = catalogue.Read("card.written.v1", payload, null);
        var card = Assert.Single(Begun.By(Fay, kept).State.Cards);

        Assert.Equal(("our-bench", Domain.Kernel.Written.Erased, 0), (card.Key, card.Name, card.Steps.Length));
        Assert.Equal(Domain.Kernel.Written.Erased, card.Board!.Question);
        Assert.DoesNotContain("bench talk", Encoding.UTF8.GetString(payload), StringComparison.OrdinalIgnoreCase);
    }

    private static CardWritten Written() => new CardWritten(BenchTalk with { Key = "our-bench" });
}
