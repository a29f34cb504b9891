using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;

namespace CoDesign.Domain.Contracts;

/// <summary>
/// A contract as one reader may see it. Anybody reads who provides what for how much and until when, and what it is for. What the
/// winner promised in its own words, and who answers for it, is for the people of the project, the panel and the winner: not for others
/// who provide services, because it stood in a bid.
/// </summary>
/// <param name="Id">The contract.</param>
/// <param name="Terms">What it says; without commitments and names of officers for who may not see them.</param>
/// <param name="SignedAt">When it was signed, UTC.</param>
/// <param name="SeesAll">Whether nothing is left out.</param>
public sealed record ContractView(ContractId Id, ContractTerms Terms, DateTimeOffset SignedAt, bool SeesAll)
{
    /// <summary>The view of one reader; null where there is no contract.</summary>
    public static ContractView? For(Contract? contract, Project? project, Panel? panel, ParticipantId viewer)
    {
        if (contract?.Terms is not { } terms) return null;
        var all = project is not null && (project.IsReader(viewer) && !project.Holds(viewer, Role.Provider) || panel?.IsInRoom(viewer, project) is true)
            || panel?.BidOf(viewer)?.Bid == terms.Bid;
        return new ContractView(contract.Id, all ? terms : terms with { Commitments = [], Manager = "", Director = "" }, contract.SignedAt, all);
    }
}
