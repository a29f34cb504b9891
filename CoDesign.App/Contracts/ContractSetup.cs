using CoDesign.App.Live;
using CoDesign.App.Storage;
using CoDesign.Domain.Contracts;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;

namespace CoDesign.App.Contracts;

/// <summary>Puts contracts together: stream, view, and how one begins when it is signed.</summary>
public static class ContractSetup
{
    /// <summary>Adds contracts.</summary>
    public static WebApplicationBuilder AddContracts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddStream(StreamKind.Of<ContractDecider, Contract, IContractCommand>("contract", "contracts"));
        services.AddSingleton(new ViewOf("contract", (reading, id, viewer) => ContractReading.View(reading, new ContractId(id), viewer)));
        services.AddSingleton(Reaction.To<ContractSigned>((signed, recorded, reading) => Begin(signed, recorded, reading)));
        return builder;
    }

    private static IEnumerable<Carried> Begin(ContractSigned signed, Recorded recorded, Reading reading)
    {
        if (reading.Find<Panel>(recorded.Stream) is not { } panel || reading.Find<Tender>(panel.Tender.Stream) is not { } tender
            || reading.Find<Project>(panel.Project.Stream) is not { } project) throw new InvalidOperationException("A panel whose contract was signed is gone.");
        yield return ContractTerms.Of(signed, panel, tender, project) is var (id, terms)
            ? new Carried(id.Stream, new BeginContract(id, terms, recorded.At))
            : throw new InvalidOperationException("A contract was signed for a lot that nobody won.");
    }
}

/// <summary>Reads contracts for a viewer.</summary>
public static class ContractReading
{
    /// <summary>What somebody may see of a contract.</summary>
    public static ContractView? View(Reading reading, ContractId id, ParticipantId viewer)
    {
        if (reading.Find<Contract>(id.Stream) is not { Terms: { } terms } contract) return null;
        return ContractView.For(contract, reading.Find<Project>(terms.Project.Stream), reading.Find<Panel>(terms.Tender.Panel.Stream), viewer);
    }

    /// <summary>The contracts that grew out of a tender, in the order of its lots.</summary>
    public static IEnumerable<ContractView> Of(Reading reading, TenderId tender, ParticipantId viewer) =>
        reading.Find<Panel>(tender.Panel.Stream) is { } panel
            ? panel.Signed.Select(signed => View(reading, ContractId.Of(panel.Id, signed.Lot), viewer)).OfType<ContractView>()
            : [];
}
