using System.Collections.Immutable;
using System.Globalization;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using CoDesign.Domain.Text;
using CoDesign.Domain.Thread;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Bids;

public sealed class BidProgressTests
{
    private readonly SafeAtSea _tender = SafeAtSea.WithPanel();

    private County County => _tender.County;

    [Fact]
    public void The_list_of_what_is_missing_is_what_submitting_would_refuse()
    {
        var bid = new BidId(County.Begin(Hannah, "bid", new StartBid(_tender.Id, "Harbour Lights")).Made!.Value);
        Assert.Equal(["bid.answer-missing", "bid.price-missing"], Missing(bid));

        County.Do(Hannah, bid.Stream, new SetPrice(80_000));
        County.Write(Hannah, bid.Answer(_tender.Question), string.Join(' ', Enumerable.Repeat("word", 51)));
        Assert.Equal(["bid.too-many-words"], Missing(bid));
        Assert.Equal("bid.too-many-words", County.Ask(Hannah, bid.Stream, new SubmitBid()).Refusal?.Code);
        Assert.Equal(51, Progress(bid).Answers[0].Words);

        County.Write(Hannah, bid.Answer(_tender.Question), "Volunteers whom people know.");
        Assert.True(Progress(bid).IsComplete);
        Assert.Null(County.Ask(Hannah, bid.Stream, new SubmitBid()).Refusal);
    }

    [Fact]
    public void An_answer_or_price_that_changed_since_it_was_handed_in_is_noticed_until_it_is_handed_in_again()
    {
        var bid = _tender.HandsIn(Hannah, "Harbour Lights", "Volunteers.", 80_000);
        Assert.False(Differs(bid));

        County.Write(Hannah, bid.Answer(_tender.Question), "Paid staff.");
        Assert.True(Differs(bid));
        County.Do(Hannah, bid.Stream, new SubmitBid());
        Assert.False(Differs(bid));

        County.Do(Hannah, bid.Stream, new SetPrice(79_000));
        Assert.True(Differs(bid));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void A_bid_is_in_time_to_the_millisecond(int milliseconds, bool inTime)
    {
        var bid = _tender.Drafts(Hannah, "Harbour Lights", "Volunteers.", 80_000);

        County.Now = SafeAtSea.Deadline.AddMilliseconds(milliseconds);

        Assert.Equal(inTime ? null : "bid.late", County.Ask(Hannah, bid.Stream, new SubmitBid()).Refusal?.Code);
        Assert.Equal(inTime ? County.Now : null, County.Get<Bid>(bid.Stream).Submission?.At);
    }

    [Theory]
    [InlineData("2027-03-28T00:59:59.999Z", true)]
    [InlineData("2027-03-28T01:00:00.000Z", true)]
    [InlineData("2027-03-28T01:00:00.001Z", false)]
    public void A_deadline_at_the_hour_that_summer_time_takes_away_is_one_instant(string now, bool inTime)
    {
        var tender = SafeAtSea.Ready();
        tender.By(Tom, new SetDeadline(new DateTimeOffset(2027, 3, 28, 2, 0, 0, TimeSpan.FromHours(1))));
        tender.Publish();
        var bid = tender.Drafts(Hannah, "Harbour Lights", "Volunteers.", 80_000);

        tender.County.Now = DateTimeOffset.Parse(now, CultureInfo.InvariantCulture);

        Assert.Equal(inTime ? null : "bid.late", tender.County.Ask(Hannah, bid.Stream, new SubmitBid()).Refusal?.Code);
    }

    [Fact]
    public void A_question_shows_bidders_what_people_said_and_the_clause_it_comes_from_but_nothing_that_came_after_publication()
    {
        var tender = SafeAtSea.Ready();
        Says(tender, "The sea front is dark.");
        Assert.Empty(Origins(tender));
        tender.Publish();
        tender.County.Now = tender.County.Now.AddDays(1);
        Says(tender, "Too late to be read.");

        var origin = Origins(tender)[tender.Question];

        Assert.EndsWith("Evenings", Assert.Single(origin.From).Text, StringComparison.Ordinal);
        Assert.Equal(["The sea front is dark."], origin.Said);
        Assert.Equal(0, origin.More);
    }

    /// <summary>Amina says something, and it is tied to the clause.</summary>
    private static void Says(SafeAtSea tender, string words)
    {
        var said = tender.County.Do(Amina, tender.Project.Stream, new CaptureInsight(words, SourceKind.Carer, [])).Made!.Value;
        tender.County.Do(Tom, tender.Project.Stream,
            new LinkThread(new ThreadLink(new ThreadRef(ThreadKind.Insight, said), new ThreadRef(ThreadKind.Clause, tender.Clause.Value))));
    }

    private static ImmutableDictionary<CriterionId, QuestionOrigin> Origins(SafeAtSea tender) =>
        YouSaid.OriginsOf(tender.County.Get<Project>(tender.Project.Stream), tender.Tender);

    private BidProgress Progress(BidId bid) =>
        BidProgress.Of(County.Get<Bid>(bid.Stream), _tender.Tender, text => County.Find<TextDocument>(text)?.Text);

    private IEnumerable<string> Missing(BidId bid) => Progress(bid).Missing.Select(one => one.Code);

    private bool Differs(BidId bid) => Progress(bid).DiffersFrom(County.Get<Bid>(bid.Stream).Submission!);
}
