using System.Text.Json;
using CoDesign.App.Storage;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Evaluations;

/// <summary>Who sees what of a panel: table of the rights, row by row, over the very JSON that a reader gets.</summary>
public sealed class PanelBlindnessTests
{
    [Fact]
    public void An_evaluators_view_does_not_change_when_the_others_declare_score_and_lock()
    {
        var tender = SafeAtSea.Opened();
        tender.Scores(Sam, tender.BidOf(Hannah), 5, "My own words.");
        var before = Seen(tender, Sam);

        foreach (var other in new[] { Olu, Orla })
        {
            tender.OnPanel(other, new DeclareInterests(tender.BidOf(Bea), other == Orla, "My cousin works there."));
            tender.Scores(other, tender.BidOf(Hannah), 1, "Not for me.");
        }

        tender.Scores(Olu, tender.BidOf(Bea), 2);
        tender.OnPanel(Olu, new LockScores());
        tender.OnPanel(Orla, new LockScores());

        Assert.Equal(before, Seen(tender, Sam));
        Assert.Contains("My own words.", before, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_locked_first_sees_nothing_of_the_others_until_moderation_opens()
    {
        var tender = SafeAtSea.Opened();
        tender.ScoresAll(Sam, 3);
        tender.OnPanel(Sam, new LockScores());
        var before = Seen(tender, Sam);

        tender.Scores(Olu, tender.BidOf(Hannah), 5, "Olu's words.");

        Assert.Equal(before, Seen(tender, Sam));
        Assert.Null(tender.PanelFor(Sam)!.Result);
    }

    [Fact]
    public void The_moderator_sees_who_has_finished_and_no_score()
    {
        var tender = SafeAtSea.Opened();
        tender.ScoresAll(Sam, 3, "Sam's words.");
        tender.OnPanel(Sam, new LockScores());

        var view = tender.PanelFor(Priya)!;

        Assert.True(view.Progress.Find(p => p.Person == Sam)!.HasLocked);
        Assert.False(view.Progress.Find(p => p.Person == Olu)!.HasLocked);
        Assert.Empty(view.MyScores);
        Assert.Null(view.Result);
        Assert.DoesNotContain("Sam's words.", Seen(tender, Priya), StringComparison.Ordinal);
    }

    [Fact]
    public void Prices_and_names_stay_hidden_while_answers_are_scored()
    {
        var tender = SafeAtSea.Opened();
        tender.ScoresAll(Sam, 3);

        foreach (var reader in new[] { Sam, Priya })
        {
            var seen = Seen(tender, reader);
            Assert.Contains("Volunteers whom people know.", seen, StringComparison.Ordinal);
            Assert.DoesNotContain("Harbour Lights", seen, StringComparison.Ordinal);
            Assert.DoesNotContain("80000", seen, StringComparison.Ordinal);
            Assert.DoesNotContain(Hannah.ToString(), seen, StringComparison.Ordinal);
        }

        Score(tender, Olu, Orla);
        foreach (var evaluator in new[] { Sam, Olu, Orla }) tender.OnPanel(evaluator, new LockScores());
        tender.OnPanel(Priya, new OpenModeration());
        Assert.Contains("80000", Seen(tender, Sam), StringComparison.Ordinal);
        Assert.DoesNotContain("Harbour Lights", Seen(tender, Sam), StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_is_seen_only_after_declaring_no_interest_in_its_bid()
    {
        var tender = SafeAtSea.Opened();
        string Seen() => PanelBlindnessTests.Seen(tender, Sam);

        Assert.DoesNotContain("Volunteers whom people know.", Seen(), StringComparison.Ordinal);
        tender.OnPanel(Sam, new DeclareInterests(tender.BidOf(Hannah), false, null));
        Assert.Contains("Volunteers whom people know.", Seen(), StringComparison.Ordinal);
        Assert.DoesNotContain("A hotline.", Seen(), StringComparison.Ordinal);
        tender.OnPanel(Sam, new DeclareInterests(tender.BidOf(Hannah), true, "I volunteer there."));
        Assert.DoesNotContain("Volunteers whom people know.", Seen(), StringComparison.Ordinal);
    }

    [Fact]
    public void Before_the_opening_nobody_on_the_panel_sees_that_there_are_bids()
    {
        var tender = SafeAtSea.WithPanel();
        var before = new[] { Priya, Olu, Tom }.Select(reader => Seen(tender, reader)).ToArray();

        tender.HandsIn(Hannah, "Harbour Lights", "Volunteers whom people know.", 80_000);

        Assert.Equal(before, new[] { Priya, Olu, Tom }.Select(reader => Seen(tender, reader)));
        Assert.Null(tender.PanelFor(Priya)!.Bids);
    }

    [Fact]
    public void The_commissioner_sees_nothing_from_the_opening_to_the_award_and_then_all()
    {
        var tender = SafeAtSea.WithPanel();
        tender.County.Now = SafeAtSea.Deadline.AddMinutes(1);
        var before = Seen(tender, Tom);
        tender.County.Now = new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
        tender.HandsIn(Hannah, "Harbour Lights", "Volunteers whom people know.", 80_000);
        tender.HandsIn(Bea, "Big Care", "A hotline.", 60_000);
        tender.Open();
        Score(tender, Olu, Orla, Sam);
        foreach (var evaluator in new[] { Olu, Orla, Sam }) tender.OnPanel(evaluator, new LockScores());
        tender.OnPanel(Priya, new OpenModeration());

        Assert.Equal(before, Seen(tender, Tom));
        Assert.Null(tender.PanelFor(Cllr));

        tender.Awards(tender.PanelFor(Priya)!.Result!.Rows[0].Bid);
        Assert.Contains("Harbour Lights", Seen(tender, Tom), StringComparison.Ordinal);
        Assert.Equal(2, tender.PanelFor(Cllr)!.Result!.Rows.Length);
    }

    [Fact]
    public void Everybody_else_finds_no_panel_at_any_time()
    {
        var tender = SafeAtSea.Scored();
        tender.OnPanel(Priya, new OpenModeration());
        tender.Awards(tender.BidOf(Hannah));

        foreach (var other in new[] { Fay, Amina, Hannah, Bea, Nobody, ParticipantId.Public }) Assert.Null(tender.PanelFor(other));
    }

    [Fact]
    public void An_evaluator_with_an_interest_learns_nothing_of_that_bid_in_moderation()
    {
        var tender = SafeAtSea.Opened();
        tender.OnPanel(Sam, new DeclareInterests(tender.BidOf(Bea), true, "My daughter works there."));
        tender.Scores(Sam, tender.BidOf(Hannah), 5);
        Score(tender, Olu, Orla);
        foreach (var evaluator in new[] { Olu, Orla, Sam }) tender.OnPanel(evaluator, new LockScores());
        tender.OnPanel(Priya, new OpenModeration());

        var result = tender.PanelFor(Sam)!.Result!;

        Assert.False(result.IsWhole);
        Assert.Equal(tender.BidOf(Hannah), Assert.Single(result.Rows).Bid);
        Assert.DoesNotContain("60000", Seen(tender, Sam), StringComparison.Ordinal);
        Assert.DoesNotContain("60,000", Seen(tender, Sam), StringComparison.Ordinal);
        Assert.Equal(2, tender.PanelFor(Olu)!.Result!.Rows.Length);
        Assert.True(tender.PanelFor(Priya)!.Result!.IsWhole);
    }

    [Fact]
    public void Who_gets_a_narrower_role_in_the_project_leaves_the_room()
    {
        var tender = SafeAtSea.Opened();

        tender.County.Do(Tom, tender.Project.Stream, new InviteParticipant(Olu, Role.Commissioner));
        tender.County.Do(Tom, tender.Project.Stream, new InviteParticipant(Orla, Role.Facilitator));

        Assert.Null(tender.PanelFor(Olu)!.Bids);
        Assert.Null(tender.PanelFor(Orla));
        Assert.Equal("not-found", tender.PanelRefusal(Orla, new LockScores()));
        Assert.Equal([Sam], tender.PanelFor(Priya)!.Progress.Select(progress => progress.Person));
    }

    private static void Score(SafeAtSea tender, params ParticipantId[] evaluators)
    {
        foreach (var evaluator in evaluators)
        {
            tender.ScoresAll(evaluator, 3);
        }
    }

    private static string Seen(SafeAtSea tender, ParticipantId reader) => JsonSerializer.Serialize(tender.PanelFor(reader), DomainJson.Options);
}
