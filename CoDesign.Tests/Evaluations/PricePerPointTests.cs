using Bunit;
using CoDesign.App.Evaluations;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Tenders;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Evaluations;

/// <summary>
/// Bids rank by what they ask for each point of quality: Big Care asks £60,000 for 22.8 points, £2,631.58 for each; Harbour Lights has
/// 56.4 points and asks £200,000, £3,546.10 for each. Whoever reads of it is told so, and of no total.
/// </summary>
public sealed class PricePerPointTests : BunitContext
{
    private readonly SafeAtSea _tender = Scored(null);

    [Fact]
    public void Who_lost_with_more_points_reads_by_how_much_the_other_asked_less_for_each()
    {
        Awards(_tender);
        var summary = SummaryOf(_tender);

        Assert.Equal(
            "Harbour Lights did not win: it asks £3,546.10 for each point of quality, and Big Care, which won, asks £2,631.58, £914.52 less.",
            SummaryWording.Outcome(summary.Lots[0], summary));
        var words = Render<SummaryText>(parameters => parameters.Add(text => text.Summary, summary)).Find("section").TextContent;
        Assert.Contains("£3,546.10, place 2 of 2", words, StringComparison.Ordinal);
        Assert.Contains("Price for each point of quality£3,546.10£2,631.58", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Total", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_missed_a_pass_mark_reads_what_the_winner_asked()
    {
        var tender = Scored(passMark: 2, (Bea, 4), (Hannah, 1));
        Awards(tender);
        var summary = SummaryOf(tender);

        Assert.EndsWith("Big Care won with £1,250.00 for each point of quality.", SummaryWording.Outcome(summary.Lots[0], summary), StringComparison.Ordinal);
    }

    [Fact]
    public void The_result_shows_what_it_ranks_by_drawn_and_as_a_table()
    {
        var result = _tender.PanelFor(Priya)!.Result!;

        var table = Render<ResultTable>(parameters => parameters.Add(one => one.Result, result).Add(one => one.Label, "The result").Add(one => one.NameOf, row => row.Label));
        Assert.Equal(["Bid", "Rank", "Quality", "Price", "For each point"], table.FindAll("thead th").Select(cell => cell.TextContent));
        Assert.Equal(["1", "22.80", "£60,000", "£2,631.58", "2", "56.40", "£200,000", "£3,546.10"], table.FindAll("td").Select(cell => cell.TextContent));
        var drawn = Render<ResultBars>(parameters => parameters.Add(bars => bars.Result, result));
        Assert.Equal([259, 350], drawn.FindAll("rect").Select(bar => int.Parse(bar.GetAttribute("width")!, null)));
        Assert.Contains("£2,631.58", drawn.Markup, StringComparison.Ordinal);
        Assert.Equal(["Feeling safe"], PointBars.ByCriterion(result).Select(bars => bars.Title));
        var made = Render<ResultDetails>(parameters => parameters.Add(one => one.Row, result.Rows[0]).Add(one => one.ByPoint, true)).Markup;
        Assert.Contains("£2,631.58 for each point of quality", made, StringComparison.Ordinal);
        Assert.DoesNotContain("for price make", made, StringComparison.Ordinal);
    }

    private static SafeAtSea Scored(int? passMark, params (Domain.Kernel.ParticipantId Bidder, int Points)[] given)
    {
        var tender = SafeAtSea.Ready(passMark);
        tender.By(Tom, new ChoosePriceFormula(PriceFormula.PricePerQualityPoint));
        tender.Publish();
        tender.OnPanel(Tom, new AppointModerator(Priya));
        foreach (var (who, group) in new[] { (Olu, "Officers"), (Orla, "Officers"), (Sam, "Service users") }) tender.OnPanel(Tom, new AppointEvaluator(who, group));
        tender.HandsIn(Hannah, "Harbour Lights", "Volunteers whom people know.", 200_000);
        tender.HandsIn(Bea, "Big Care", "A hotline.", 60_000);
        tender.Open();
        foreach (var (who, hannah, bea) in new[] { (Olu, 4, 2), (Orla, 5, 3), (Sam, 5, 1) })
        {
            tender.Scores(who, tender.BidOf(Hannah), given.Length == 0 ? hannah : given.Single(one => one.Bidder == Hannah).Points);
            tender.Scores(who, tender.BidOf(Bea), given.Length == 0 ? bea : given.Single(one => one.Bidder == Bea).Points);
            tender.OnPanel(who, new LockScores());
        }

        tender.OnPanel(Priya, new OpenModeration());
        return tender;
    }

    private static void Awards(SafeAtSea tender) => tender.Awards(tender.BidOf(Bea));

    private static AssessmentSummary SummaryOf(SafeAtSea tender) =>
        AssessmentSummary.Of(tender.PanelState, tender.Tender, tender.PanelState.Bids!.Find(bid => bid.Bid == tender.BidOf(Hannah))!);
}
