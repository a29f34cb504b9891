using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using static CoDesign.Domain.Tenders.TenderRefusals;

namespace CoDesign.Domain.Tenders;

/// <summary>How a tender is listed among the opportunities, for those who look for something to bid for.</summary>
/// <param name="Authority">Who buys; empty for the authority that runs the site.</param>
/// <param name="Area">Where the work is done; empty where not said.</param>
/// <param name="SuitsSmall">Whether it is thought to suit small organisations.</param>
/// <param name="TakesSubcontracts">Whether parts of it may well be done by others than the main contractor.</param>
public sealed record Listing(string Authority, string Area, bool SuitsSmall, bool TakesSubcontracts)
{
    /// <summary>Who buys, where one of the authorities of this site was chosen; null for the one that runs it, and where a name was typed once.</summary>
    public Buyer? Buyer { get; init; }

    /// <summary>Of a tender of which nothing is said.</summary>
    public static Listing None { get; } = new("", "", false, false);

    /// <summary>Whether bids by several organisations together are welcome.</summary>
    public bool WelcomesConsortia { get; init; }
}

/// <summary>What lists of public tenders show of one; frozen with each version.</summary>
/// <param name="Summary">What is wanted.</param>
/// <param name="Value">Pounds, VAT included.</param>
/// <param name="Kind">What is bought.</param>
/// <param name="Listing">How it is listed; what is welcome for one lot at least, is welcome.</param>
public sealed record Notice(string Summary, decimal Value, ContractKind Kind, Listing Listing)
{
    /// <summary>What its lots are called, and where they are; empty where it isn't divided.</summary>
    public ImmutableArray<NoticeLot> Lots { get; init; } = [];

    /// <summary>What happens when; empty for one of before this was part of it.</summary>
    public ImmutableArray<NoticeDate> Dates { get; init; } = [];
}

/// <summary>A lot as lists show it.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Place">Where its work is done; empty where it is that of the tender.</param>
public sealed record NoticeLot(string Title, string Place);

/// <summary>Says how the tender is listed.</summary>
/// <param name="Authority">A name that the tender has from before there was a list to choose from; otherwise left out.</param>
/// <param name="Area">At most 120 characters.</param>
/// <param name="SuitsSmall">Whether it is thought to suit small organisations.</param>
/// <param name="TakesSubcontracts">Whether parts of it may be done by others.</param>
/// <param name="Buyer">One of the authorities of this site; left out for the one that runs it.</param>
/// <param name="WelcomesConsortia">Whether bids by several organisations together are welcome.</param>
public sealed record DescribeListing(string? Authority, string? Area, bool SuitsSmall, bool TakesSubcontracts, AuthorityId? Buyer = null, bool WelcomesConsortia = false) : ITenderCommand;

/// <summary>It was said how the tender is listed.</summary>
[EventName("tender-listing.described.v1")]
public sealed record ListingDescribed(Listing Listing) : IEvent;

/// <content>How it is listed.</content>
public sealed partial record Tender
{
    /// <summary>How it is listed among the opportunities.</summary>
    public Listing Listing { get; init; } = Listing.None;

    /// <summary>What lists show of it once it is public.</summary>
    public Notice ToNotice() => new(Summary, Value, Kind, Listing with
    {
        TakesSubcontracts = Listing.TakesSubcontracts || OwnLots.Exists(lot => lot.TakesSubcontracts),
        WelcomesConsortia = Listing.WelcomesConsortia || OwnLots.Exists(lot => lot.WelcomesConsortia),
    })
    {
        Lots = IsDivided ? [.. OwnLots.Select(lot => new NoticeLot(lot.Title, lot.Place))] : [],
        Dates = [.. (Timetable()?.Milestones ?? []).Select(milestone => new NoticeDate(milestone.Kind, milestone.Day))],
    };
}

/// <content>How it is listed.</content>
public sealed partial class TenderDecider
{
    private static Decision Describe(Tender state, DescribeListing c, Context context)
    {
        if (Written.OptionalWords(c.Authority, "authority", "the name of who buys", 120, out var authority) is { } badAuthority) return badAuthority;
        if (authority.Length > 0 && c.Buyer is null && authority != state.Listing.Authority) return AuthorityUnknown;
        var chosen = c.Buyer is { } id ? context.Facts.Find<AuthorityList>(AuthorityList.Stream)?.Find(id) : null;
        if (c.Buyer is not null && (chosen is null || chosen.IsClosed && state.Listing.Buyer?.Id != c.Buyer)) return AuthorityUnknown;
        if (Written.OptionalWords(c.Area, "area", "the area", 120, out var area) is { } badArea) return badArea;
        var listing = new Listing(chosen?.Buyer.Name ?? authority, area, c.SuitsSmall, c.TakesSubcontracts) { Buyer = chosen?.Buyer, WelcomesConsortia = c.WelcomesConsortia };
        return listing == state.Listing ? Decision.Accept() : Decision.Accept(new ListingDescribed(listing));
    }
}
