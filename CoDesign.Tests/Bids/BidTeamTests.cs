using CoDesign.Domain.Bids;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Text;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Bids;

public sealed class BidTeamTests
{
    private readonly SafeAtSea _tender = SafeAtSea.WithPanel();
    private readonly BidId _bid;

    public BidTeamTests() => _bid = _tender.Drafts(Hannah, "Harbour Lights", "Volunteers.", 80_000);

    private County County => _tender.County;

    [Fact]
    public void A_colleague_comes_in_by_a_link_and_writes_the_same_texts()
    {
        var link = Invite();

        County.Do(Cai, _bid.Stream, new JoinTeam(link));
        County.Write(Cai, _bid.Answer(_tender.Question), "Volunteers and neighbours.");
        County.Do(Cai, _bid.Stream, new SubmitBid());

        Assert.Equal([Hannah, Cai], Bid.Team);
        Assert.Equal("Volunteers and neighbours.", Bid.Submission!.Answers[0].Text);
    }

    [Fact]
    public void A_link_brings_in_one_person_within_a_week_unless_it_is_taken_back()
    {
        var (used, late, revoked) = (Invite(), Invite(), Invite());
        County.Do(Cai, _bid.Stream, new JoinTeam(used));
        Assert.Equal("not-found", Refusal(Bea, new JoinTeam(used)));

        County.Do(Hannah, _bid.Stream, new RevokeInvitation(revoked));
        Assert.Equal("not-found", Refusal(Bea, new JoinTeam(revoked)));

        County.Now = County.Now.AddDays(7).AddTicks(1);
        Assert.Equal("not-found", Refusal(Bea, new JoinTeam(late)));
        Assert.Empty(View(Hannah)!.Invitations);
    }

    [Fact]
    public void Who_runs_scores_or_oversees_the_tender_stays_out_and_nobody_is_told()
    {
        var link = Invite();

        foreach (var insider in new[] { Tom, Fay, Cllr, Priya, Olu, Sam })
        {
            Assert.Equal("bid.conflict-of-roles", Refusal(insider, new JoinTeam(link)));
            Assert.Equal("not-found", Refusal(insider, new JoinTeam(new InvitationId(Guid.NewGuid()))));
        }

        Assert.Equal(link, Assert.Single(View(Hannah)!.Invitations).Id);
        Assert.Equal([Hannah], View(Hannah)!.Team);
        Assert.Equal("not-found", Refusal(ParticipantId.Public, new JoinTeam(link)));
    }

    [Fact]
    public void Who_leaves_reads_nothing_any_more_and_somebody_stays()
    {
        Assert.Equal("bid.last-in-team", Refusal(Hannah, new LeaveTeam()));
        County.Do(Cai, _bid.Stream, new JoinTeam(Invite()));

        County.Do(Hannah, _bid.Stream, new LeaveTeam());

        Assert.Null(View(Hannah));
        Assert.False(TextAccess.MayRead(County.Get<TextDocument>(_bid.Answer(_tender.Question)), Hannah, County.Facts));
        Assert.Equal("bid.last-in-team", Refusal(Cai, new LeaveTeam()));
    }

    [Fact]
    public void Who_was_ever_in_a_team_cant_score_also_after_leaving()
    {
        County.Do(Cai, _bid.Stream, new JoinTeam(Invite()));
        County.Do(Cai, _bid.Stream, new LeaveTeam());
        County.Do(Hannah, _bid.Stream, new SubmitBid());
        _tender.OnPanel(Tom, new AppointEvaluator(Cai, "Officers"));

        _tender.Open();

        Assert.Null(_tender.PanelFor(Cai));
        Assert.Equal("panel.bidder-scores", _tender.PanelRefusal(Cai, new DeclareInterests(_bid, false, null)));
    }

    [Fact]
    public void Nobody_comes_in_or_leaves_once_the_deadline_has_passed()
    {
        var link = Invite();
        County.Now = SafeAtSea.Deadline;
        link = Invite();
        County.Do(Cai, _bid.Stream, new JoinTeam(link));
        link = Invite();

        County.Now = SafeAtSea.Deadline.AddMilliseconds(1);

        Assert.Equal("bid.late", Refusal(Bea, new JoinTeam(link)));
        Assert.Equal("bid.late", Refusal(Cai, new LeaveTeam()));
        Assert.Equal("bid.late", Refusal(Cai, new InviteToTeam()));
    }

    [Fact]
    public void A_team_has_room_for_twenty_people_and_open_links()
    {
        for (var i = 1; i < Domain.Bids.Bid.MostPeople; i++) Invite();
        Assert.Equal("bid.team-full", Refusal(Hannah, new InviteToTeam()));

        County.Now = County.Now.AddDays(8);
        Assert.Null(Refusal(Hannah, new InviteToTeam()));
    }

    [Fact]
    public void Nobody_outside_the_team_touches_it()
    {
        var link = Invite();
        foreach (var other in new[] { Tom, Olu, Bea, Nobody, ParticipantId.Public, ParticipantId.System })
        {
            foreach (var command in new ITeamCommand[] { new InviteToTeam(), new RevokeInvitation(link), new LeaveTeam(), new SetReminders(false) })
                Assert.Equal("not-found", Refusal(other, command));
            if (other != ParticipantId.System) Assert.Equal("not-found", Refusal(other, new NoteReminder("x")));
        }
    }

    private Bid Bid => County.Get<Bid>(_bid.Stream);

    private InvitationId Invite() => new(County.Do(Hannah, _bid.Stream, new InviteToTeam()).Made!.Value);

    private BidView? View(ParticipantId viewer) => BidView.For(Bid, _tender.Tender, viewer, County.Now);

    private string? Refusal(ParticipantId who, IBidCommand command) => County.Ask(who, _bid.Stream, command).Refusal?.Code;
}
