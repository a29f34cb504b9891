using System.Collections.Immutable;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Providers;
using CoDesign.Domain.Text;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Bids;

/// <summary>Harbour Lights leads; Cliff Top Co-op, which is Cai's, is asked to bid together.</summary>
public sealed class ConsortiumTests
{
    private const string Walks = "Walks at night.";
    private readonly SafeAtSea _tender = SafeAtSea.WithPanel();
    private readonly BidId _bid;
    private readonly PartnerId _cliffTop;

    public ConsortiumTests()
    {
        _bid = _tender.Drafts(Hannah, "Harbour Lights", "Volunteers.", 80_000);
        _cliffTop = Asks(null, "Cliff Top Co-op");
    }

    private County County => _tender.County;

    private Bid Bid => County.Get<Bid>(_bid.Stream);

    [Fact]
    public void All_partners_agree_before_the_bid_is_handed_in_and_the_receipt_covers_them()
    {
        Assert.Equal("bid.incomplete", Refusal(Hannah, new SubmitBid()));
        Shares(60, 40);
        Assert.Equal("partner.not-agreed", Refusal(Hannah, new SubmitBid()));
        ComesIn(Cai);
        County.Do(Cai, _bid.Stream, new AgreeToShare(_cliffTop, 40, Walks));

        County.Do(Hannah, _bid.Stream, new SubmitBid());

        var submission = Bid.Submission!;
        Assert.Equal([("Harbour Lights", 60m), ("Cliff Top Co-op", 40m)], submission.Consortium.Select(one => (one.Name, one.Share)));
        Assert.Equal(submission.Hash, Submission.HashOf("Harbour Lights", submission.Answers, submission.Price, [], [], Submission.BiddersOf(null, submission.Consortium)));
        Assert.NotEqual(submission.Hash, Submission.HashOf("Harbour Lights", submission.Answers, submission.Price, [], [], Submission.BiddersOf(null, submission.Consortium.SetItem(1, submission.Consortium[1] with { Share = 41 }))));
    }

    [Theory]
    [InlineData(60, 40, null)]
    [InlineData(66.67, 33.33, null)]
    [InlineData(66.66, 33.33, "shares.total")]
    [InlineData(60, 41, "shares.total")]
    [InlineData(100, 0, "share.range")]
    [InlineData(33.335, 66.665, "share.range")]
    [InlineData(-10, 110, "share.range")]
    public void Shares_total_exactly_100_percent(double lead, double partner, string? refusal) =>
        Assert.Equal(refusal, Refusal(Hannah, new SetShares((decimal)lead, "Wardens", ImmutableDictionary<PartnerId, decimal>.Empty.Add(_cliffTop, (decimal)partner))));

    [Fact]
    public void A_share_for_everybody_is_declared_at_once()
    {
        Assert.Equal("shares.unknown", Refusal(Hannah, new SetShares(100, "Wardens", ImmutableDictionary<PartnerId, decimal>.Empty)));
        Assert.Equal("shares.unknown", Refusal(Hannah, new SetShares(60, "Wardens", ImmutableDictionary<PartnerId, decimal>.Empty.Add(new PartnerId(Guid.NewGuid()), 40))));
    }

    [Fact]
    public void Whose_part_or_share_is_changed_is_asked_again()
    {
        Agreed();
        Shares(60, 40);
        Assert.Equal(PartnerStatus.Agreed, Status);
        Shares(59.99m, 40.01m);
        Assert.Equal(PartnerStatus.Invited, Status);
        Assert.Equal("partner.terms-moved", Refusal(Cai, new AgreeToShare(_cliffTop, 40, Walks)));
        County.Do(Cai, _bid.Stream, new AgreeToShare(_cliffTop, 40.01m, Walks));
        County.Do(Hannah, _bid.Stream, new ChangePartner(_cliffTop, Walks, PartnerAccess.Writes));
        Assert.Equal(PartnerStatus.Agreed, Status);
        County.Do(Hannah, _bid.Stream, new ChangePartner(_cliffTop, "Walks at dawn too.", PartnerAccess.Writes));
        Assert.Equal(PartnerStatus.Invited, Status);
    }

    [Fact]
    public void A_partner_that_leaves_asks_the_lead_how_the_bid_goes_on()
    {
        Agreed();
        County.Do(Hannah, _bid.Stream, new SubmitBid());
        County.Do(Cai, _bid.Stream, new LeaveConsortium(_cliffTop));

        Assert.NotNull(Bid.Submission);
        var progress = BidProgress.Of(Bid, _tender.Tender, text => County.Find<TextDocument>(text)?.Text);
        Assert.True(progress.DiffersFrom(Bid.Submission!));
        Assert.Contains(progress.Missing, one => one.Code == "partner.left");
        Assert.Equal("not-found", Refusal(Cai, new AgreeToShare(_cliffTop, 40, Walks)));
        Assert.Null(Seen(Cai));

        County.Do(Hannah, _bid.Stream, new RemovePartner(_cliffTop));
        County.Do(Hannah, _bid.Stream, new SubmitBid());
        Assert.Empty(Bid.Submission!.Consortium);
    }

    [Fact]
    public void Partners_people_see_and_write_what_the_lead_lets_them_and_never_the_price()
    {
        ComesIn(Cai);
        var answer = County.Get<TextDocument>(_bid.Answer(_tender.Question));
        bool Reads() => TextAccess.MayRead(answer, Cai, County.Facts);
        Decision Writes() => County.Ask(Cai, answer.Id, new ReplaceText(County.Get<TextDocument>(answer.Id).Version, County.Get<TextDocument>(answer.Id).Text, "With walks."));

        Assert.False(Reads());
        Assert.Equal("not-found", Writes().Refusal?.Code);
        Let(PartnerAccess.Reads);
        Assert.True(Reads());
        Assert.Equal("text.not-writer", Writes().Refusal?.Code);
        Let(PartnerAccess.Writes);
        Assert.Null(Writes().Refusal);

        Assert.DoesNotContain("80000", System.Text.Json.JsonSerializer.Serialize(Seen(Cai), App.Storage.DomainJson.Options), StringComparison.Ordinal);
        Assert.Null(BidView.For(Bid, _tender.Tender, Cai, County.Now));
        Assert.All(new IBidCommand[] { new SetPrice(1), new SubmitBid(), new WithdrawBid(), new RemovePartner(_cliffTop), new InviteToTeam(), new UseProfile(null) },
            command => Assert.Equal("not-found", Refusal(Cai, command)));
        County.Do(Hannah, _bid.Stream, new RemovePartner(_cliffTop));
        Assert.False(Reads());
    }

    [Fact]
    public void Who_runs_or_scores_the_tender_cannot_be_a_partner_and_who_was_one_cannot_score()
    {
        foreach (var insider in new[] { Tom, Fay, Cllr, Priya, Olu, Sam })
            Assert.Equal("bid.conflict-of-roles", Refusal(insider, new JoinAsPartner(_cliffTop, Link)));
        Assert.Equal("not-found", Refusal(ParticipantId.Public, new JoinAsPartner(_cliffTop, Link)));

        ComesIn(Cai);
        Assert.Contains(Cai, Bid.Writers);
    }

    [Fact]
    public void Nobody_without_a_link_learns_of_the_bid_and_a_link_works_once()
    {
        Assert.Equal("not-found", Refusal(Bea, new JoinAsPartner(_cliffTop, null)));
        Assert.Equal("not-found", Refusal(Bea, new JoinAsPartner(_cliffTop, new InvitationId(Guid.NewGuid()))));
        var link = Link;
        ComesIn(Cai);
        Assert.Equal("not-found", Refusal(Bea, new JoinAsPartner(_cliffTop, link)));
        Assert.All(new[] { Bea, Tom, Fay, Cllr, Priya, Olu, Nobody, ParticipantId.Public }, other => Assert.Null(Seen(other)));

        County.Do(Hannah, _bid.Stream, new LinkPartner(_cliffTop));
        County.Now += InvitationCode.Holds + TimeSpan.FromTicks(1);
        Assert.Equal("not-found", Refusal(Bea, new JoinAsPartner(_cliffTop, Link)));
    }

    [Fact]
    public void An_organisation_is_asked_by_its_profile_and_only_its_members_find_it()
    {
        var big = new ProviderId(County.Begin(Bea, "provider", new BeginProvider("Big Care", ProviderKind.Large, ProviderSize.More)).Made!.Value);
        Assert.Equal("provider.unknown", Refusal(Hannah, new AddPartner(big, null, Walks, PartnerAccess.OwnPart)));
        County.Do(Bea, big.Stream, new ShowProvider(true));
        var partner = Asks(big, null);

        var asked = Seen(Bea)!;
        Assert.Equal(("Big Care", "Harbour Lights", false), (asked.Name, asked.Lead, asked.IsIn));
        Assert.Empty(asked.Consortium);
        Assert.Null(Seen(Nobody));
        Assert.Equal("provider.partner-already", Refusal(Hannah, new AddPartner(big, null, Walks, PartnerAccess.OwnPart)));
        County.Do(Bea, _bid.Stream, new JoinAsPartner(partner, null));
        Assert.Equal(3, Seen(Bea)!.Consortium.Length);
    }

    [Fact]
    public void At_the_deadline_nothing_of_a_consortium_changes_any_more()
    {
        Agreed();
        County.Now = SafeAtSea.Deadline.AddTicks(1);

        Assert.Equal("bid.late", Refusal(Cai, new LeaveConsortium(_cliffTop)));
        Assert.Equal("bid.late", Refusal(Hannah, new RemovePartner(_cliffTop)));
    }

    [Fact]
    public void The_panel_learns_who_bids_together_with_the_award_and_the_chair_that_an_organisation_is_in_two_bids_before()
    {
        var big = new ProviderId(County.Begin(Bea, "provider", new BeginProvider("Big Care", ProviderKind.Large, ProviderSize.More)).Made!.Value);
        County.Do(Bea, big.Stream, new ShowProvider(true));
        County.Do(Hannah, _bid.Stream, new RemovePartner(_cliffTop));
        var partner = Asks(big, null);
        County.Do(Bea, _bid.Stream, new JoinAsPartner(partner, null));
        County.Do(Hannah, _bid.Stream, new SetShares(50, "Wardens", ImmutableDictionary<PartnerId, decimal>.Empty.Add(partner, 50)));
        County.Do(Bea, _bid.Stream, new AgreeToShare(partner, 50, Walks));
        County.Do(Hannah, _bid.Stream, new SubmitBid());
        var other = _tender.Drafts(Bea, "Big Care", "A hotline.", 60_000);
        County.Do(Bea, other.Stream, new UseProfile(big));
        County.Do(Bea, other.Stream, new ConfirmProfile(ProfileFacts.Of(County.Get<Provider>(big.Stream)).Hash));
        County.Do(Bea, other.Stream, new SubmitBid());
        _tender.Open();
        foreach (var scorer in new[] { Olu, Orla, Sam })
        {
            _tender.Scores(scorer, _bid, 5);
            _tender.Scores(scorer, other, 1);
            _tender.OnPanel(scorer, new LockScores());
        }

        Assert.Equal(["Bidder A and Bidder B"], _tender.PanelFor(Priya)!.Overlaps);
        Assert.Empty(_tender.PanelFor(Olu)!.Overlaps);
        Assert.All(_tender.PanelFor(Priya)!.Bids!, bid => Assert.Empty(bid.Consortium));
        Assert.Equal(["Harbour Lights", "Big Care"], _tender.PanelState.Bids!.Find(bid => bid.Bid == _bid)!.Consortium.Select(one => one.Name));
        Assert.True(_tender.PanelState.IsBidder(Bea));
    }

    private PartnerStatus Status => Bid.Partners.Find(partner => partner.Id == _cliffTop)!.Status;

    private InvitationId Link => Bid.PartnerLinks[^1].Id;

    private PartnerId Asks(ProviderId? provider, string? name) => new(County.Do(Hannah, _bid.Stream, new AddPartner(provider, name, Walks, PartnerAccess.OwnPart)).Made!.Value);

    private void ComesIn(ParticipantId who) => County.Do(who, _bid.Stream, new JoinAsPartner(_cliffTop, Link));

    private void Shares(decimal lead, decimal partner) => County.Do(Hannah, _bid.Stream, new SetShares(lead, "Wardens", ImmutableDictionary<PartnerId, decimal>.Empty.Add(_cliffTop, partner)));

    private void Let(PartnerAccess access) => County.Do(Hannah, _bid.Stream, new ChangePartner(_cliffTop, Walks, access));

    private void Agreed()
    {
        Shares(60, 40);
        ComesIn(Cai);
        County.Do(Cai, _bid.Stream, new AgreeToShare(_cliffTop, 40, Walks));
    }

    private PartnerView? Seen(ParticipantId viewer) =>
        PartnerView.For(Bid, _tender.Tender, viewer, provider => County.Find<Provider>(provider.Stream)?.IsMember(viewer) is true, County.Now);

    private string? Refusal(ParticipantId who, IBidCommand command) => County.Ask(who, _bid.Stream, command).Refusal?.Code;
}
