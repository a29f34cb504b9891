using CoDesign.Domain.Bids;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Evaluations;

public sealed class OpeningTests
{
    [Fact]
    public void Bids_are_opened_after_the_deadline_by_two_people_one_of_them_the_moderator()
    {
        var tender = SafeAtSea.WithPanel();
        var bid = tender.HandsIn(Hannah, "Harbour Lights", "Volunteers.", 80_000);
        tender.County.Now = SafeAtSea.Deadline;
        Assert.Equal("opening.before-deadline", tender.PanelRefusal(Priya, new ApproveOpening()));

        tender.County.Now = SafeAtSea.Deadline.AddTicks(1);
        Assert.Equal("not-found", tender.PanelRefusal(Tom, new ApproveOpening()));
        tender.OnPanel(Olu, new ApproveOpening());
        Assert.Equal("opening.second-person", tender.PanelRefusal(Olu, new ApproveOpening()));
        Assert.Equal("opening.moderator", tender.PanelRefusal(Orla, new ApproveOpening()));
        Assert.False(tender.County.Get<Bid>(bid.Stream).IsOpened);
        Assert.Equal("panel.opening-begun", tender.PanelRefusal(Tom, new AppointEvaluator(Amina, "Officers")));

        tender.OnPanel(Priya, new ApproveOpening());
        Assert.True(tender.County.Get<Bid>(bid.Stream).IsOpened);
        Assert.Equal("opening.done", tender.PanelRefusal(Orla, new ApproveOpening()));
        Assert.Single(tender.PanelState.Bids!);
    }

    [Fact]
    public void The_moderator_may_be_the_first_and_both_who_opened_are_on_the_record()
    {
        var tender = SafeAtSea.WithPanel();
        tender.County.Now = SafeAtSea.Deadline.AddTicks(1);
        tender.OnPanel(Priya, new ApproveOpening());
        tender.OnPanel(Orla, new ApproveOpening());

        Assert.Empty(tender.PanelState.Bids!);
        Assert.Equal([Priya, Orla], tender.PanelState.Openers);
    }

    [Fact]
    public void A_third_person_does_not_open_again_while_the_bids_are_on_their_way()
    {
        var tender = SafeAtSea.Opened();
        tender.County.Bend<Panel>(tender.Panel.Stream, panel => panel with { Bids = null });

        Assert.Equal("opening.done", tender.PanelRefusal(Orla, new ApproveOpening()));
    }

    [Fact]
    public void What_the_system_says_again_after_a_crash_changes_nothing()
    {
        var tender = SafeAtSea.Opened();

        Assert.Empty(tender.OnPanel(ParticipantId.System, new ConvenePanel(tender.Id, tender.Project)).Events);
        Assert.Empty(tender.OnPanel(ParticipantId.System, new ReceiveBids([])).Events);
    }

    [Fact]
    public void A_tender_that_was_never_published_has_nothing_to_open()
    {
        var tender = SafeAtSea.Ready();
        tender.OnPanel(Tom, new AppointModerator(Priya));
        tender.County.Now = SafeAtSea.Deadline.AddDays(1);

        Assert.Equal("opening.before-deadline", tender.PanelRefusal(Priya, new ApproveOpening()));
    }

    [Fact]
    public void A_panel_that_is_not_as_the_tender_says_opens_nothing()
    {
        var tender = SafeAtSea.Published();
        tender.OnPanel(Tom, new AppointModerator(Priya));
        tender.OnPanel(Tom, new AppointEvaluator(Olu, "Officers"));
        tender.County.Now = SafeAtSea.Deadline.AddDays(1);

        var empty = tender.County.Ask(Priya, tender.Panel.Stream, new ApproveOpening()).Refusal!;
        Assert.Equal("opening.group-empty", empty.Code);
        Assert.Contains("Service users", empty.Message, StringComparison.Ordinal);

        var renamed = SafeAtSea.Ready();
        renamed.OnPanel(Tom, new AppointModerator(Priya));
        renamed.OnPanel(Tom, new AppointEvaluator(Olu, "Officers"));
        renamed.OnPanel(Tom, new AppointEvaluator(Sam, "Service users"));
        renamed.By(Tom, new RemovePanelGroup("Officers"));
        renamed.By(Tom, new SetPanelGroup("Staff", 60, false));
        renamed.Publish();
        renamed.County.Now = SafeAtSea.Deadline.AddDays(1);
        Assert.Equal("opening.group-gone", renamed.PanelRefusal(Priya, new ApproveOpening()));
    }

    [Fact]
    public void Bids_that_were_taken_back_are_not_handed_to_the_panel()
    {
        var tender = SafeAtSea.WithPanel();
        tender.County.Do(Hannah, tender.HandsIn(Hannah, "Harbour Lights", "Volunteers.", 80_000).Stream, new WithdrawBid());
        tender.Drafts(Cai, "Cliff Top Co-op", "A café.", 70_000);
        tender.Open();

        Assert.Empty(tender.PanelState.Bids!);
    }

    [Fact]
    public void Labels_tell_neither_names_nor_who_was_first()
    {
        var orders = Enumerable.Range(0, 20).Select(round =>
        {
            var tender = SafeAtSea.WithPanel();
            for (var i = 0; i < round; i++) tender.PanelRefusal(Tom, new LockScores());
            tender.HandsIn(Hannah, "Harbour Lights", "Volunteers.", 80_000);
            tender.HandsIn(Bea, "Big Care", "A hotline.", 60_000);
            tender.Open();
            Assert.Equal(["Bidder A", "Bidder B"], tender.PanelState.Bids!.Select(bid => bid.Label));
            return tender.LabelOf(Hannah);
        });

        Assert.Equal(2, orders.Distinct().Count());
    }

    [Fact]
    public void However_many_bids_there_are_each_has_a_label_of_its_own()
    {
        var tender = SafeAtSea.WithPanel();

        tender.OnPanel(ParticipantId.System, new ReceiveBids([.. Enumerable.Range(0, 703).Select(_ => new ReceivedBid(new BidId(Guid.NewGuid()), "", "", 1, []))]));

        var labels = tender.PanelState.Bids!.Select(bid => bid.Label).ToArray();
        Assert.Equal(["Bidder A", "Bidder Z", "Bidder AA", "Bidder AZ", "Bidder BA", "Bidder ZZ", "Bidder AAA"], new[] { 0, 25, 26, 51, 52, 701, 702 }.Select(index => labels[index]));
    }
}
