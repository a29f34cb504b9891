using System.Globalization;
using System.Text;

namespace CoDesign.Domain.Tenders;

/// <summary>What documents say of lots, and of bidding together.</summary>
internal static class PackLots
{
    private static readonly CultureInfo _culture = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>What can be bid for on its own.</summary>
    public static string Lots(PackSource source)
    {
        var (tender, text) = (source.Tender, new StringBuilder());
        if (!tender.IsDivided)
        {
            Line(text, "There is one lot: each bid is for the whole.\n");
            text.Append(Welcome(tender.Listing.WelcomesConsortia, tender.Listing.TakesSubcontracts));
            return text.ToString();
        }

        Line(text, $"The contract is divided into {tender.Lots.Count} lots. {MayBid(tender)} {MayWin(tender)}\n".Replace("  ", " ", StringComparison.Ordinal));
        Line(text, "Every question is asked once, and your answers count for each lot that you bid for. Give a price for each of them; in each lot, prices are compared among those who bid for it.\n");
        foreach (var (lot, index) in tender.Lots.Select((lot, index) => (lot, index))) One(text, tender, lot, index + 1);
        return text.ToString();
    }

    /// <summary>Whether bids by several together, and work by others, are welcome.</summary>
    public static string Wishes(PackSource source)
    {
        var (tender, text) = (source.Tender, new StringBuilder());
        Line(text, "You can bid alone, or together with others: name one of you who leads, and say who does what.\n");
        text.Append(Welcome(tender.Listing.WelcomesConsortia, tender.Listing.TakesSubcontracts));
        if (tender.IsDivided) Line(text, $"\nThe contract is divided into {tender.Lots.Count} lots: the document “{PackTemplate.TitleOf(PackDocument.Lots)}” says what belongs to each, and what is welcome there.");
        return text.ToString();
    }

    private static void One(StringBuilder text, Tender tender, Lot lot, int number)
    {
        Line(text, $"### Lot {number}: {Typed.Line(lot.Title)}\n");
        Line(text, lot.Description.Length > 0 ? Typed.Paragraphs(lot.Description) : "*What belongs to it is still being written.*");
        Line(text, "");
        if (lot.Value > 0) Line(text, $"- Estimated value, VAT included: £{lot.Value.ToString("#,0.##", _culture)}");
        if (lot.Place.Length > 0) Line(text, $"- Where: {Typed.Line(lot.Place)}");
        if (lot.WelcomesConsortia && !tender.Listing.WelcomesConsortia) Line(text, "- Bids by several organisations together are welcome.");
        if (lot.TakesSubcontracts && !tender.Listing.TakesSubcontracts) Line(text, "- Parts of it may well be done by others than who wins it.");
        Line(text, "");
    }

    private static string MayBid(Tender tender) => tender.LotRules.MostBid switch
    {
        null => "You can bid for one of them, some or all.",
        1 => "You can bid for one of them.",
        var most when most >= tender.Lots.Count => "You can bid for one of them, some or all.",
        var most => $"You can bid for up to {most} of them.",
    };

    private static string MayWin(Tender tender) => tender.LotRules.MostWon is { } most && most < tender.Lots.Count
        ? $"Nobody wins more than {(most == 1 ? "one of them" : $"{most} of them")}: they are awarded in the order in which they stand here, and a bid that has won as many isn’t considered for the next."
        : "";

    private static string Welcome(bool consortia, bool subcontracts)
    {
        var text = new StringBuilder();
        if (consortia) Line(text, "- Bids by several organisations together are welcome.");
        if (subcontracts) Line(text, "- Parts of the work may well be done by others than who wins it: say in your bid which, and by whom if you know.");
        return text.ToString();
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
