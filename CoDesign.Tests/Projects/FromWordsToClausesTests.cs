using CoDesign.Domain.Projects;
using CoDesign.Domain.Thread;
using CoDesign.Tests.Kernel;
using static CoDesign.Tests.Projects.GivenProject;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Projects;

/// <summary>How words become insights, ideas, trials, outcomes and clauses, and how they stay tied.</summary>
public sealed class FromWordsToClausesTests
{
    [Fact]
    public void Service_users_providers_facilitators_and_commissioners_bring_insights()
    {
        foreach (var person in new[] { Amina, Hannah, Fay, Tom })
        {
            Begun.When(person, new CaptureInsight("  We don't go out\r\n  after dark. ", SourceKind.Carer, [" evening ", "", "evening"]))
                .Then(new InsightCaptured(new InsightId(Given.Made), "We don't go out\n  after dark.", SourceKind.Carer, ["evening"]));
        }
    }

    [Fact]
    public void An_insight_is_corrected_by_its_author_or_an_officer_and_keeps_its_first_wording()
    {
        Grown.When(Hannah, new RewordInsight(Dark, "Darker")).ThenRefused("insight.not-yours");
        Grown.When(Amina, new RewordInsight(Dark, "It is dark by the sea.")).ThenNothing();
        Grown.When(Fay, new RewordInsight(Dark, "Dark.")).Then(new InsightReworded(Dark, "Dark."));

        var insight = Grown.When(Amina, new RewordInsight(Dark, "It is very dark.")).ThenState().Insights[0];
        Assert.Equal(("It is very dark.", "It is dark by the sea.", Amina), (insight.Text, insight.FirstText, insight.By));
    }

    [Fact]
    public void An_idea_is_tied_once_to_each_insight_that_it_answers()
    {
        var idea = new IdeaId(Given.Made);

        Grown.When(Amina, new ProposeIdea("Benches", "With lamps.", [Dark, Bench, Dark])).Then(
            new IdeaProposed(idea, "Benches", "With lamps."),
            new LinkMade(Link(On(Dark), On(idea))), new LinkMade(Link(On(Bench), On(idea))));
        Grown.When(Amina, new ProposeIdea("Benches", "With lamps.", default)).Then(new IdeaProposed(idea, "Benches", "With lamps."));
    }

    [Fact]
    public void An_idea_is_tried_again_once_the_trial_before_has_its_verdict()
    {
        var trial = new TrialId(Given.Made);
        var again = Grown.When(Hannah, new StartTrial(Wardens, "More come.", "We count.")).Then(
            new TrialStarted(trial, Wardens, 2, "More come.", "We count."), new LinkMade(Link(On(Wardens), On(trial))));

        again.When(Hannah, new StartTrial(Wardens, "Even more.", "We count.")).ThenRefused("trial.under-way", "idea");
        again.When(Hannah, new ConcludeTrial(trial, "Nobody came.", Verdict.Stop)).Then(new TrialConcluded(trial, "Nobody came.", Verdict.Stop))
            .When(Hannah, new ConcludeTrial(trial, "They did.", Verdict.Works)).ThenRefused("trial.concluded");
    }

    [Fact]
    public void An_outcome_comes_from_trials_and_a_clause_from_outcomes()
    {
        Grown.When(Amina, new DescribeOutcome("People go out.", [Fortnight])).Then(
            new OutcomeDescribed(new OutcomeId(Given.Made), "People go out."),
            new LinkMade(Link(On(Fortnight), On(new OutcomeId(Given.Made)))));
        Grown.When(Tom, new AddClause("Lamps", ClauseKind.Constraint, [Safe])).Then(
            new ClauseAdded(new ClauseId(Given.Made), "Lamps", ClauseKind.Constraint),
            new LinkMade(Link(On(Safe), On(new ClauseId(Given.Made)))));
    }

    [Fact]
    public void A_measure_keeps_the_fields_of_its_kind_alone()
    {
        var measure = new MeasureId(Given.Made);
        var link = new LinkMade(Link(On(Safe), On(measure)));
        var spring = new DateOnly(2027, 4, 1);

        Grown.When(Tom, new AddMeasure(Safe, MeasureKind.Quantitative, "Falls", 9, 3, spring, "monthly", "Why?", "All", "By post", Bound.Commissioner)).Then(
            new MeasureAdded(measure, Safe, new Gauge(MeasureKind.Quantitative, "Falls", 9, 3, spring, "monthly", "", "", ""), Bound.Commissioner), link);
        Grown.When(Tom, new AddMeasure(Safe, MeasureKind.Qualitative, "Falls", 9, 3, spring, "monthly", "Why?", "All", "By post", Bound.Provider)).Then(
            new MeasureAdded(measure, Safe, new Gauge(MeasureKind.Qualitative, "", null, null, spring, "monthly", "Why?", "All", "By post"), Bound.Provider), link);
    }

    [Fact]
    public void A_measure_reads_as_a_sentence()
    {
        Assert.Equal("Falls a year: 1,200, today 2,000.5, by 1 April 2027, monthly",
            new Gauge(MeasureKind.Quantitative, "Falls a year", 2000.5m, 1200, new DateOnly(2027, 4, 1), "monthly", "", "", "").Sentence);
        Assert.Equal("We ask carers: “Do you sleep?”, by telephone",
            new Gauge(MeasureKind.Qualitative, "", null, null, null, "", "Do you sleep?", "carers", "by telephone").Sentence);
    }

    [Fact]
    public void Clauses_move_within_the_outline()
    {
        Grown.When(Tom, new MoveClause(Winters, 0)).Then(new ClauseMoved(Winters, 0));
        Grown.When(Tom, new MoveClause(Evenings, int.MaxValue)).Then(new ClauseMoved(Evenings, 1));
        Grown.When(Tom, new MoveClause(Evenings, 0)).ThenNothing();
        Grown.When(Tom, new MoveClause(Evenings, -1)).ThenRefused("position.negative", "position");
        Assert.Equal([Winters, Evenings], Grown.When(Fay, new MoveClause(Winters, 0)).ThenState().Clauses.Select(clause => clause.Id));
    }

    public static TheoryData<ThreadLink?, string> WrongLinks => new()
    {
        { null, "link.unknown" },
        { Link(default, default), "link.unknown" },
        { Link(On(Dark), On(new IdeaId(Given.Made))), "link.unknown" },
        { Link(On(new InsightId(Given.Made)), On(Wardens)), "link.unknown" },
        { Link(new ThreadRef(ThreadKind.Idea, Dark.Value), On(Safe)), "link.unknown" },
        { Link(new ThreadRef((ThreadKind)99, Dark.Value), On(Safe)), "link.unknown" },
        { Link(On(Evenings), new ThreadRef(ThreadKind.Question, Given.Made)), "link.unknown" },
        { Link(On(Wardens), On(Dark)), "link.backwards" },
        { Link(On(Dark), On(Bench)), "link.backwards" },
        { Link(On(Dark), On(Dark)), "link.backwards" },
        { Link(On(Asked), On(Evenings)), "link.backwards" },
        { Link(On(Dark), On(Wardens)), "link.exists" },
        { Link(On(Wardens), On(Fortnight)), "link.exists" },
    };

    [Theory]
    [MemberData(nameof(WrongLinks), DisableDiscoveryEnumeration = true)]
    public void A_link_that_leads_nowhere_or_back_or_is_there_is_refused(ThreadLink? link, string code) =>
        Grown.When(Amina, new LinkThread(link)).ThenRefused(code, "link");

    [Fact]
    public void People_tie_what_belongs_together() =>
        Grown.When(Amina, new LinkThread(Link(On(Bench), On(Evenings)))).Then(new LinkMade(Link(On(Bench), On(Evenings))));

    [Fact]
    public void A_trial_stays_with_its_idea_and_a_measure_with_its_outcome()
    {
        var (benches, rested) = (new IdeaId(Given.Made), new OutcomeId(Given.Made));
        var more = Grown.By(Amina, new IdeaProposed(benches, "Benches", "With lamps."), new OutcomeDescribed(rested, "People can rest."));

        more.When(Amina, new LinkThread(Link(On(benches), On(Fortnight)))).ThenRefused("link.fixed", "link");
        more.When(Amina, new LinkThread(Link(On(rested), On(Asked)))).ThenRefused("link.fixed", "link");
        more.When(Amina, new UnlinkThread(Link(On(Wardens), On(Fortnight)), true)).ThenRefused("link.fixed", "link");
        more.When(Amina, new UnlinkThread(Link(On(Safe), On(Asked)), true)).ThenRefused("link.fixed", "link");
    }

    [Fact]
    public void A_link_goes_only_after_saying_what_would_be_left_without_a_source()
    {
        var only = Link(On(Dark), On(Wardens));

        Grown.When(Amina, new UnlinkThread(only, false)).ThenRefused("link.would-orphan", "confirmed");
        Assert.Contains("this idea", Grown.When(Amina, new UnlinkThread(only, false)).Decision.Refusal!.Message, StringComparison.Ordinal);
        Grown.When(Amina, new UnlinkThread(only, true)).Then(new LinkRemoved(only));
        Grown.By(Amina, new LinkMade(Link(On(Bench), On(Wardens)))).When(Amina, new UnlinkThread(only, false)).Then(new LinkRemoved(only));
        Grown.When(Amina, new UnlinkThread(null, true)).ThenRefused("link.missing", "link");
        Grown.When(Amina, new UnlinkThread(Link(On(Bench), On(Wardens)), true)).ThenRefused("link.missing", "link");
    }

    [Fact]
    public void The_feed_keeps_the_latest_acts_newest_first()
    {
        var busy = Begun;
        for (var i = 0; i < 60; i++) busy = busy.By(Amina, new InsightCaptured(new InsightId(Guid.NewGuid()), $"{i}", SourceKind.Carer, []));

        Assert.Equal(Project.FeedLength, busy.State.Feed.Count);
        Assert.Equal(busy.State.Insights[^1].Id.Value, busy.State.Feed[0].On!.Value.Id);
    }
}
