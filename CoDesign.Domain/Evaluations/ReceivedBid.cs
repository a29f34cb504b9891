using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;

namespace CoDesign.Domain.Evaluations;

/// <summary>A bid as the panel received it.</summary>
/// <param name="Bid">The bid.</param>
/// <param name="Label">What the panel calls it: "Bidder A", or who bids where the tender shows names. Says nothing about when it arrived.</param>
/// <param name="Organisation">Who bids; the panel learns it with the award.</param>
/// <param name="Price">All lots together, in pounds; the panel learns it when moderation opens.</param>
/// <param name="Team">Who wrote it; they can't score.</param>
public sealed record ReceivedBid(BidId Bid, string Label, string Organisation, decimal Price, ImmutableArray<ParticipantId> Team)
{
    /// <summary>The price of each lot that it is for; never empty once the panel has it.</summary>
    public ImmutableArray<LotPrice> Prices { get; init; } = [];

    /// <summary>Who bids together, the lead first; empty for who bids alone. The panel learns it with the award.</summary>
    public ImmutableArray<ConsortiumShare> Consortium { get; init; } = [];

    /// <summary>The numbers under which who bids is registered, as its profile said them; empty for none. The panel learns them with the award.</summary>
    public string Registered { get; init; } = "";

    /// <summary>What it is called, and who bids where the label doesn't say it.</summary>
    [JsonIgnore]
    public string Named => NameOf(Label, Organisation);

    /// <summary>The price of a lot; null where the bid isn't for it.</summary>
    public decimal? PriceOf(LotId lot) => Prices.FirstOrDefault(price => price.Lot == lot)?.Price;

    /// <summary>A label, and who bids where that is known and the label doesn't say it.</summary>
    internal static string NameOf(string label, string? organisation) =>
        organisation is null || label == organisation || label.StartsWith($"{organisation}, ", StringComparison.Ordinal) ? label : $"{label}, {organisation}";

    /// <summary>A bid that was handed in, as the panel receives it.</summary>
    public static ReceivedBid Of(Bid bid, Submission handedIn) => new(bid.Id, "", bid.Organisation, handedIn.Price, bid.Writers)
    {
        Prices = handedIn.Prices,
        Consortium = handedIn.Consortium,
        Registered = handedIn.Profile?.Numbers ?? "",
    };
}
