using System.Collections.Immutable;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Providers;
using CoDesign.Domain.Tenders;

namespace CoDesign.App.Sample;

/// <summary>Tells how organisations of the sample use their profiles in bids, bid together, and find each other.</summary>
public sealed class SampleTogether(SampleActs acts)
{
    private const string Lead = "provider";
    private const string Hills = "carl";
    private const string HomeHelp = "lorna";

    /// <summary>Takes somebody's profile into their bid, where they have one, and confirms it.</summary>
    public async Task ConfirmAsync(string key, string by, BidId bid, DateTimeOffset at)
    {
        if (!SampleProviders.Has(by)) return;
        var provider = SampleProviders.IdOf(acts, by);
        await acts.DoAsync($"{key}-profile", by, at, new UseProfile(provider), bid.Stream);
        var facts = acts.Read(reading => ProfileFacts.Of(reading.Find<Provider>(provider.Stream) ?? throw new InvalidOperationException("An organisation of the sample is gone.")));
        await acts.DoAsync($"{key}-confirm", by, at, new ConfirmProfile(facts.Hash), bid.Stream);
    }

    /// <summary>The finished tender: Harbour Lights bids together with a group from the hills, which agreed.</summary>
    public async Task BidTogetherAsync(string by, BidId bid, DateTimeOffset at)
    {
        if (by != Lead) return;
        var hills = await AddAsync("hills", bid, at, "Upland Visitors", "Outings in the two districts in the hills, with eleven companions of their own.");
        await acts.DoAsync("hills-shares", Lead, at, new SetShares(82.5m, "Everything by the sea, the training of all companions, and the office.", ImmutableDictionary<PartnerId, decimal>.Empty.Add(hills, 17.5m)), bid.Stream);
        await ComeInAsync("hills", Hills, bid, hills, at);
        var asked = Partner(bid, hills);
        await acts.DoAsync("hills-agrees", Hills, at, new AgreeToShare(hills, asked.Share, asked.Does), bid.Stream);
    }

    /// <summary>The tender that takes bids: two look for partners, a third writes to one, and one of the bids waits for a partner to agree.</summary>
    public async Task SeekAsync(TenderId tender, BidId bid)
    {
        await LookAsync("provider", 0.9, "Helpers who are on call each day until eight, in the villages by the sea.", "Somebody who helps with washing and dressing, and knows the town.", true);
        await LookAsync("marsh-meadows", 0.8, "Neighbours with a key in four villages.", "An organisation that leads, keeps the books and answers the ward’s telephone.", false);
        await WriteAsync("provider-2", "provider", 0.7, "We have people for washing and dressing who start at seven. Would you lead?");
        await WriteAsync("provider", "provider-2", 0.6, "We would. Ring-rounds at eight, and the same face for the whole week: could you do that?");
        var help = await AddAsync("help", bid, acts.Ago(1.5), "Marlham Home Help", "Help with washing and dressing in the town, mornings and evenings.");
        await ComeInAsync("help", HomeHelp, bid, help, acts.Ago(1.2));
        await acts.DoAsync("help-shares", Lead, acts.Ago(1.1), new SetShares(70, "The first evening, the week’s visits and the telephone.", ImmutableDictionary<PartnerId, decimal>.Empty.Add(help, 30)), bid.Stream);

        Task LookAsync(string by, double daysAgo, string brings, string looksFor, bool isPublic) =>
            acts.DoAsync($"{by}-looks", by, acts.Ago(daysAgo), new LookForPartners(SampleProviders.IdOf(acts, by), brings, looksFor, isPublic), tender.Stream);
        Task WriteAsync(string by, string to, double daysAgo, string words) =>
            acts.DoAsync($"{by}-writes", by, acts.Ago(daysAgo), new WriteToProvider(tender, SampleProviders.IdOf(acts, to), words), SampleProviders.IdOf(acts, by).Stream);
    }

    private async Task<PartnerId> AddAsync(string key, BidId bid, DateTimeOffset at, string name, string does) =>
        new(await acts.DoAsync($"{key}-asked", Lead, at, new AddPartner(null, name, does, PartnerAccess.Writes), bid.Stream));

    private async Task ComeInAsync(string key, string who, BidId bid, PartnerId partner, DateTimeOffset at)
    {
        var link = acts.Read(reading => reading.Find<Bid>(bid.Stream)!.PartnerLinks.FirstOrDefault(one => one.Partner == partner)?.Id);
        await acts.DoAsync($"{key}-in", who, at, new JoinAsPartner(partner, link), bid.Stream);
    }

    private Partner Partner(BidId bid, PartnerId partner) =>
        acts.Read(reading => reading.Find<Bid>(bid.Stream)?.Partners.Find(one => one.Id == partner)) ?? throw new InvalidOperationException("A partner of the sample is gone.");
}
