using CoDesign.Domain.Bids;
using CoDesign.Domain.Tenders;

namespace CoDesign.App.Sample;

/// <summary>A lot; <paramref name="Together"/> says that bids by several are welcome for it.</summary>
public sealed record SampleLot(string Title, string Description, decimal Value, string? Place, bool Together);

/// <summary>Tells how a tender is divided, and which lot a bid that is begun is for.</summary>
public sealed class SampleLots(SampleActs acts, SampleTender plan, TenderId tender)
{
    /// <summary>Divides it.</summary>
    public async Task DivideAsync(DateTimeOffset at)
    {
        foreach (var (lot, index) in plan.Lots.Select((lot, index) => (lot, index)))
            await acts.DoAsync($"lot-{index}", "commissioner", at, new AddLot(lot.Title, lot.Description, lot.Value, lot.Place, lot.Together), tender.Stream);
    }

    /// <summary>The team chooses the first lot; its price is still to come.</summary>
    public async Task ChooseAsync(string by, BidId bid, DateTimeOffset at)
    {
        var first = acts.Read(reading => reading.Find<Tender>(tender.Stream)?.OwnLots.FirstOrDefault());
        if (first is not null) await acts.DoAsync("bid-lots", by, at, new PriceLots([new LotChoice(first.Id, true, null)]), bid.Stream);
    }
}
