using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using CoDesign.Domain.Workshops;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Tenders;

/// <summary>What is public before a tender is, who may invite, and who may come.</summary>
public sealed class EarlyNoticeTests
{
    private static readonly PublishEarlyNotice _notice = new("Wardens on the sea front.", ContractKind.LightTouch, 60_000, 120_000, "The sea front", new DateOnly(2027, 2, 1), "Ring Tom.");

    [Fact]
    public void A_notice_says_what_is_thought_of_and_keeps_its_reference_when_the_tender_follows()
    {
        var tender = SafeAtSea.Ready();
        tender.By(Tom, _notice);
        var early = Seen(tender)!;
        Assert.Equal((60_000m, 120_000m, "The sea front", new DateOnly(2027, 2, 1)), (early.Public.Notice.Least, early.Public.Notice.Most, early.Public.Notice.Listing.Area, early.Public.Notice.Expected));
        Assert.Null(tender.County.TenderFor(Nobody, tender.Id));

        tender.County.Now = tender.County.Now.AddYears(1);
        tender.By(Tom, new SetDeadline(tender.County.Now.AddDays(30)));
        tender.Publish();

        Assert.Equal(early.Public.Reference, tender.Tender.Publication!.Reference);
        Assert.Null(Seen(tender));
        Assert.Equal("early-notice.published", tender.Refusal(Tom, _notice));
        Assert.Equal("early-notice.published", tender.Refusal(Tom, new WithdrawEarlyNotice("Late.")));
    }

    [Fact]
    public void Nothing_is_public_before_a_commissioner_says_so()
    {
        var tender = SafeAtSea.Begun();
        Assert.Null(Seen(tender));
        Assert.Equal("tender.not-commissioner", tender.Refusal(Fay, _notice));
        Assert.Equal("not-found", tender.Refusal(Hannah, _notice));
        Assert.Null(Seen(tender));
    }

    [Theory]
    [InlineData("", 1, 2, "summary.empty")]
    [InlineData("Wardens.", 0, 2, "least.range")]
    [InlineData("Wardens.", 5, 2, "most.range")]
    [InlineData("Wardens.", 1.001, 2, "least.range")]
    public void What_a_notice_needs_is_asked_for(string summary, double least, double most, string code) =>
        Assert.Equal(code, SafeAtSea.Begun().Refusal(Tom, _notice with { Summary = summary, Least = (decimal)least, Most = (decimal)most }));

    [Fact]
    public void A_notice_that_was_taken_back_says_why_and_can_come_again()
    {
        var tender = SafeAtSea.Begun();
        tender.By(Tom, _notice);
        tender.By(Tom, new WithdrawEarlyNotice("The money is gone."));
        Assert.Equal("The money is gone.", Seen(tender)!.Public.WhyWithdrawn);
        Assert.Equal("early-notice.none", tender.Refusal(Tom, new WithdrawEarlyNotice("Again.")));

        tender.By(Tom, _notice);
        Assert.Equal("", Seen(tender)!.Public.WhyWithdrawn);
    }

    [Fact]
    public void Somebody_who_may_bid_joins_the_workshop_by_an_invitation_as_a_provider_and_only_as_long_as_it_is_open()
    {
        var tender = SafeAtSea.Begun();
        tender.By(Tom, _notice);
        var (activity, engagement) = Invited(tender);
        var join = new JoinEngagement(engagement, 0);
        Assert.Equal("not-found", JoinRefusal(tender, ParticipantId.Public, join));
        Assert.Equal("engagement.over", JoinRefusal(tender, Hannah, join with { Engagement = new EngagementId(Guid.NewGuid()) }));
        Assert.Equal("consent.changed", JoinRefusal(tender, Hannah, join with { Wording = 7 }));

        tender.County.Do(Hannah, tender.Project.Stream, join);
        var project = tender.County.Get<Project>(tender.Project.Stream);
        Assert.Equal([Role.Provider], project.RolesOf(Hannah));
        Assert.True(project.Consents[Hannah].IsGiven);
        tender.County.Do(Amina, tender.Project.Stream, join);
        Assert.Equal([Role.ServiceUser], tender.County.Get<Project>(tender.Project.Stream).RolesOf(Amina));

        tender.County.Now = tender.County.Now.AddDays(8);
        Assert.Equal("engagement.over", JoinRefusal(tender, Bea, join));
        Assert.False(Assert.Single(Seen(tender)!.Engagements).IsOpen);
        Assert.Equal(activity, Assert.Single(Seen(tender)!.Engagements).Activity);
    }

    [Fact]
    public void An_invitation_is_over_when_it_is_closed_when_the_workshop_is_off_and_when_the_notice_is_taken_back()
    {
        foreach (var end in new Action<SafeAtSea, EngagementId, ActivityId>[]
        {
            (tender, engagement, _) => tender.By(Tom, new CloseEngagement(engagement)),
            (tender, _, activity) => tender.County.Do(Fay, tender.Project.Stream, new CancelActivity(activity, "A storm.")),
            (tender, _, _) => tender.By(Tom, new WithdrawEarlyNotice("The money is gone.")),
        })
        {
            var tender = SafeAtSea.Begun();
            tender.By(Tom, _notice);
            var (activity, engagement) = Invited(tender);
            end(tender, engagement, activity);
            Assert.Equal("engagement.over", JoinRefusal(tender, Hannah, new JoinEngagement(engagement, 0)));
        }
    }

    [Fact]
    public void An_invitation_needs_a_notice_and_a_workshop_that_is_to_come()
    {
        var tender = SafeAtSea.Begun();
        var activity = Planned(tender);
        var invite = new InviteToEngagement(activity, "What would work?", tender.County.Now.AddDays(7));
        Assert.Equal("early-notice.none", tender.Refusal(Tom, invite));
        tender.By(Tom, _notice);
        Assert.Equal("activity.unknown", tender.Refusal(Tom, invite with { Activity = new ActivityId(Guid.NewGuid()) }));
        Assert.Equal("until.range", tender.Refusal(Tom, invite with { Until = tender.County.Now }));
        tender.County.Do(Fay, tender.Project.Stream, new CancelActivity(activity, "A storm."));
        Assert.Equal("activity.unknown", tender.Refusal(Tom, invite));
    }

    private static EarlyNoticeView? Seen(SafeAtSea tender) => EarlyNoticeView.For(tender.Tender, tender.County.Get<Project>(tender.Project.Stream), tender.County.Now);

    private static string? JoinRefusal(SafeAtSea tender, ParticipantId who, JoinEngagement join) => tender.County.Ask(who, tender.Project.Stream, join).Refusal?.Code;

    private static ActivityId Planned(SafeAtSea tender) => new(tender.County.Do(Fay, tender.Project.Stream, new PlanActivity(
        new ActivityPlan("What would work", "", Phase.Initiate, Rung.Involved, null, tender.County.Now.AddDays(3), 60, "The lookout", "", "", "", ""),
        BoardSetup.Usual with { Question = "What would work?" })).Made!.Value);

    private static (ActivityId Activity, EngagementId Engagement) Invited(SafeAtSea tender)
    {
        var activity = Planned(tender);
        return (activity, new EngagementId(tender.By(Tom, new InviteToEngagement(activity, "What would work?", tender.County.Now.AddDays(7))).Made!.Value));
    }
}
