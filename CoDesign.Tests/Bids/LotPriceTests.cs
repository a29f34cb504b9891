using System.Text;
using CoDesign.App.Storage;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Bids;

public sealed class LotPriceTests
{
    private readonly TwoLots _lots = TwoLots.WithPanel();

    private County County => _lots.County;

    [Fact]
    public void Harbour_Lights_bids_for_one_lot_and_the_receipt_covers_its_price()
    {
        var bid = _lots.HandsIn(Hannah, 50_000, null);

        var receipt = View(bid).Submission!;

        Assert.Equal([new LotPrice(_lots.Town, 50_000)], receipt.Prices);
        Assert.Equal(50_000, receipt.Price);
        Assert.Equal(Submission.HashOf($"Organisation of {Hannah}", receipt.Answers, 50_000, receipt.Prices), receipt.Hash);
        Assert.NotEqual(receipt.Hash, Submission.HashOf($"Organisation of {Hannah}", receipt.Answers, 50_000, [new LotPrice(_lots.Villages, 50_000)]));
    }

    [Fact]
    public void A_bid_for_all_lots_costs_what_they_cost_together_in_the_order_of_the_tender()
    {
        var bid = _lots.Drafts(Hannah, null, null);

        County.Do(Hannah, bid.Stream, new PriceLots([new(_lots.Villages, true, 20_000), new(_lots.Town, true, 50_000)]));
        County.Do(Hannah, bid.Stream, new SubmitBid());

        Assert.Equal([new LotPrice(_lots.Town, 50_000), new LotPrice(_lots.Villages, 20_000)], View(bid).Submission!.Prices);
        Assert.Equal(70_000, View(bid).Submission!.Price);
        Assert.False(Progress(bid).DiffersFrom(View(bid).Submission!));
        _lots.Prices(Hannah, bid, 50_000, null);
        Assert.True(Progress(bid).DiffersFrom(View(bid).Submission!));
    }

    [Fact]
    public void Nothing_is_handed_in_without_a_lot_or_without_a_price_for_a_lot_that_was_chosen()
    {
        var bid = _lots.Drafts(Hannah, null, null);
        Assert.Equal("bid.lots-missing", Refusal(bid, new SubmitBid())?.Code);

        County.Do(Hannah, bid.Stream, new PriceLots([new(_lots.Town, true, null), new(_lots.Villages, true, 20_000)]));
        var missing = Refusal(bid, new SubmitBid());

        Assert.Equal("bid.price-missing", missing?.Code);
        Assert.Contains("Town", missing?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_is_refused_with_the_field()
    {
        var bid = _lots.Drafts(Hannah, null, null);

        Assert.Equal(("price.range", "lots[1].price"), Refused(new(_lots.Town, true, 1), new(_lots.Villages, true, 0)));
        Assert.Equal(("lot.not-chosen", "lots[0].bids"), Refused(new LotChoice(_lots.Town, false, 50_000)));
        Assert.Equal(("lot.unknown", null), Refused(new LotChoice(_lots.Tender.Id.WholeLot, true, 50_000)));
        Assert.Equal(("lot.unknown", null), Refused(new(_lots.Town, true, 1), new(_lots.Town, false, null)));
        Assert.Equal("bid.lots", Refusal(bid, new SetPrice(50_000))?.Code);

        (string?, string?) Refused(params LotChoice[] choices) => Refusal(bid, new PriceLots([.. choices])) is { } refusal ? (refusal.Code, refusal.Field) : default;
    }

    [Fact]
    public void Nobody_bids_for_more_lots_than_one_may()
    {
        var lots = TwoLots.WithPanel(new LotRules(1, null));
        var bid = lots.Drafts(Hannah, 50_000, null);

        Assert.Equal("bid.lots-many", lots.County.Ask(Hannah, bid.Stream, new PriceLots([new(lots.Town, true, 1), new(lots.Villages, true, 1)])).Refusal?.Code);
        Assert.Null(lots.County.Ask(Hannah, bid.Stream, new SubmitBid()).Refusal);
    }

    [Fact]
    public void A_bid_for_a_lot_that_went_cannot_be_confirmed_and_what_is_left_of_it_can_be_handed_in()
    {
        var (both, town) = (_lots.HandsIn(Hannah, 50_000, 20_000), _lots.HandsIn(Bea, 40_000, null));
        _lots.Tender.By(Tom, new AddLot("Coast", "The path by the sea.", 10_000, null));
        _lots.Tender.By(Tom, new RemoveLot(_lots.Villages));
        _lots.Tender.By(Tom, new AmendTender("The villages go another way."));

        Assert.Equal("bid.lot-gone", County.Ask(Hannah, both.Stream, new ConfirmBid(2)).Refusal?.Code);
        Assert.Null(County.Ask(Bea, town.Stream, new ConfirmBid(2)).Refusal);

        County.Do(Hannah, both.Stream, new TakeUpVersion(2));
        Assert.Equal(["Town", "Coast"], View(both).Lots.Select(lot => lot.Title));
        County.Do(Hannah, both.Stream, new SubmitBid());
        Assert.Equal([new LotPrice(_lots.Town, 50_000)], View(both).Submission!.Prices);
    }

    [Fact]
    public void A_bid_for_the_whole_says_which_lots_it_is_for_once_the_contract_is_divided()
    {
        var tender = SafeAtSea.WithPanel();
        var bid = tender.HandsIn(Hannah, "Harbour Lights", "Volunteers.", 80_000);
        foreach (var lot in new[] { "Town", "Villages" }) tender.By(Tom, new AddLot(lot, "Part of it.", 45_000, null));
        tender.By(Tom, new AmendTender("Small organisations asked for smaller parts."));

        Assert.Equal("bid.lot-gone", tender.County.Ask(Hannah, bid.Stream, new ConfirmBid(2)).Refusal?.Code);
        tender.County.Do(Hannah, bid.Stream, new TakeUpVersion(2));
        Assert.Equal("bid.lots-missing", tender.County.Ask(Hannah, bid.Stream, new SubmitBid()).Refusal?.Code);
    }

    [Fact]
    public void A_limit_that_came_later_asks_for_a_change()
    {
        var bid = _lots.HandsIn(Hannah, 50_000, 20_000);
        _lots.Tender.By(Tom, new SetLotRules(1));
        _lots.Tender.By(Tom, new AmendTender("Everybody should get a chance."));

        Assert.Equal("bid.lots-many", Refusal(bid, new ConfirmBid(2))?.Code);
        County.Do(Hannah, bid.Stream, new TakeUpVersion(2));
        Assert.Equal("bid.lots-many", Refusal(bid, new SubmitBid())?.Code);
    }

    [Fact]
    public void A_bid_as_earlier_versions_kept_it_is_for_the_whole_contract_with_the_hash_that_it_had()
    {
        var tender = SafeAtSea.WithPanel();
        var bid = tender.HandsIn(Hannah, "Harbour Lights", "Volunteers.", 80_000);
        var receipt = tender.County.Get<Bid>(bid.Stream).Submission!;
        var catalogue = new EventCatalogue();

        var before = new Bid { Id = bid, Tender = tender.Id }
            .After(Read("price.set.v1", """{"price":80000}"""))
            .After(Read("bid.submitted.v1", $$"""{"answers":[],"price":80000,"hash":"{{receipt.Hash}}"}"""));

        Assert.Equal([new LotPrice(tender.Id.WholeLot, 80_000)], before.Submission!.Prices);
        Assert.Equal(80_000, before.PriceFor(tender.Tender));
        Assert.Equal(Submission.HashOf("Harbour Lights", receipt.Answers, 80_000), receipt.Hash);

        Recorded Read(string name, string payload) => new(bid.Stream, 1, catalogue.Read(name, Encoding.UTF8.GetBytes(payload), null), Hannah, tender.County.Now);
    }

    private BidView View(BidId bid) => BidView.For(County.Get<Bid>(bid.Stream), County.Get<Tender>(_lots.Tender.Id.Stream), Hannah, County.Now)!;

    private BidProgress Progress(BidId bid) => BidProgress.Of(County.Get<Bid>(bid.Stream), _lots.Tender.Tender, text => County.Get<Domain.Text.TextDocument>(text).Text);

    private Refusal? Refusal(BidId bid, IBidCommand command) => County.Ask(Hannah, bid.Stream, command).Refusal;
}
