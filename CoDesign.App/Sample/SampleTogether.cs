using System.Collections.Immutable;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Providers;
using CoDesign.Domain.Tenders;

namespace CoDesign.App.Sample;

/// <summary>Who bids together with whom: what the partner does, its share in percent, and what the lead does.</summary>
public sealed record SamplePartner(string By, string Name, string Does, decimal Share, string LeadDoes);

/// <summary>Tells how organisations of the sample use their profiles in bids, bid together, and find each other.</summary>
public sealed class SampleTogether(SampleActs acts)
{
    private const string Lead = "provider";
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

    /// <summary>Somebody bids together with others, who agreed.</summary>
    public async Task BidTogetherAsync(string key, string by, BidId bid, SamplePartner with, DateTimeOffset at)
    {
        var partner = await AddAsync(key, by, bid, at, with.Name, with.Does);
        await ShareAsync(key, by, bid, at, 100 - with.Share, with.LeadDoes, partner, with.Share);
        await ComeInAsync(key, with.By, bid, partner, at);
        await acts.DoAsync($"{key}-agrees", with.By, at, new AgreeToShare(partner, with.Share, with.Does), bid.Stream);
    }

    /// <summary>The tender that takes bids: two look for partners, a third writes to one, and one of the bids waits for a partner to agree.</summary>
    public async Task SeekAsync(TenderId tender, BidId bid)
    {
        await LookAsync("provider", 0.9, "Helpers who are on call each day until eight, in the villages by the sea.", "Somebody who helps with washing and dressing, and knows the town.", true);
        await LookAsync("marsh-meadows", 0.8, "Neighbours with a key in four villages.", "An organisation that leads, keeps the books and answers the ward’s telephone.", false);
        await WriteAsync("provider-2", "provider", 0.7, "We have people for washing and dressing who start at seven. Would you lead?");
        await WriteAsync("provider", "provider-2", 0.6, "We would. Ring-rounds at eight, and the same face for the whole week: could you do that?");
        var help = await AddAsync("help", Lead, bid, acts.Ago(1.5), "Marlham Home Help", "Help with washing and dressing in the town, mornings and evenings.");
        await ComeInAsync("help", HomeHelp, bid, help, acts.Ago(1.2));
        await ShareAsync("help", Lead, bid, acts.Ago(1.1), 70, "The first evening, the week’s visits and the telephone.", help, 30);

        Task LookAsync(string by, double daysAgo, string brings, string looksFor, bool isPublic) =>
            acts.DoAsync($"{by}-looks", by, acts.Ago(daysAgo), new LookForPartners(SampleProviders.IdOf(acts, by), brings, looksFor, isPublic), tender.Stream);
        Task WriteAsync(string by, string to, double daysAgo, string words) =>
            acts.DoAsync($"{by}-writes", by, acts.Ago(daysAgo), new WriteToProvider(tender, SampleProviders.IdOf(acts, to), words), SampleProviders.IdOf(acts, by).Stream);
    }

    private async Task<PartnerId> AddAsync(string key, string by, BidId bid, DateTimeOffset at, string name, string does) =>
        new(await acts.DoAsync($"{key}-asked", by, at, new AddPartner(null, name, does, PartnerAccess.Writes), bid.Stream));

    private Task<Guid> ShareAsync(string key, string by, BidId bid, DateTimeOffset at, decimal own, string does, PartnerId partner, decimal share) =>
        acts.DoAsync($"{key}-shares", by, at, new SetShares(own, does, ImmutableDictionary<PartnerId, decimal>.Empty.Add(partner, share)), bid.Stream);

    private async Task ComeInAsync(string key, string who, BidId bid, PartnerId partner, DateTimeOffset at)
    {
        var link = acts.Read(reading => reading.Find<Bid>(bid.Stream)!.PartnerLinks.FirstOrDefault(one => one.Partner == partner)?.Id);
        await acts.DoAsync($"{key}-in", who, at, new JoinAsPartner(partner, link), bid.Stream);
    }
}
