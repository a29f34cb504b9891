using CoDesign.Domain.Tenders;

namespace CoDesign.App.Tenders;

/// <summary>Lots in plain words.</summary>
public static class LotWords
{
    /// <summary>What is welcome for a lot; empty where nothing is said.</summary>
    public static string Welcome(Lot lot) =>
        string.Join("; ", new[] { lot.WelcomesConsortia ? "bids by several together" : null, lot.TakesSubcontracts ? "work by others" : null }.OfType<string>());

    /// <summary>For how many lots one may bid, and how many one may win.</summary>
    public static string Rules(TenderView tender)
    {
        var bid = tender.LotRules.MostBid is { } most && most < tender.Lots.Count
            ? $"A bid may be for {(most == 1 ? "one lot" : $"up to {most} lots")}."
            : "A bid may be for one lot, some or all.";
        var won = tender.LotRules.MostWon is { } wins && wins < tender.Lots.Count
            ? $" Nobody wins more than {(wins == 1 ? "one" : $"{wins}")}: they are awarded in their order, and a bid that has won as many isn’t considered for the next."
            : "";
        return bid + won;
    }
}
