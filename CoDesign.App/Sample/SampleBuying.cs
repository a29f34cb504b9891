using CoDesign.App.Shell;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;

namespace CoDesign.App.Sample;

/// <summary>Tells how a tender grows out of a story: a draft, or open to bids, or bid for, opened, scored, talked about and awarded.</summary>
public sealed class SampleBuying(SampleActs acts, SampleStory story, StreamId project, List<Guid> outcomes, List<Guid> clauses)
{
    /// <summary>How long before it is published an open tender was begun.</summary>
    private const int DaysOfWriting = 9;

    /// <summary>How many days after its deadline the contract of a finished tender begins.</summary>
    private const int DaysToBegin = 120;

    /// <summary>How many days after its opening the panel of a finished tender talks, its later rounds scored; it is awarded the day after.</summary>
    private const int DaysToTalk = 23;

    /// <summary>How many days ago the room was opened in which a panel still sits.</summary>
    private const double RoomOpened = 0.07;

    private readonly SampleTender _plan = story.Tender;
    private TenderId _tender;

    private double Published => _plan.DeadlineDaysAgo + _plan.PublishedDaysBefore;

    /// <summary>How many days ago its bids were opened.</summary>
    private double Opened => _plan.DeadlineDaysAgo - 1;

    /// <summary>Tells it.</summary>
    public async Task TellAsync()
    {
        var drafted = _plan switch
        {
            { Open: { } ahead } => ahead.PublishedDaysAgo + DaysOfWriting,
            { Bids.IsEmpty: true } => 1,
            _ => Published + 1,
        };
        _tender = new TenderId(await acts.DoAsync("tender", "commissioner", acts.Ago(drafted), new CreateTender(new ProjectId(project.Value), _plan.Title), null));
        DateOnly? begins = _plan switch
        {
            { Open: { } ahead } => UkTime.DayOf(acts.Ago(-ahead.BeginsInDays)),
            { Bids.IsEmpty: true } => null,
            _ => UkTime.DayOf(acts.Ago(_plan.DeadlineDaysAgo - DaysToBegin)),
        };
        await OfTender("describe", drafted, new DescribeTender(_plan.Summary, _plan.Value, begins, _plan.Months, ContractKind.LightTouch));
        if (_plan.Open is { } open) await OpenAsync(open, drafted);
        else if (_plan.Bids.IsEmpty) await DraftAsync(drafted);
        else if (_plan.Stop == SampleStop.Contract) await AwardAsync(drafted);
        else await WithPanelAsync(drafted);
        if (_plan.Early is { } early) await new SampleEarly(acts, early, _plan.Summary, project, _tender).TellAsync();
    }

    private async Task DraftAsync(double drafted)
    {
        await new SampleScoring(acts, project, _tender, outcomes, clauses, acts.Ago(drafted)).TellAsync();
        await new SampleAsking(acts, _tender, acts.Ago(drafted)).DraftAsync();
    }

    private async Task OpenAsync(SampleOpening open, double drafted)
    {
        await ListAsync(drafted);
        var lots = new SampleLots(acts, _plan, _tender);
        await lots.DivideAsync(acts.Ago(drafted));
        var questions = await AskAsync(drafted, SampleOpenTender.DeadlineOf(acts, open));
        await PublishAsync(open.PublishedDaysAgo);
        await new SampleOpenTender(acts, open, _tender, questions, lots).TellAsync();
    }

    private async Task WithPanelAsync(double drafted)
    {
        await ListAsync(drafted);
        var questions = await AskAsync(drafted, acts.Ago(_plan.DeadlineDaysAgo));
        await PublishAsync(Published);
        var bids = await ScoreAsync(questions);
        if (_plan.Stop == SampleStop.Room) await new SampleModeration(acts, _plan, _tender, RoomOpened).TellAsync(bids, questions);
    }

    private async Task AwardAsync(double drafted)
    {
        await ListAsync(drafted);
        await new SampleAsking(acts, _tender, acts.Ago(drafted)).PublishedAsync();
        var questions = await AskAsync(drafted, acts.Ago(_plan.DeadlineDaysAgo + 7));
        await PublishAsync(Published);
        await new SampleEnquiries(acts, _tender, _plan.DeadlineDaysAgo).TellAsync();
        var bids = await ScoreAsync(questions);
        await new SampleModeration(acts, _plan, _tender, Opened - DaysToTalk).TellAsync(bids, questions);
        var first = acts.Read(reading => reading.Find<Tender>(_tender.Stream) is { } tender && reading.Find<Panel>(_tender.Panel.Stream) is { } panel
            ? Result.Compute(tender, panel, _tender.WholeLot).Rows.First(row => row.Rank == 1).Bid
            : throw new InvalidOperationException("The sample's panel is gone."));
        await new SampleAward(acts, _plan, _tender, questions, bids, Opened - DaysToTalk - 1).TellAsync(first);
    }

    /// <summary>Parts of the finished tender may be done by others; bids by several together are welcome where some bid so.</summary>
    private Task<Guid> ListAsync(double drafted) => OfTender("listing", drafted, new DescribeListing("", _plan.Area, SuitsSmall: true,
        TakesSubcontracts: _plan is { Open: null, Stop: SampleStop.Contract }, WelcomesConsortia: _plan.Bids.Any(bid => bid.With is not null)));

    private Task<List<CriterionId>> AskAsync(double drafted, DateTimeOffset deadline) =>
        new SampleCriteria(acts, _plan, _tender, outcomes, clauses, acts.Ago(drafted)).TellAsync(deadline);

    private async Task PublishAsync(double daysAgo)
    {
        await new SampleGaps(acts, project).ExplainAsync(acts.Ago(daysAgo));
        await OfTender("publish", daysAgo, new PublishTender());
    }

    private async Task<List<BidId>> ScoreAsync(List<CriterionId> questions)
    {
        var bids = await new SampleBidding(acts, _plan, _tender, questions).TellAsync();
        await new SamplePanel(acts, _plan, _tender, questions, bids).TellAsync(Opened);
        return bids;
    }

    private Task<Guid> OfTender(string key, double daysAgo, ITenderCommand command) =>
        acts.DoAsync($"tender-{key}", "commissioner", acts.Ago(daysAgo), command, _tender.Stream);
}
