using CoDesign.Domain.Bids;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Tenders;

/// <summary>The tender of these tests, divided into the town and the villages.</summary>
internal sealed class TwoLots
{
    private TwoLots(SafeAtSea tender)
    {
        Tender = tender;
        Town = new LotId(tender.By(Tom, new AddLot("Town", "The sea front and the station.", 60_000, "Marlport")).Made!.Value);
        Villages = new LotId(tender.By(Tom, new AddLot("Villages", "The seven villages.", 30_000, null)).Made!.Value);
    }

    public SafeAtSea Tender { get; }
    public LotId Town { get; }
    public LotId Villages { get; }
    public County County => Tender.County;

    /// <summary>All there but the publication.</summary>
    public static TwoLots Ready() => new(SafeAtSea.Ready());

    /// <summary>Published, with a panel.</summary>
    public static TwoLots WithPanel(LotRules? rules = null)
    {
        var lots = Ready();
        if (rules is not null) lots.Tender.By(Tom, new SetLotRules(rules.MostBid, rules.MostWon));
        lots.Tender.Publish();
        lots.Tender.OnPanel(Tom, new AppointModerator(Priya));
        lots.Tender.OnPanel(Tom, new AppointEvaluator(Olu, "Officers"));
        lots.Tender.OnPanel(Tom, new AppointEvaluator(Sam, "Service users"));
        return lots;
    }

    /// <summary>Begins a bid with an answer and prices; null for a lot that it isn't for.</summary>
    public BidId Drafts(ParticipantId who, decimal? town, decimal? villages)
    {
        var bid = new BidId(County.Begin(who, "bid", new StartBid(Tender.Id, $"Organisation of {who}")).Made!.Value);
        County.Write(who, bid.Answer(Tender.Question), "Somebody whom people know.");
        Prices(who, bid, town, villages);
        return bid;
    }

    public BidId HandsIn(ParticipantId who, decimal? town, decimal? villages)
    {
        var bid = Drafts(who, town, villages);
        County.Do(who, bid.Stream, new SubmitBid());
        return bid;
    }

    public void Prices(ParticipantId who, BidId bid, decimal? town, decimal? villages) =>
        County.Do(who, bid.Stream, new PriceLots([new(Town, town is not null, town), new(Villages, villages is not null, villages)]));

    /// <summary>Opens the bids; Olu and Sam declare nothing, give each what is said, lock, and Priya opens moderation.</summary>
    public void Score(params (ParticipantId Bidder, int Points)[] given)
    {
        Tender.Open();
        foreach (var scorer in new[] { Olu, Sam })
        {
            foreach (var (bidder, points) in given) Tender.Scores(scorer, Tender.BidOf(bidder), points);
            Tender.OnPanel(scorer, new LockScores());
        }

        Tender.OnPanel(Priya, new OpenModeration());
    }

    /// <summary>Ranks of a lot as one line.</summary>
    public string Ranks(LotId lot, ParticipantId? reader = null) => string.Join(' ', Tender.PanelFor(reader ?? Priya)!.Results.Single(one => one.Lot.Id == lot).Result.Rows
        .Select(row => $"{Bidders.Single(who => Tender.BidOf(who) == row.Bid).Name}{row.Rank}"));

    private IEnumerable<Named> Bidders => new Named[] { new(Hannah, "Hannah"), new(Bea, "Bea"), new(Cai, "Cai") }.Where(one => County.Bids.Any(bid => bid.Team.Contains(one.Who)));

    private sealed record Named(ParticipantId Who, string Name)
    {
        public static implicit operator ParticipantId(Named named) => named.Who;
    }
}
