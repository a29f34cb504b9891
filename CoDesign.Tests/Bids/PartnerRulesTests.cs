using System.Collections.Immutable;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Providers;
using CoDesign.Domain.Tenders;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Bids;

/// <summary>Harbour Lights leads two partners: Cliff Top Co-op, whose Cai came in, and the Rowing Club, which is only asked.</summary>
public sealed class PartnerRulesTests
{
    private const string Walks = "Walks at night.";
    private readonly SafeAtSea _tender = SafeAtSea.Published();
    private readonly BidId _bid;
    private readonly PartnerId _cliffTop;
    private readonly PartnerId _rowers;

    public PartnerRulesTests()
    {
        _bid = _tender.Drafts(Hannah, "Harbour Lights", "Volunteers.", 80_000);
        (_cliffTop, _rowers) = (Asks("Cliff Top Co-op"), Asks("Rowing Club"));
        County.Do(Cai, _bid.Stream, new JoinAsPartner(_cliffTop, LinkOf(_cliffTop)));
    }

    private County County => _tender.County;

    private Bid Bid => County.Get<Bid>(_bid.Stream);

    [Fact]
    public void A_link_brings_nobody_in_as_another_partner_or_twice_or_with_a_part_in_the_bid()
    {
        Assert.Equal("not-found", Refusal(Bea, new JoinAsPartner(_cliffTop, LinkOf(_rowers))));
        Assert.Equal("not-found", Refusal(Bea, new JoinAsPartner(_rowers, null)));
        foreach (var inIt in new[] { Hannah, Cai }) Assert.Equal("partner.person-already", Refusal(inIt, new JoinAsPartner(_rowers, LinkOf(_rowers))));
        Assert.Equal("not-found", Refusal(ParticipantId.Public, new JoinAsPartner(_rowers, LinkOf(_rowers))));
    }

    [Fact]
    public void A_link_holds_to_the_last_moment_but_not_beyond_the_deadline_or_a_tender_taken_back()
    {
        var (link, until) = (LinkOf(_rowers), Bid.PartnerLinks.First(one => one.Partner == _rowers).Until);
        Assert.True(until > County.Now && until < SafeAtSea.Deadline);
        Assert.NotNull(Bid.PartnerLink(_rowers, link, until));
        Assert.Null(Bid.PartnerLink(_rowers, link, until.AddTicks(1)));
        County.Now = SafeAtSea.Deadline.AddDays(-1);
        var late = new InvitationId(County.Do(Hannah, _bid.Stream, new LinkPartner(_rowers)).Made!.Value);
        County.Now = SafeAtSea.Deadline.AddTicks(1);
        Assert.Equal("bid.late", Refusal(Bea, new JoinAsPartner(_rowers, late)));
        County.Now = SafeAtSea.Deadline.AddDays(-1);
        _tender.By(Tom, new WithdrawTender("The money is gone."));

        Assert.Equal("bid.tender-withdrawn", Refusal(Bea, new JoinAsPartner(_rowers, late)));
        Assert.Equal("bid.tender-withdrawn", Refusal(Cai, new LeaveConsortium(_cliffTop)));
    }

    [Fact]
    public void A_partner_agrees_to_its_own_share_and_part_as_they_are_now_and_once()
    {
        Assert.Equal("share.missing", Refusal(Cai, new AgreeToShare(_cliffTop, 0, Walks)));
        Declares(60, 30, 10);

        Assert.Equal("not-found", Refusal(Cai, new AgreeToShare(_rowers, 10, Walks)));
        Assert.Equal("not-found", Refusal(Bea, new AgreeToShare(_cliffTop, 30, Walks)));
        Assert.Equal("not-found", Refusal(Cai, new LeaveConsortium(_rowers)));
        Assert.Equal("partner.terms-moved", Refusal(Cai, new AgreeToShare(_cliffTop, 30, "Walks at dawn.")));
        County.Do(Cai, _bid.Stream, new AgreeToShare(_cliffTop, 30, Walks));
        Assert.Empty(County.Do(Cai, _bid.Stream, new AgreeToShare(_cliffTop, 30, Walks)).Events);
    }

    [Fact]
    public void Only_whose_share_changed_is_asked_again_and_the_same_shares_change_nothing()
    {
        Declares(60, 30, 10);
        County.Do(Cai, _bid.Stream, new AgreeToShare(_cliffTop, 30, Walks));
        Assert.Empty(Declares(60, 30, 10).Events);
        Assert.Single(Declares(55, 30, 15).Events);

        Assert.Equal([(30m, PartnerStatus.Agreed), (15m, PartnerStatus.Invited)], Bid.Partners.Select(partner => (partner.Share, partner.Status)));
        Assert.Single(Declares(55, 30, 15, "Wardens and more").Events);
        Assert.Equal("share.range", Refusal(Hannah, Sharing(40, 0, 60)));
        Assert.Equal("share.range", Refusal(Hannah, Sharing(0, 40, 60)));
        Assert.Equal("does.empty", Refusal(Hannah, Sharing(55, 30, 15, " ")));
    }

    [Fact]
    public void Shares_name_every_partner_and_no_other()
    {
        SetShares Of(params PartnerId[] partners) => new(100 - 10 * partners.Length, "Wardens", partners.ToImmutableDictionary(partner => partner, _ => 10m));

        Assert.Equal("shares.unknown", Refusal(Hannah, Of(_cliffTop)));
        Assert.Equal("shares.unknown", Refusal(Hannah, Of(_cliffTop, new PartnerId(Guid.NewGuid()))));
        Assert.Equal("shares.unknown", Refusal(Hannah, Of(_cliffTop, _rowers, new PartnerId(Guid.NewGuid()))));
    }

    [Fact]
    public void Who_has_left_is_not_changed_linked_or_given_a_share_and_their_links_open_nothing()
    {
        Declares(60, 30, 10);
        County.Do(Hannah, _bid.Stream, new LinkPartner(_cliffTop));
        var link = LinkOf(_cliffTop);
        County.Do(Cai, _bid.Stream, new LeaveConsortium(_cliffTop));

        Assert.Equal([_rowers], Bid.PartnerLinks.Select(one => one.Partner));
        Assert.Equal("not-found", Refusal(Bea, new JoinAsPartner(_cliffTop, link)));
        Assert.Equal("partner.left", Refusal(Hannah, Sharing(60, 30, 10)));
        Assert.Equal("partner.left", Refusal(Hannah, new ChangePartner(_cliffTop, Walks, PartnerAccess.Reads)));
        Assert.Equal("partner.left", Refusal(Hannah, new LinkPartner(_cliffTop)));
        County.Do(Hannah, _bid.Stream, new RemovePartner(_rowers));
        Assert.Equal([_cliffTop], Bid.Partners.Select(partner => partner.Id));
        Assert.Empty(Bid.PartnerLinks);
    }

    [Fact]
    public void A_partner_that_there_is_not_is_not_found_and_what_is_said_of_one_is_in_words()
    {
        var nobody = new PartnerId(Guid.NewGuid());

        foreach (var act in new IBidCommand[] { new ChangePartner(nobody, Walks, PartnerAccess.Reads), new LinkPartner(nobody), new RemovePartner(nobody) }) Assert.Equal("not-found", Refusal(Hannah, act));
        Assert.Equal("does.empty", Refusal(Hannah, new ChangePartner(_cliffTop, "", PartnerAccess.Reads)));
        Assert.Equal("access.unknown", Refusal(Hannah, new ChangePartner(_cliffTop, Walks, (PartnerAccess)9)));
        Assert.Equal("name.empty", Refusal(Hannah, new AddPartner(null, " ", Walks, PartnerAccess.OwnPart)));
        Assert.Equal("does.empty", Refusal(Hannah, new AddPartner(null, "Café", " ", PartnerAccess.OwnPart)));
        Assert.Equal("access.unknown", Refusal(Hannah, new AddPartner(null, "Café", Walks, (PartnerAccess)9)));
        Assert.Empty(County.Do(Hannah, _bid.Stream, new ChangePartner(_cliffTop, Walks, PartnerAccess.OwnPart)).Events);
    }

    [Fact]
    public void Five_links_for_one_partner_may_be_open_at_a_time()
    {
        while (Bid.PartnerLinks.Count(link => link.Partner == _rowers) < 5) County.Do(Hannah, _bid.Stream, new LinkPartner(_rowers));

        Assert.Equal("partner.links-many", Refusal(Hannah, new LinkPartner(_rowers)));
        Assert.Null(Refusal(Hannah, new LinkPartner(_cliffTop)));
        County.Now = Bid.PartnerLinks.Max(link => link.Until).AddTicks(1);
        Assert.Null(Refusal(Hannah, new LinkPartner(_rowers)));
    }

    [Fact]
    public void Who_is_only_asked_sees_what_they_are_to_agree_to_and_nothing_of_the_others_or_of_the_bid()
    {
        var provider = new ProviderId(County.Begin(Bea, "provider", new BeginProvider("Big Care", ProviderKind.Large, ProviderSize.More)).Made!.Value);
        County.Do(Bea, provider.Stream, new ShowProvider(true));
        County.Do(Hannah, _bid.Stream, new RemovePartner(_rowers));
        var bigCare = new PartnerId(County.Do(Hannah, _bid.Stream, new AddPartner(provider, null, Walks, PartnerAccess.Reads)).Made!.Value);
        PartnerView? Seen(ParticipantId who) => PartnerView.For(Bid, _tender.Tender, who, one => County.Find<Provider>(one.Stream)?.IsMember(who) is true, County.Now);

        Assert.Equal((bigCare, false, 0, false), (Seen(Bea)!.Partner, Seen(Bea)!.IsIn, Seen(Bea)!.Consortium.Length, Seen(Bea)!.MayRead));
        Assert.Equal((_cliffTop, true, 3), (Seen(Cai)!.Partner, Seen(Cai)!.IsIn, Seen(Cai)!.Consortium.Length));
        foreach (var other in new[] { Hannah, Nobody, Tom, ParticipantId.Public }) Assert.Null(Seen(other));
        Assert.Null(PartnerView.For(Bid, _tender.Tender, ParticipantId.Public, _ => true, County.Now));
        Assert.Null(PartnerView.For(null, _tender.Tender, Cai, _ => true, County.Now));
        Assert.Null(PartnerView.For(Bid, null, Cai, _ => true, County.Now));

        County.Bend<Bid>(_bid.Stream, bid => bid with { Submission = new Submission([], 80_000, "", County.Now) { Prices = [] } });
        Assert.Equal((County.Now, null), (Seen(Cai)!.SubmittedAt, Seen(Bea)!.SubmittedAt));
    }

    private PartnerId Asks(string name) => new(County.Do(Hannah, _bid.Stream, new AddPartner(null, name, Walks, PartnerAccess.OwnPart)).Made!.Value);

    private InvitationId LinkOf(PartnerId partner) => Bid.PartnerLinks.Last(link => link.Partner == partner).Id;

    private SetShares Sharing(decimal lead, decimal cliffTop, decimal rowers, string does = "Wardens") =>
        new(lead, does, ImmutableDictionary<PartnerId, decimal>.Empty.Add(_cliffTop, cliffTop).Add(_rowers, rowers));

    private Decision Declares(decimal lead, decimal cliffTop, decimal rowers, string does = "Wardens") => County.Do(Hannah, _bid.Stream, Sharing(lead, cliffTop, rowers, does));

    private string? Refusal(ParticipantId who, IBidCommand command) => County.Ask(who, _bid.Stream, command).Refusal?.Code;
}
