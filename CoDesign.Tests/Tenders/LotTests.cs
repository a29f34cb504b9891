using CoDesign.Domain.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Tenders;

public sealed class LotTests
{
    private readonly SafeAtSea _tender = SafeAtSea.Ready();

    [Fact]
    public void A_tender_that_says_nothing_has_one_lot_the_whole_contract()
    {
        var lot = Assert.Single(_tender.Tender.Lots);

        Assert.Equal((_tender.Id.WholeLot, "The whole contract", 90_000m), (lot.Id, lot.Title, lot.Value));
        Assert.False(_tender.Tender.IsDivided);
        Assert.Equal(lot, Assert.Single(_tender.County.TenderFor(Tom, _tender.Id)!.Lots));
    }

    [Fact]
    public void The_first_lot_stands_in_the_place_of_the_whole_and_the_last_that_goes_gives_it_back()
    {
        var town = Add("Town");
        Assert.Equal(town, Assert.Single(_tender.Tender.Lots).Id);
        Assert.False(_tender.Tender.IsDivided);
        Add("Villages");
        Assert.True(_tender.Tender.IsDivided);

        foreach (var lot in _tender.Tender.Lots) _tender.By(Tom, new RemoveLot(lot.Id));

        Assert.Equal(_tender.Id.WholeLot, Assert.Single(_tender.Tender.Lots).Id);
    }

    [Fact]
    public void Lots_are_changed_and_stand_in_the_order_that_they_are_given()
    {
        var (town, _, coast) = (Add("Town"), Add("Villages"), Add("Coast"));

        _tender.By(Tom, new ChangeLot(town, " The town ", "All within the ring road.", 45_000.50m, "Marlport", WelcomesConsortia: true));
        _tender.By(Tom, new MoveLot(coast, 0));

        Assert.Equal(["Coast", "The town", "Villages"], _tender.Tender.Lots.Select(lot => lot.Title));
        Assert.Equal(new Lot(town, "The town", "All within the ring road.", 45_000.50m, "Marlport") { WelcomesConsortia = true }, _tender.Tender.Lots[1]);
        Assert.Empty(_tender.By(Tom, new MoveLot(coast, 0)).Events);
        Assert.Empty(_tender.By(Tom, new ChangeLot(coast, "Coast", "What belongs to Coast.", 10_000, "")).Events);
    }

    [Fact]
    public void What_cannot_be_a_lot_is_refused_with_the_field()
    {
        Add("Town");
        var other = Add("Villages");

        Assert.Equal("title.empty", Refused("title", new AddLot(" ", null, null, null)));
        Assert.Equal("lot.named", Refused("title", new AddLot("TOWN", null, null, null)));
        Assert.Equal("lot.named", Refused("title", new ChangeLot(other, "Town", null, null, null)));
        Assert.Equal("description.too-long", Refused("description", new AddLot("Coast", new string('x', 4_001), null, null)));
        Assert.Equal("place.too-long", Refused("place", new AddLot("Coast", null, null, new string('x', 121))));
        foreach (var value in new[] { 0, -1, 0.001m, 10_000_000_001m }) Assert.Equal("value.range", Refused("value", new AddLot("Coast", null, value, null)));
        Assert.Equal("not-found", Refused(null, new ChangeLot(default, "Coast", null, null, null)));
        Assert.Equal("not-found", Refused(null, new MoveLot(default, 0)));
        Assert.Equal("not-found", Refused(null, new RemoveLot(_tender.Id.WholeLot)));
        while (_tender.Tender.Lots.Count < TenderDecider.MostLots) Add($"Lot {_tender.Tender.Lots.Count}");
        Assert.Equal("lots.many", Refused(null, new AddLot("One more", null, null, null)));
    }

    [Fact]
    public void How_many_lots_one_may_bid_for_and_win_is_said_or_left_open()
    {
        _tender.By(Tom, new SetLotRules(3, 2));
        Assert.Equal(new LotRules(3, 2), _tender.County.TenderFor(Tom, _tender.Id)!.LotRules);
        Assert.Equal("lots.limit", Refused("mostBid", new SetLotRules(0, null)));
        Assert.Equal("lots.limit", Refused("mostWon", new SetLotRules(null, 51)));
        Assert.Equal("lots.won", Refused("mostWon", new SetLotRules(1, 2)));

        _tender.By(Tom, new SetLotRules());

        Assert.Equal(LotRules.None, _tender.Tender.LotRules);
    }

    [Fact]
    public void Only_commissioners_write_lots_and_only_while_the_tender_can_be_changed()
    {
        Assert.Equal("tender.not-commissioner", _tender.Refusal(Fay, new AddLot("Town", null, null, null)));
        Assert.Equal("not-found", _tender.Refusal(Nobody, new AddLot("Town", null, null, null)));
        _tender.Publish();
        _tender.County.Now = SafeAtSea.Deadline.AddTicks(1);
        Assert.Equal("tender.deadline-passed", _tender.Refusal(Tom, new AddLot("Town", null, null, null)));
    }

    [Fact]
    public void After_publication_lots_wait_for_the_next_version()
    {
        _tender.Publish();
        var town = Add("Town");
        var villages = Add("Villages");

        Assert.False(_tender.Tender.IsDivided);
        Assert.False(_tender.County.TenderFor(Nobody, _tender.Id)!.IsDivided);
        Assert.True(_tender.County.TenderFor(Tom, _tender.Id)!.IsDivided);

        _tender.By(Tom, new AmendTender("Small organisations asked for smaller parts."));

        Assert.Equal([town, villages], _tender.County.TenderFor(Nobody, _tender.Id)!.Lots.Select(lot => lot.Id));
    }

    private LotId Add(string title) => new(_tender.By(Tom, new AddLot(title, $"What belongs to {title}.", 10_000, null)).Made!.Value);

    private string? Refused(string? field, ITenderCommand command)
    {
        var refusal = _tender.County.Ask(Tom, _tender.Id.Stream, command).Refusal;
        Assert.Equal(field, refusal?.Field);
        return refusal?.Code;
    }
}
