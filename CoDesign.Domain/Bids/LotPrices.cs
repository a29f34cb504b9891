using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;

namespace CoDesign.Domain.Bids;

/// <summary>The price of one lot, as it was handed in.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Price">In pounds, more than 0.</param>
public sealed record LotPrice(LotId Lot, decimal Price);

/// <summary>That a bid is for a lot.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Price">In pounds; null where not given yet.</param>
public sealed record LotOffer(LotId Lot, decimal? Price);

/// <summary>What is said of one lot.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Bids">Whether the bid is for it.</param>
/// <param name="Price">Pounds: more than 0, up to 10,000,000,000, at most two decimal places; may come later.</param>
public sealed record LotChoice(LotId Lot, bool Bids, decimal? Price);

/// <summary>Says which lots the bid is for, with their prices. Those that aren't named aren't bid for.</summary>
/// <param name="Lots">Each lot of the tender at most once.</param>
public sealed record PriceLots(ImmutableArray<LotChoice> Lots) : IBidCommand;

/// <summary>The team said which lots the bid is for, and their prices.</summary>
[EventName("bid-lots.priced.v1")]
public sealed record LotsPriced(ImmutableArray<LotOffer> Offers) : IEvent;

/// <summary>How far a bid is with one lot.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Bids">Whether the bid is for it.</param>
/// <param name="Price">In pounds; null where not given yet, or not bid for.</param>
public sealed record LotProgress(LotId Lot, string Title, bool Bids, decimal? Price)
{
    private static readonly Refusal PriceMissing = new("bid.price-missing", "Give the price before you submit.", "price");
    private static readonly Refusal LotsMissing = new("bid.lots-missing", "Choose one lot at least before you submit.", "lots");

    /// <summary>How far a bid is, lot by lot. Where a tender has one lot, every bid is for it.</summary>
    public static ImmutableArray<LotProgress> Of(Bid bid, Tender tender) =>
    [
        .. tender.Lots.Select(lot => bid.Offers.Find(offer => offer.Lot == lot.Id) is { } offer
            ? new LotProgress(lot.Id, lot.Title, true, offer.Price)
            : new LotProgress(lot.Id, lot.Title, !tender.IsDivided, null)),
    ];

    /// <summary>What keeps a bid for these lots from being submitted.</summary>
    internal static IEnumerable<Refusal> MissingOf(ImmutableArray<LotProgress> lots, int? mostBid)
    {
        if (lots is [var alone])
        {
            if (alone.Price is null) yield return PriceMissing;
            yield break;
        }

        if (!lots.Any(lot => lot.Bids)) yield return LotsMissing;
        if (lots.Count(lot => lot.Bids) > mostBid) yield return BidDecider.LotsMany(mostBid.Value);
        foreach (var lot in lots.Where(lot => lot is { Bids: true, Price: null }))
            yield return new Refusal("bid.price-missing", $"Give the price for “{lot.Title}”, or don't bid for it.", "lots");
    }
}

/// <content>The lots.</content>
public sealed partial record Bid
{
    /// <summary>The lots that it is for. Some may be gone from the tender since.</summary>
    public ImmutableList<LotOffer> Offers { get; init; } = [];

    /// <summary>All lots that the tender has together, in pounds; null where no price is given yet.</summary>
    public decimal? PriceFor(Tender tender)
    {
        var prices = LotProgress.Of(this, tender).Select(lot => lot.Price).OfType<decimal>().ToArray();
        return prices.Length == 0 ? null : prices.Sum();
    }

    private Bid Offer(LotOffer offer) => this with { Offers = Offers.RemoveAll(one => one.Lot == offer.Lot).Add(offer) };

    /// <summary>Bids of before there were lots are for the whole contract.</summary>
    private ImmutableArray<LotPrice> PricesOf(BidSubmitted submitted) =>
        submitted.Prices.IsDefaultOrEmpty ? [new LotPrice(Tender.WholeLot, submitted.Price)] : submitted.Prices;
}

/// <content>The lots.</content>
public sealed partial class BidDecider
{
    private static readonly Refusal Divided = new("bid.lots", "This tender has lots. Say which of them you bid for, with a price for each.", "price");
    private static readonly Refusal LotUnknown = new("lot.unknown", "Meanwhile the tender's lots were changed. Look again.");
    private static readonly Refusal NotChosen = new("lot.not-chosen", "You gave a price without choosing the lot. Choose it too, or take the price away.");
    private static readonly Refusal LotGone = new("bid.lot-gone", "A lot that your bid is for isn't there any more. Change your bid, and submit it again.");
    private static readonly Refusal LotsManyNow = new("bid.lots-many", "Your bid is for more lots than it may be now. Change your bid, and submit it again.");

    internal static Refusal LotsMany(int most) => new("bid.lots-many", $"A bid may be for {(most == 1 ? "1 lot" : $"{most} lots")} at most.", "lots");

    private static Decision Set(Tender tender, SetPrice c)
    {
        if (tender.IsDivided) return Divided;
        return IsPrice(c.Price) ? Decision.Accept(new PriceSet(c.Price!.Value, tender.Lots[0].Id)) : PriceRange;
    }

    private static Decision Price(Bid state, Tender tender, PriceLots c)
    {
        var choices = c.Lots.IsDefault ? [] : c.Lots;
        if (choices.DistinctBy(choice => choice.Lot).Count() != choices.Length) return LotUnknown;
        for (var index = 0; index < choices.Length; index++)
        {
            if (!tender.Lots.Exists(lot => lot.Id == choices[index].Lot)) return LotUnknown;
            if (choices[index].Price is not { } price) continue;
            if (!IsPrice(price)) return PriceRange with { Field = $"lots[{index}].price" };
            if (!choices[index].Bids) return NotChosen with { Field = $"lots[{index}].bids" };
        }

        ImmutableList<LotOffer> offers =
        [
            .. from lot in tender.Lots
               join choice in choices on lot.Id equals choice.Lot
               where choice.Bids
               select new LotOffer(lot.Id, choice.Price),
        ];
        if (tender.IsDivided && offers.Count > tender.LotRules.MostBid) return LotsMany(tender.LotRules.MostBid.Value);
        return offers.SequenceEqual(state.Offers) ? Decision.Accept() : Decision.Accept(new LotsPriced([.. offers]));
    }
}
