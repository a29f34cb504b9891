using System.Text.Json;
using CoDesign.App.Storage;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Tests.Tenders;
using CsCheck;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Evaluations;

/// <summary>
/// Two panels that differ only in what one evaluator gave, noted and marked look the same to everybody else, byte for byte,
/// until moderation opens.
/// </summary>
public sealed class ScoringAloneTests
{
    private static readonly (string Who, ParticipantId Person)[] Others =
    [
        ("an evaluator of the same group", Orla), ("an evaluator of the other group", Sam), ("the moderator", Priya), ("the commissioner", Tom),
        ("a facilitator", Fay), ("a service user", Amina), ("a member", Cllr), ("a bidder", Hannah), ("the other bidder", Bea), ("somebody signed in", Nobody), ("the public", ParticipantId.Public),
    ];

    [Fact]
    public void Nobody_else_can_tell_what_somebody_gave_noted_or_marked()
    {
        var given = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5], Gen.String[Gen.Char.AlphaNumeric, 1, 40], Gen.Bool, Gen.Bool);
        Gen.Select(given, given, Gen.Bool, Gen.Bool).Sample((one, other, sameLocked, othersScored) =>
        {
            var (first, second) = (Panel(one, sameLocked, othersScored), Panel(other, sameLocked, othersScored));
            foreach (var (who, person) in Others) Assert.True(Seen(first, person) == Seen(second, person), $"{who} can tell.");
        }, iter: 60);
    }

    [Fact]
    public void Nobody_else_sees_the_version_of_what_they_do_not_see_move()
    {
        var tender = SafeAtSea.Opened();
        var before = Others.Select(other => Seen(tender, other.Person)).ToArray();

        tender.Scores(Olu, tender.BidOf(Hannah), 5);
        Note(tender, "A secret thought");
        tender.OnPanel(Olu, new AskForHelp(tender.BidOf(Hannah), tender.Question, "A secret question"));

        foreach (var (other, was) in Others.Zip(before).Where(pair => pair.First.Person != Priya)) Assert.Equal(was, Seen(tender, other.Person));
        // The moderator is asked, and sees no score and no note.
        Assert.Contains("A secret question", Seen(tender, Priya), StringComparison.Ordinal);
        Assert.DoesNotContain("A secret thought", Seen(tender, Priya), StringComparison.Ordinal);
        Assert.DoesNotContain("It says how.", Seen(tender, Priya), StringComparison.Ordinal);
    }

    [Fact]
    public void The_author_of_a_request_that_is_answered_to_all_can_not_be_told_by_anybody_but_the_moderator()
    {
        string[] Views(ParticipantId author, ParticipantId same)
        {
            var tender = SafeAtSea.Opened();
            var help = new HelpId(tender.OnPanel(author, new AskForHelp(null, tender.Question, "What does safe mean?")).Made!.Value);
            tender.OnPanel(Priya, new AnswerHelp(help, true, "What does safe mean?", "See the first clause."));
            return [.. Others.Select(other => other.Person).Where(person => person != Priya && person != author && person != same).Select(person => Seen(tender, person))];
        }

        Assert.Equal(Views(Sam, Olu), Views(Olu, Sam));
    }

    /// <summary>Olu of the officers scores, notes and marks; the others do the same each time.</summary>
    private static SafeAtSea Panel((int Hannah, int Bea, string Why, bool Again, bool Notes) olu, bool locked, bool othersScored)
    {
        var tender = SafeAtSea.Opened();
        tender.Scores(Olu, tender.BidOf(Hannah), olu.Hannah, olu.Why);
        tender.Scores(Olu, tender.BidOf(Bea), olu.Bea, olu.Why);
        if (olu.Again) tender.OnPanel(Olu, new ScoreAnswer(tender.BidOf(Bea), tender.Question, (olu.Bea + 1) % 6, olu.Why));
        if (olu.Notes) Note(tender, olu.Why);
        if (othersScored)
        {
            tender.ScoresAll(Sam, 3);
        }

        if (locked) tender.OnPanel(Olu, new LockScores());
        return tender;
    }

    private static void Note(SafeAtSea tender, string words)
    {
        var book = NotebookId.Of(tender.Panel, Olu).Stream;
        tender.County.Do(Olu, book, new KeepNote(tender.BidOf(Hannah), tender.Question, "whom people know", words));
        tender.County.Do(Olu, book, new KeepUnfinished(tender.BidOf(Hannah), tender.Question, 2, words, "whom people know", words));
    }

    /// <summary>All that a reader can ask for: the panel, everybody's notebook, the tender, the project, and the bids.</summary>
    private static string Seen(SafeAtSea tender, ParticipantId reader)
    {
        var project = tender.County.Get<Project>(tender.Project.Stream);
        object?[] all =
        [
            tender.PanelFor(reader), tender.County.TenderFor(reader, tender.Id), ProjectView.For(project, reader),
            .. new[] { Olu, Orla, Sam, Priya }.Select(owner => NotebookView.For(tender.County.Find<Notebook>(NotebookId.Of(tender.Panel, owner).Stream), tender.PanelState, project, reader)),
            .. tender.County.Bids.Select(bid => BidView.For(bid, tender.Tender, reader, tender.County.Now)),
        ];
        return JsonSerializer.Serialize(all, DomainJson.Options);
    }
}
