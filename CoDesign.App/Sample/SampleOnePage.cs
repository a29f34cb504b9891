using CoDesign.App.Shell;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;

namespace CoDesign.App.Sample;

/// <summary>Tells of a small purchase that is tendered on one page for a town council, an authority of its own on this site, and is open to bids.</summary>
public sealed class SampleOnePage(SampleActs acts)
{
    private const double ListedDaysAgo = 10;
    private const double BegunDaysAgo = 9;
    private const double PublishedDaysAgo = 5;
    private const int ClosesInDays = 16;
    private const int BeginsInDays = 60;

    /// <summary>Tells it, and says which project it is.</summary>
    public async Task<ProjectId> TellAsync()
    {
        var town = new AuthorityId(await acts.DoAsync("one-page-authority", "administrator", acts.Ago(ListedDaysAgo),
            new AddAuthority("Saltmarsh Town Council", "https://saltmarsh-town.example/contact", "PSTC-4821-QWNR"), AuthorityList.Stream));
        var project = new ProjectId(await DoAsync("project", BegunDaysAgo, new CreateProject("Benches on the sea front", Diamond.SustainableCommunities,
            "People who tire quickly can walk from the pier to the lido, because there is somewhere to sit."), null));
        var tender = new TenderId(await DoAsync("tender", BegunDaysAgo, new CreateTender(project, "Twelve benches on the sea front"), null));
        var closes = WorkingDays.OnOrAfter(UkTime.DayOf(acts.Ago(-ClosesInDays)));
        await DoAsync("page", BegunDaysAgo, new WriteOnePage(
            "Twelve benches between the pier and the lido, with arms to push up from and room beside them for a wheelchair or a pram, made so that the salt doesn’t eat them.",
            18_000, ContractKind.GoodsAndServices, UkTime.DayOf(acts.Ago(-BeginsInDays)), 3, UkTime.At(closes.ToDateTime(new TimeOnly(12, 0))),
            [
                "Which bench do you offer, and who has tried to get up from it?",
                "How do people who tire quickly choose with you where each bench stands?",
                "How long does it last by the sea, and who mends it?",
            ], 60), tender.Stream);
        await DoAsync("listing", BegunDaysAgo, new DescribeListing("", "Saltmarsh", SuitsSmall: true, TakesSubcontracts: false, town), tender.Stream);
        await DoAsync("publish", PublishedDaysAgo, new PublishTender(), tender.Stream);
        return project;
    }

    private Task<Guid> DoAsync(string key, double daysAgo, ICommand command, StreamId? stream) => acts.DoAsync($"one-page-{key}", "commissioner", acts.Ago(daysAgo), command, stream);
}
