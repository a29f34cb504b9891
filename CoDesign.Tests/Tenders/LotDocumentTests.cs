using System.Collections.Immutable;
using CoDesign.Domain.Tenders;
using CoDesign.Domain.Text;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Tenders;

/// <summary>What documents and checks say of lots, and of bidding together.</summary>
public sealed class LotDocumentTests
{
    [Fact]
    public void An_undivided_tender_says_that_each_bid_is_for_the_whole_and_what_is_welcome()
    {
        var tender = SafeAtSea.Ready();
        Assert.StartsWith("There is one lot: each bid is for the whole.", Document(tender, PackDocument.Lots), StringComparison.Ordinal);
        Assert.DoesNotContain("welcome", Document(tender, PackDocument.Instructions), StringComparison.Ordinal);

        tender.By(Tom, new DescribeListing(null, null, false, TakesSubcontracts: true, WelcomesConsortia: true));

        foreach (var document in new[] { PackDocument.Lots, PackDocument.Instructions })
        {
            Assert.Contains("Bids by several organisations together are welcome.", Document(tender, document), StringComparison.Ordinal);
            Assert.Contains("may well be done by others", Document(tender, document), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_divided_tender_says_of_each_lot_what_belongs_to_it_and_how_many_one_may_bid_for_and_win()
    {
        var lots = TwoLots.Ready();
        lots.Tender.By(Tom, new ChangeLot(lots.Town, "Town #1", "All of it.\n\n# Not a heading", 60_000, "Marlport", WelcomesConsortia: true));
        lots.Tender.By(Tom, new SetLotRules(null, 1));

        var document = Document(lots.Tender, PackDocument.Lots);

        Assert.Contains("divided into 2 lots. You can bid for one of them, some or all. Nobody wins more than one of them", document, StringComparison.Ordinal);
        Assert.Contains("### Lot 1: Town \\#1\n\nAll of it.\n\n\\# Not a heading\n", document, StringComparison.Ordinal);
        Assert.Contains("- Estimated value, VAT included: £60,000\n- Where: Marlport\n- Bids by several organisations together are welcome.", document, StringComparison.Ordinal);
        Assert.Contains("### Lot 2: Villages", document, StringComparison.Ordinal);
        Assert.Contains("2 lots", Document(lots.Tender, PackDocument.Instructions), StringComparison.Ordinal);
    }

    [Fact]
    public void A_lot_that_nobody_described_keeps_the_tender_from_being_published()
    {
        var lots = TwoLots.Ready();
        lots.Tender.By(Tom, new ChangeLot(lots.Town, "Town", null, 60_000, null));
        lots.Tender.Explain();

        Assert.Equal("lot.not-described", lots.Tender.Refusal(Tom, new PublishTender()));
        Assert.Contains(Checks(lots.Tender), check => check is { Code: "lot.not-described", Blocks: true, Place: CheckPlace.Lots } && check.On == lots.Town.ToString());
    }

    [Fact]
    public void Values_that_do_not_add_up_a_lot_alone_and_lots_that_may_find_nobody_are_told_of()
    {
        var alone = SafeAtSea.Ready();
        alone.By(Tom, new AddLot("Town", "All of it.", 90_000, null));
        Assert.Equal(["lot.alone"], Codes(alone));
        var lots = TwoLots.Ready();
        Assert.Empty(Codes(lots.Tender));

        lots.Tender.By(Tom, new ChangeLot(lots.Town, "Town", "The sea front.", 61_000, null));
        Assert.Equal(["lots.value"], Codes(lots.Tender));
        lots.Tender.By(Tom, new ChangeLot(lots.Town, "Town", "The sea front.", 60_500, null));
        Assert.Empty(Codes(lots.Tender));
        lots.Tender.By(Tom, new ChangeLot(lots.Town, "Town", "The sea front.", null, null));
        Assert.Equal(["lot.no-value"], Codes(lots.Tender));

        lots.Tender.By(Tom, new ChangeLot(lots.Town, "Town", "The sea front.", 60_000, null));
        lots.Tender.By(Tom, new SetLotRules(null, 1));
        lots.Tender.By(Tom, new SetLikelyBidders(1));
        lots.Tender.By(Tom, new ChoosePriceFormula(PriceFormula.Benchmark, 50_000));
        Assert.Equal(["lots.benchmark", "lots.few-bidders"], Codes(lots.Tender));
    }

    [Fact]
    public void What_is_welcome_for_one_lot_is_welcome_in_the_notice_which_names_the_lots()
    {
        var lots = TwoLots.Ready();
        lots.Tender.By(Tom, new ChangeLot(lots.Villages, "Villages", "Seven.", 30_000, "Downs", WelcomesConsortia: true, TakesSubcontracts: true));

        var notice = lots.Tender.Tender.ToNotice();

        Assert.Equal((true, true), (notice.Listing.WelcomesConsortia, notice.Listing.TakesSubcontracts));
        Assert.Equal([new NoticeLot("Town", "Marlport"), new NoticeLot("Villages", "Downs")], notice.Lots);
        Assert.Empty(SafeAtSea.Ready().Tender.ToNotice().Lots);
    }

    private static string[] Codes(SafeAtSea tender) => [.. Checks(tender).Where(check => check.Code.StartsWith("lot", StringComparison.Ordinal)).Select(check => check.Code)];

    private static ImmutableArray<PublicationCheck> Checks(SafeAtSea tender) => TenderDecider.ChecksOf(Source(tender), Tom, tender.County.Now);

    private static PackSource Source(SafeAtSea tender) =>
        TenderDecider.SourceOf(tender.Tender, tender.County.Get<Domain.Projects.Project>(tender.Project.Stream), text => tender.County.Find<TextDocument>(text));

    private static string Document(SafeAtSea tender, PackDocument document) =>
        TenderDocument.Compose(Source(tender)).Single(section => section.Heading == PackTemplate.TitleOf(document)).Markdown;
}
