using System.Text.Json.Nodes;
using CoDesign.App.Exports;
using CoDesign.Domain.Tenders;
using CoDesign.Tests.Tenders;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Exports;

/// <summary>Open data on a tender with an interview and a visit, against the official schemas where they are beside the project.</summary>
public sealed class OcdsRoundTests
{
    private static readonly OcdsRelease _made = new(new OcdsSettings { Prefix = "ocds-a1b2c3", Buyer = "Kent" }, new Uri("https://codesign.kent.example"));

    [Fact]
    public async Task A_criterion_says_where_it_is_scored_and_all_that_is_scored_totals_100()
    {
        var tender = SafeAtSea.Ready();
        tender.By(Tom, new AddQuestion(tender.Quality, "Talking with us", 30, "Do you listen?", 100, null, [], [tender.Clause], Round: ScoringRound.Interview));
        tender.By(Tom, new AddQuestion(tender.Quality, "Where you work", 10, "Is there a ramp?", 100, 2, [], [tender.Clause], Round: ScoringRound.Visit));
        tender.Publish();
        var process = new OcdsProcess([new OcdsStep(["planning", "tender"], tender.County.Now, tender.Tender, null)]);

        foreach (var release in new[] { _made.All(process)[0], _made.Compiled(process) })
        {
            var criteria = release["tender"]!["lots"]![0]!["awardCriteria"]!["criteria"]!.AsArray();
            Assert.Equal(100m, criteria.Sum(criterion => (decimal)criterion!["numbers"]![0]!["number"]!));
            Assert.Equal("Do you listen? The panel asks this at an interview. There is nothing to write for it.", Description(criteria, "Talking with us"));
            Assert.Equal("Is there a ramp? The panel looks at this on a visit to a place where you work. There is nothing to write for it.", Description(criteria, "Where you work"));
            Assert.DoesNotContain("There is nothing to write", Description(criteria, "Feeling safe"), StringComparison.Ordinal);

            // Every bid goes through every round, which is not what the standard calls a second stage.
            Assert.Null(release["tender"]!["secondStage"]);
            await OcdsTests.ValidAsync(release, "ocds-1.1.5/schema/dereferenced-release-schema.json", "ocds-eu-profile/schema/patched/release-schema.json");
        }
    }

    private static string Description(JsonArray criteria, string name) => (string)criteria.Single(criterion => (string?)criterion!["name"] == name)!["description"]!;
}
