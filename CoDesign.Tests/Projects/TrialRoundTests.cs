using CoDesign.Domain.Projects;
using CoDesign.Tests.Kernel;
using static CoDesign.Tests.Projects.GivenProject;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Projects;

/// <summary>A trial says who takes part, takes what people see while it is under way, and ends with what is changed next.</summary>
public sealed class TrialRoundTests
{
    private static readonly TrialId Second = new(Guid.Parse("22222222-2222-4222-8222-222222222222"));

    private static Given<ProjectDecider, Project, IProjectCommand> UnderWay { get; } =
        Grown.By(Fay, new TrialStarted(Second, Wardens, 2, "More come.", "We count.", "Ten people"), new LinkMade(Link(On(Wardens), On(Second))));

    [Fact]
    public void Whoever_takes_part_tells_what_they_see()
    {
        foreach (var person in new[] { Amina, Hannah, Fay, Tom })
        {
            UnderWay.When(person, new Observe(Second, " Two came back. ", SourceKind.ServiceUser))
                .Then(new TrialObserved(new ObservationId(Given.Made), Second, "Two came back.", SourceKind.ServiceUser));
        }

        var seen = UnderWay.When(Amina, new Observe(Second, "Two came back.", SourceKind.Carer)).ThenState().Trials[^1].Observations;
        Assert.Equal(("Two came back.", SourceKind.Carer, Amina), (seen[0].Text, seen[0].Source, seen[0].By));
    }

    [Fact]
    public void A_trial_with_a_verdict_takes_no_more_observations()
    {
        UnderWay.When(Amina, new Observe(Fortnight, "One more came.", SourceKind.Carer)).ThenRefused("trial.concluded");
        UnderWay.When(Amina, new Observe(default, "One more came.", SourceKind.Carer)).ThenRefused("not-found");
        UnderWay.When(Amina, new Observe(Second, " ", SourceKind.Carer)).ThenRefused("text.empty", "text");
        UnderWay.When(Amina, new Observe(Second, new string('x', 2_001), SourceKind.Carer)).ThenRefused("text.too-long", "text");
        UnderWay.When(Amina, new Observe(Second, "Two", (SourceKind)99)).ThenRefused("source.unknown", "source");
        UnderWay.When(Cllr, new Observe(Second, "Two", SourceKind.Data)).ThenRefused("project.not-contributor");
        UnderWay.When(Nobody, new Observe(Second, "Two", SourceKind.Data)).ThenRefused("not-found");
    }

    [Fact]
    public void A_round_says_who_takes_part_and_what_is_changed_next()
    {
        Grown.When(Fay, new StartTrial(Wardens, "More.", "Count.", " Ten people ")).Then(
            new TrialStarted(new TrialId(Given.Made), Wardens, 2, "More.", "Count.", "Ten people"),
            new LinkMade(Link(On(Wardens), On(new TrialId(Given.Made)))));
        UnderWay.When(Fay, new ConcludeTrial(Second, "Few came.", Verdict.ChangeAndTryAgain, "Earlier in the day."))
            .Then(new TrialConcluded(Second, "Few came.", Verdict.ChangeAndTryAgain, "Earlier in the day."));
        Grown.When(Fay, new StartTrial(Wardens, "More.", "Count.", new string('x', 501))).ThenRefused("who-takes-part.too-long", "whoTakesPart");
        UnderWay.When(Fay, new ConcludeTrial(Second, "Few.", Verdict.Stop, new string('x', 2_001))).ThenRefused("next.too-long", "next");
        Assert.Equal(("Ten people", ""), (UnderWay.State.Trials[^1].WhoTakesPart, UnderWay.State.Trials[^1].Next));
    }

    [Fact]
    public void What_works_leads_to_a_clause_without_an_outcome_between()
    {
        Grown.When(Tom, new AddClause("Wardens", ClauseKind.Need, [], [Fortnight])).Then(
            new ClauseAdded(new ClauseId(Given.Made), "Wardens", ClauseKind.Need), new LinkMade(Link(On(Fortnight), On(new ClauseId(Given.Made)))));
        Grown.When(Tom, new AddClause("Wardens", ClauseKind.Need, [], [default])).ThenRefused("from.unknown", "trials");
    }
}
