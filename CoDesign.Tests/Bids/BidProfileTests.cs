using System.Text.Json;
using CoDesign.App.Storage;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Providers;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Bids;

/// <summary>What a profile says, used in a bid: confirmed by one act, frozen with what is handed in, and told to nobody else.</summary>
public sealed class BidProfileTests
{
    private readonly SafeAtSea _tender = SafeAtSea.WithPanel();
    private readonly ProviderId _harbour;

    public BidProfileTests()
    {
        _harbour = new ProviderId(County.Begin(Hannah, "provider", new BeginProvider("Harbour Lights", ProviderKind.Vcse, ProviderSize.UpTo9)).Made!.Value);
        County.Do(Hannah, _harbour.Stream, new CertifyProvider([.. SelfCertification.RuleOn(County.Now).Value.Select(one => new StatementAnswer(one.Key, one.Key != "solvency", one.Key == "solvency" ? "Harbour Lights had a hard year." : ""))]));
        County.Do(Hannah, _harbour.Stream, new GiveNumbers("SC123456", "1098765"));
        County.Do(Hannah, _harbour.Stream, new KeepInsurance(InsuranceKind.PublicLiability, 5_000_000, new DateOnly(2027, 1, 1)));
        County.Do(Hannah, _harbour.Stream, new KeepPolicy(PolicyKind.Safeguarding, "Harbour Lights keeps you safe", new DateOnly(2026, 1, 1), "https://harbour.example/safe"));
    }

    private County County => _tender.County;

    [Fact]
    public void A_bid_that_takes_a_profile_is_named_after_it()
    {
        var bid = Starts(Hannah);

        Assert.Equal(("Harbour Lights", _harbour), (County.Get<Bid>(bid.Stream).Organisation, County.Get<Bid>(bid.Stream).Provider));
        Assert.Equal("provider.unknown", County.Begin(Bea, "bid", new StartBid(_tender.Id, null, _harbour)).Refusal?.Code);
        Assert.Equal("provider.unknown", County.Ask(Bea, _tender.Drafts(Bea, "Big Care", "A hotline.", 1).Stream, new UseProfile(_harbour)).Refusal?.Code);
    }

    [Fact]
    public void What_the_profile_says_is_confirmed_before_the_bid_is_handed_in()
    {
        var bid = Ready(Hannah);

        Assert.Equal("bid.profile-unconfirmed", County.Ask(Hannah, bid.Stream, new SubmitBid()).Refusal?.Code);
        Assert.Equal("bid.profile-moved", County.Ask(Hannah, bid.Stream, new ConfirmProfile("something else")).Refusal?.Code);
        Confirm(Hannah, bid);
        County.Do(Hannah, bid.Stream, new SubmitBid());
    }

    [Fact]
    public void Once_the_profile_was_changed_it_is_confirmed_again_and_what_was_handed_in_stays_as_it_was()
    {
        var bid = Ready(Hannah);
        Confirm(Hannah, bid);
        County.Do(Hannah, bid.Stream, new SubmitBid());
        var before = County.Get<Bid>(bid.Stream).Submission!;

        County.Do(Hannah, _harbour.Stream, new KeepInsurance(InsuranceKind.PublicLiability, 2_000_000, new DateOnly(2027, 1, 1)));

        Assert.Equal(before, County.Get<Bid>(bid.Stream).Submission);
        Assert.Equal(ProfileStanding.Changed, County.Get<Bid>(bid.Stream).StandingOf(County.Get<Provider>(_harbour.Stream)));
        Assert.Equal("bid.profile-changed", County.Ask(Hannah, bid.Stream, new SubmitBid()).Refusal?.Code);
        Assert.True(BidProgress.Of(County.Get<Bid>(bid.Stream), _tender.Tender, text => County.Find<Domain.Text.TextDocument>(text)?.Text, County.Get<Provider>(_harbour.Stream)).DiffersFrom(before));
        Confirm(Hannah, bid);
        County.Do(Hannah, bid.Stream, new SubmitBid());
        Assert.NotEqual(before.Hash, County.Get<Bid>(bid.Stream).Submission!.Hash);
    }

    [Fact]
    public void The_receipt_proves_what_the_profile_said()
    {
        var bid = Ready(Hannah);
        Confirm(Hannah, bid);
        County.Do(Hannah, bid.Stream, new SubmitBid());
        var submission = County.Get<Bid>(bid.Stream).Submission!;

        Assert.Equal(submission.Hash, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(submission.Content("Harbour Lights")))));
        var forged = submission with { Profile = submission.Profile! with { Size = ProviderSize.More } };
        Assert.NotEqual(submission.Content("Harbour Lights"), forged.Content("Harbour Lights"));
    }

    [Fact]
    public void A_profile_is_the_same_before_and_after_it_is_used_and_says_nothing_of_bids()
    {
        string Kept() => JsonSerializer.Serialize(County.Get<Provider>(_harbour.Stream), DomainJson.Options);
        var before = Kept();

        var bid = Ready(Hannah);
        Confirm(Hannah, bid);
        County.Do(Hannah, bid.Stream, new SubmitBid());

        Assert.Equal(before, Kept());
        Assert.All(new[] { Tom, Fay, Cllr, Priya, Olu, Bea, Nobody, ParticipantId.Public }, other => Assert.Null(BidView.For(County.Get<Bid>(bid.Stream), _tender.Tender, other, County.Now)));
    }

    [Fact]
    public void After_the_opening_whoever_chairs_sees_what_was_vouched_for_and_nobody_who_vouched_before_the_award()
    {
        var bid = Ready(Hannah);
        Confirm(Hannah, bid);
        County.Do(Hannah, bid.Stream, new SubmitBid());
        _tender.Open();
        _tender.OnPanel(Olu, new DeclareInterests(bid, false, null));

        var moderator = Kept(_tender.PanelFor(Priya)!);
        Assert.Contains("1 of 11 with an explanation", moderator, StringComparison.Ordinal);
        Assert.Contains("5,000,000", moderator, StringComparison.Ordinal);
        Assert.DoesNotContain("Harbour", moderator, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(_harbour.Text(), moderator, StringComparison.Ordinal);
        var evaluator = _tender.PanelFor(Olu)!.Bids!.Single();
        Assert.Empty(evaluator.Checks);
        Assert.Null(evaluator.Profile);
        Assert.DoesNotContain("Harbour", Kept(_tender.PanelFor(Olu)!), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Who_lost_reads_under_which_numbers_the_winner_is_registered_and_nobody_reads_them_before_the_award()
    {
        var bid = Ready(Hannah);
        Confirm(Hannah, bid);
        County.Do(Hannah, bid.Stream, new SubmitBid());
        var lost = _tender.HandsIn(Bea, "Big Care", "A hotline.", 100_000);
        _tender.Open();
        foreach (var evaluator in new[] { Olu, Orla, Sam })
        {
            foreach (var one in new[] { bid, lost })
            {
                _tender.OnPanel(evaluator, new DeclareInterests(one, false, null));
                _tender.Scores(evaluator, one, one == bid ? 5 : 2);
            }

            _tender.OnPanel(evaluator, new LockScores());
        }

        _tender.OnPanel(Priya, new OpenModeration());
        foreach (var viewer in new[] { Priya, Tom, Olu, Sam, Fay }) Assert.DoesNotContain("SC123456", _tender.PanelFor(viewer) is { } seen ? Kept(seen) : "", StringComparison.Ordinal);
        _tender.Summarise();
        _tender.Awards(bid);

        var told = BidOutcome.For(_tender.PanelState, _tender.Tender, lost, Bea, County.Now)!.Summary;
        Assert.Equal("company number SC123456, charity number 1098765", told.Lots[0].Winner!.Registered);
        Assert.Equal("", told.Registered);
        Assert.Equal("company number SC123456, charity number 1098765", BidOutcome.For(_tender.PanelState, _tender.Tender, bid, Hannah, County.Now)!.Summary.Registered);
    }

    private static string Kept(PanelView view) => JsonSerializer.Serialize(view, DomainJson.Options);

    private BidId Starts(ParticipantId who) => new(County.Begin(who, "bid", new StartBid(_tender.Id, null, _harbour)).Made!.Value);

    private BidId Ready(ParticipantId who)
    {
        var bid = Starts(who);
        County.Write(who, bid.Answer(_tender.Question), "Volunteers.");
        County.Do(who, bid.Stream, new SetPrice(80_000));
        return bid;
    }

    private void Confirm(ParticipantId who, BidId bid) => County.Do(who, bid.Stream, new ConfirmProfile(ProfileFacts.Of(County.Get<Provider>(_harbour.Stream)).Hash));
}
