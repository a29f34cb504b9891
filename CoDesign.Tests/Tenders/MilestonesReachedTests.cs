using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Tenders;
using CoDesign.Tests.Evaluations;
using CoDesign.Tests.Journeys;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Tenders;

/// <summary>What really happened ticks off the timetable; the plan stays beside it.</summary>
public sealed class MilestonesReachedTests(JourneyHost host) : IClassFixture<JourneyHost>
{
    [Fact]
    public void Opening_decision_and_signing_are_reached_when_they_happen_and_how_far_scoring_is_stays_with_the_panel()
    {
        var tender = GivenModeration.Locked(ScoreSettlement.Mean);
        var opened = tender.PanelState.OpenedAt;
        Assert.Equal(SafeAtSea.Deadline.AddMinutes(1), opened);
        tender.OnPanel(Priya, new OpenModeration());
        Assert.Equal([(MilestoneKind.Opening, opened!.Value)], Reached());

        tender.County.Now += TimeSpan.FromDays(3);
        var decided = tender.County.Now;
        tender.Awards(tender.BidOf(Hannah));
        Assert.Equal([(MilestoneKind.Opening, opened.Value), (MilestoneKind.Decision, decided)], Reached());

        tender.County.Now += TimeSpan.FromDays(30);
        tender.OnPanel(Tom, new SignContract(null, new DateOnly(2027, 4, 1), new DateOnly(2029, 3, 31), "Tom Ashdown", "Ann Vale"));
        Assert.Equal([(MilestoneKind.Opening, opened.Value), (MilestoneKind.Decision, decided), (MilestoneKind.Signed, tender.County.Now)], Reached());
        var plan = tender.Tender.Timetable()!;
        Assert.Equal(plan.Milestones.Select(milestone => (milestone.Kind, milestone.Day)), plan.With(tender.PanelState.Reached).Milestones.Select(milestone => (milestone.Kind, milestone.Day)));

        IEnumerable<(MilestoneKind, DateTimeOffset)> Reached() => tender.Tender.Timetable()!.With(tender.PanelState.Reached).Milestones
            .Where(milestone => milestone.ReachedAt is not null).Select(milestone => (milestone.Kind, milestone.ReachedAt!.Value));
    }

    [Fact]
    public async Task The_page_of_the_timetable_ticks_the_opening_off_once_two_people_have_opened()
    {
        var tender = await TenderOnSite.PublishedAsync(host);
        await tender.BidAsync("provider", submitted: true);
        tender.PassDeadline();
        await tender.OfPanelAsync("moderator", new ApproveOpening());
        Assert.Equal(["The notice goes out"], await DoneAsync());

        await tender.OfPanelAsync("evaluator-1", new ApproveOpening());

        Assert.Equal(["The notice goes out", "Two people open the bids"], await DoneAsync());

        async Task<string[]> DoneAsync()
        {
            using var tom = await host.SignedInAsync("commissioner");
            var rows = (await tom.ReadAsync($"/projects/{tender.Project}/tender/timetable")).QuerySelectorAll(".milestones tbody tr");
            return [.. rows.Where(row => row.QuerySelector(".badge.good") is not null).Select(row => row.QuerySelector("th")!.TextContent)];
        }
    }
}
