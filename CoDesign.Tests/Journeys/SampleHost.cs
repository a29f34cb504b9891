using CoDesign.App.Bids;
using CoDesign.App.Identity;
using CoDesign.App.Live;
using CoDesign.App.Projects;
using CoDesign.App.Sample;
using CoDesign.App.Tenders;
using CoDesign.Domain.Contracts;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using Microsoft.Extensions.DependencyInjection;

namespace CoDesign.Tests.Journeys;

/// <summary>Where things of the sample are.</summary>
/// <param name="Finished">The project that went all the way.</param>
/// <param name="Running">The one that is under way.</param>
/// <param name="Awarded">The tender of the finished project.</param>
/// <param name="Open">The tender that takes bids.</param>
/// <param name="Talking">The tender whose panel is in the moderation room.</param>
/// <param name="Offer">Work that a main contractor offers to others.</param>
/// <param name="PagesByPerson">The pages that each of some people uses.</param>
public sealed record SamplePlaces(ProjectId Finished, ProjectId Running, Opportunity Awarded, Opportunity Open, Opportunity Talking, Opportunity Offer, IReadOnlyDictionary<string, string[]> PagesByPerson);

/// <summary>The app with the sample project made.</summary>
public sealed class SampleHost : HostFixture
{
    private readonly SemaphoreSlim _once = new(1, 1);
    private SamplePlaces? _places;

    /// <summary>Where things are, once the sample is made.</summary>
    public async Task<SamplePlaces> SampleAsync()
    {
        await _once.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return _places ??= await MakeAsync();
        }
        finally
        {
            _once.Release();
        }
    }

    private async Task<SamplePlaces> MakeAsync()
    {
        await ActivatorUtilities.CreateInstance<SampleProject>(Services).MakeAsync(SampleFile.Read(), TestContext.Current.CancellationToken);
        var live = Services.GetRequiredService<LiveStreams>();
        var reading = new Reading(live);
        var mine = Services.GetRequiredService<ProjectLists>().Of(Id("commissioner")).Select(id => (Id: id, Project: reading.Find<Project>(id.Stream)!)).ToArray();
        var finished = mine.Single(p => p.Project.Name == "Days out with dementia");
        var small = mine.Single(p => p.Project.Name == "Benches on the sea front").Id;
        var running = mine.Single(p => p.Project.Name == "Young carers in Marlshire").Id;
        var register = Services.GetRequiredService<Opportunities>();
        var published = register.Published(0, 100);
        var (awarded, taking) = (published.Single(one => one.Title.StartsWith("Companions", StringComparison.Ordinal)), published.Single(one => one.Title.StartsWith("Home", StringComparison.Ordinal)));
        var talking = published.Single(one => one.Title.StartsWith("There and back", StringComparison.Ordinal));
        var offer = register.Find(new OpportunityFilter { Stage = OpportunityStage.Subcontracts }, DateTimeOffset.UtcNow).Shown.Single();
        var (panel, room) = (awarded.Tender.Panel, talking.Tender.Panel);
        var (bid, begun) = (BidReading.Mine(reading, awarded.Tender, Id("provider"))!.Value, BidReading.Mine(reading, taking.Tender, Id("provider"))!.Value);
        var organisation = reading.Find<Domain.Bids.Bid>(begun.Stream)!.Provider!.Value;
        string[] profile = [.. new[] { "", "/certification", "/evidence", "/people", "/talks" }.Select(part => $"/providers/{organisation}{part}")];
        string[] project = [.. new[] { "", "/insights", "/ideas", "/trials", "/outcomes", "/specification", "/thread", "/tender" }.Select(page => $"/projects/{running}{page}")];
        string[] tender = [.. new[] { "documents", "questions", "lots", "timetable", "asks", "one-page", "early", "publish" }.Select(part => $"/projects/{running}/tender/{part}")];
        var offered = finished.Project.Confidential[0].Id;
        var underWay = reading.Find<Project>(running.Stream)!.Trials.Find(t => t.Verdict is null)!.Id;
        string[] thread =
        [
            $"/projects/{finished.Id}/insights?theme={finished.Project.Themes[0].Id}", $"/projects/{running}/trials/{underWay}", $"/projects/{running}/mine",
            $"/projects/{running}/outcomes/help", $"/projects/{running}/outcomes/help?doing=Run+a+club", $"/projects/{running}/outcomes/help?doing=Run+a+club&who=Children&change=rest",
        ];
        var thought = reading.Find<Tender>(new TenderId(reading.Find<Project>(running.Stream)!.Tender!.Value).Stream)!;
        var (early, invitation) = (thought.Reference, thought.Engagements[0].Id);
        var held = finished.Project.Plan.Activities[1].Id;
        var open = reading.Find<Project>(running.Stream)!.Plan.Activities[0].Id;
        var line = reading.Find<Project>(running.Stream)!.Plan.Affected[0].Id;
        string[] plan = [$"/projects/{finished.Id}", $"/projects/{finished.Id}/activities/{held}", $"/projects/{running}?edit={line}", $"/projects/{running}/activities/new", $"/projects/{running}/invite", $"/projects/{running}/activities/{open}/plan"];
        string[] deck = [.. new[] { "", "/world-cafe", "?words=submarine", "/print?kind=principle", "/new" }.Select(page => $"/projects/{running}/deck{page}")];
        return new SamplePlaces(finished.Id, running, awarded, taking, talking, offer, new Dictionary<string, string[]>
        {
            ["commissioner"] = ["/projects", "/projects/new", "/diary", $"/projects/{small}/tender/one-page", $"/projects/{reading.Find<Tender>(taking.Tender.Stream)!.Project}/tender/visits", .. project, .. tender, .. plan, .. deck, $"/projects/{finished.Id}/outcomes", $"/projects/{finished.Id}/thread?follow=clause-{finished.Project.Clauses[4].Id}", $"/projects/{finished.Id}/tender", $"/panels/{panel}", $"/panels/{panel}/award"],
            ["service-user"] = [.. project[..7], .. thread, $"/contracts/{ContractId.Of(panel, awarded.Tender.WholeLot)}"],
            ["provider"] = ["/diary", $"/projects/{finished.Id}/ideas", $"/projects/{finished.Id}/ideas/{offered}/receipt", "/opportunities", "/opportunities?stage=early", "/opportunities?stage=subcontracts", offer.Path, "/authorities", "/authorities/saltmarsh-town-council", $"/opportunities/{early}", $"/opportunities/{early}/take-part/{invitation}", $"/opportunities/{awarded.Reference}", $"/opportunities/{taking.Reference}", $"/bids/{bid}", $"/bids/{bid}/summary", $"/bids/{begun}", "/providers", "/providers/mine", .. profile],
            ["provider-2"] = ["/subcontracts/new", offer.Path, $"/opportunities/{talking.Reference}"],
            ["evaluator-2"] = ["/projects", $"/panels/{panel}", $"/panels/{panel}/after", $"/panels/{room}"],
            ["evaluator-3"] = [$"/panels/{room}/moderation"],
            ["moderator"] = ["/projects", $"/panels/{panel}", $"/panels/{panel}/result", $"/panels/{panel}/audit", $"/panels/{room}", $"/panels/{room}/moderation", $"/panels/{room}/rounds"],
            ["administrator"] = ["/admin/authorities", offer.Path],
        });
    }

    private static ParticipantId Id(string persona) => SamplePeople.Find(persona)!.Id;
}
