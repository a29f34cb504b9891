using System.Text.Json;
using CoDesign.App.Evaluations;
using CoDesign.App.Storage;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Evaluations;

/// <summary>Whether the panel is told who bids: as the tender said before, and to the panel alone.</summary>
public sealed class BidderNamesTests
{
    [Fact]
    public void Bidders_read_in_the_pack_whether_the_panel_is_told_who_they_are_and_it_stays_so_after_the_deadline()
    {
        var tender = SafeAtSea.Ready();
        tender.By(Tom, new ChooseNames(true));
        Assert.Empty(tender.By(Tom, new ChooseNames(true)).Events);
        tender.Publish();
        Assert.Contains("The panel is told who bids", tender.Tender.Publication!.Markdown, StringComparison.Ordinal);
        Assert.Contains("leave the name of your organisation out", SafeAtSea.Published().Tender.Publication!.Markdown, StringComparison.Ordinal);

        tender.County.Now = SafeAtSea.Deadline.AddMinutes(1);
        Assert.Equal("tender.deadline-passed", tender.Refusal(Tom, new ChooseNames(false)));
        Assert.Equal("tender.not-commissioner", SafeAtSea.Ready().Refusal(Fay, new ChooseNames(true)));
    }

    [Fact]
    public void Where_the_tender_shows_names_the_panel_reads_them_before_anything_else_of_a_bid_and_nobody_outside_it_does()
    {
        var tender = Opened(named: true);

        foreach (var reader in new[] { Olu, Sam, Priya }) Assert.Equal(["Big Care", "Harbour Lights"], tender.PanelFor(reader)!.Bids!.Select(bid => bid.Label));
        Assert.All(tender.PanelFor(Olu)!.Bids!, bid => Assert.Empty(bid.Answers));
        foreach (var reader in new[] { Tom, Fay, Cllr, Bea, Hannah, ParticipantId.Public })
            Assert.DoesNotContain("Big Care", JsonSerializer.Serialize(tender.PanelFor(reader), DomainJson.Options), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_it_says_nothing_the_panel_learns_who_bids_with_the_award()
    {
        var tender = Opened(named: false);

        foreach (var reader in new[] { Olu, Sam, Priya })
        {
            Assert.Equal(["Bidder A", "Bidder B"], tender.PanelFor(reader)!.Bids!.Select(bid => bid.Label));
            Assert.DoesNotContain("Big Care", JsonSerializer.Serialize(tender.PanelFor(reader), DomainJson.Options), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(true, ScoringWords.KnowNamed)]
    [InlineData(false, ScoringWords.KnowThem)]
    public void Who_is_told_who_bids_is_not_asked_whether_they_know_it(bool named, string words)
    {
        var tender = Opened(named);

        Assert.Equal(words, new PanelOnPage(tender.PanelFor(Olu)!, tender.County.TenderFor(Olu, tender.Id)!, "").KnowThem);
    }

    [Fact]
    public void Two_that_go_by_the_same_name_can_be_told_apart()
    {
        var tender = SafeAtSea.WithPanel();

        tender.OnPanel(ParticipantId.System, new ReceiveBids(
            [.. new[] { "Same Name", "Same Name", "Another" }.Select(name => new ReceivedBid(new(Guid.NewGuid()), "", name, 1, []))], Named: true));

        var labels = tender.PanelState.Bids!.Select(bid => bid.Label).ToArray();
        Assert.Equal("Another", labels[0]);
        Assert.Equal(3, labels.Distinct().Count());
        Assert.All(tender.PanelState.Bids!, bid => Assert.Equal(bid.Label, bid.Named));
        Assert.Equal("Bidder A, Bid", new ReceivedBid(default, "Bidder A", "Bid", 1, []).Named);
    }

    private static SafeAtSea Opened(bool named)
    {
        var tender = SafeAtSea.WithPanel(showsNames: named);
        tender.HandsIn(Hannah, "Harbour Lights", "Volunteers.", 80_000);
        tender.HandsIn(Bea, "Big Care", "A hotline.", 100_000);
        tender.Open();
        return tender;
    }
}
