using System.Collections.Immutable;
using CoDesign.App.Shell;
using CoDesign.App.Thread;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Specifications;
using CoDesign.Domain.Tenders;
using CoDesign.Domain.Text;
using CoDesign.Domain.Thread;

namespace CoDesign.App.Sample;

/// <summary>Tells how a tender grows out of a story: a draft, or open to bids, or bid for, opened, scored and awarded.</summary>
public sealed class SampleBuying(SampleActs acts, SampleStory story, StreamId project, List<Guid> outcomes, List<Guid> clauses)
{
    /// <summary>How long before it is published an open tender was begun.</summary>
    private const int DaysOfWriting = 9;

    /// <summary>How many days after its deadline the contract of a finished tender begins.</summary>
    private const int DaysToBegin = 120;

    private readonly SampleTender _plan = story.Tender;
    private TenderId _tender;

    private ImmutableDictionary<string, ImmutableArray<ImmutableArray<SampleScore>?>> Scores =>
        _plan.Scores ?? throw new InvalidOperationException("The sample's bids have no scores.");

    private double Published => _plan.DeadlineDaysAgo + _plan.PublishedDaysBefore;

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
        else if (_plan.IsBeingScored) await AloneAsync(drafted);
        else await AwardAsync(drafted);
        if (_plan.Early is { } early) await new SampleEarly(acts, early, _plan.Summary, project, _tender).TellAsync();
    }

    private async Task DraftAsync(double drafted)
    {
        await new SampleScoring(acts, project, _tender, outcomes, clauses, acts.Ago(drafted)).TellAsync();
        await new SampleAsking(acts, _tender, acts.Ago(drafted)).DraftAsync();
    }

    private async Task AloneAsync(double drafted)
    {
        await OfTender("listing", drafted, new DescribeListing("", "South Marlshire", SuitsSmall: true, TakesSubcontracts: false));
        var questions = await AskAsync(drafted, acts.Ago(_plan.DeadlineDaysAgo));
        await PublishAsync(Published);
        var bids = await BidAsync(questions);
        await ScoreAsync(questions, bids, preparing => preparing.TellWithWorkToDoAsync);
    }

    private async Task OpenAsync(SampleOpening open, double drafted)
    {
        await OfTender("listing", drafted, new DescribeListing("", open.Area, SuitsSmall: true, TakesSubcontracts: false));
        var lots = new SampleLots(acts, _plan, _tender);
        await lots.DivideAsync(acts.Ago(drafted));
        var questions = await AskAsync(drafted, SampleOpenTender.DeadlineOf(acts, open));
        await PublishAsync(open.PublishedDaysAgo);
        await new SampleOpenTender(acts, open, _tender, questions, lots).TellAsync();
    }

    private async Task AwardAsync(double drafted)
    {
        await OfTender("listing", drafted, new DescribeListing("", "Marlshire", SuitsSmall: true, TakesSubcontracts: true));
        await new SampleAsking(acts, _tender, acts.Ago(drafted)).PublishedAsync();
        var questions = await AskAsync(drafted, acts.Ago(_plan.DeadlineDaysAgo + 7));
        await PublishAsync(Published);
        await OfTender("amend", _plan.DeadlineDaysAgo + 12,
            new AmendTender("Two small organisations asked for a week more, because they plan to bid together.", acts.Ago(_plan.DeadlineDaysAgo)));
        await EnquireAsync();
        var bids = await BidAsync(questions);
        await ScoreAsync(questions, bids, preparing => preparing.TellAsync);
        await DecideAsync(questions, bids);
    }

    private async Task PublishAsync(double daysAgo)
    {
        await ExplainAsync(daysAgo);
        await OfTender("publish", daysAgo, new PublishTender());
    }

    private async Task<List<CriterionId>> AskAsync(double drafted, DateTimeOffset deadline)
    {
        foreach (var group in _plan.Groups) await OfTender($"group-{group.Name}", drafted, new SetPanelGroup(group.Name, group.Weight, group.IsServiceUsers));
        var quality = acts.Read(reading => Draft(reading).Criteria[0].Id);
        var questions = new List<CriterionId>();
        foreach (var (q, index) in _plan.Questions.Select((question, index) => (question, index)))
        {
            var made = await OfTender($"question-{index}", drafted, new AddQuestion(quality, q.Title, q.Weight, q.Question, q.Words, q.PassMark,
                [.. q.Outcomes.Select(o => new OutcomeId(outcomes[o]))], [.. q.Clauses.Select(c => new ClauseId(clauses[c]))], AsksEvidence: q.Evidence));
            questions.Add(new CriterionId(made));
        }

        await OfTender("weights", drafted, new SetWeights(quality, questions.Zip(_plan.Questions).ToImmutableDictionary(asked => asked.First, asked => asked.Second.Weight)));
        await OfTender("deadline", drafted, new SetDeadline(deadline));
        await OfPanel("moderator", "commissioner", drafted, new AppointModerator(acts.Cast["moderator"]));
        await OfPanel("evaluator-1", "commissioner", drafted, new AppointEvaluator(acts.Cast["evaluator-1"], _plan.Groups[1].Name));
        await OfPanel("evaluator-2", "commissioner", drafted, new AppointEvaluator(acts.Cast["evaluator-2"], _plan.Groups[1].Name));
        await OfPanel("evaluator-3", "commissioner", drafted, new AppointEvaluator(acts.Cast["evaluator-3"], _plan.Groups[0].Name));
        return questions;
    }

    /// <summary>Two who may bid ask, and everybody reads the answers.</summary>
    private async Task EnquireAsync()
    {
        var days = _plan.DeadlineDaysAgo + 10;
        foreach (var (by, question, answer, index) in new[]
        {
            ("provider", "We are eleven people. May we bid for the three districts by the sea, together with somebody who knows the others?",
                "Yes. Bid together with one of you as lead, and say who does what where. You can say on this page that you look for somebody."),
            ("provider-2", "Do companions who are paid have to be employed by the provider?",
                "No. What counts is that somebody has one companion who stays. Say in your answer how you keep them."),
        }.Select((asked, index) => (asked.Item1, asked.Item2, asked.Item3, index)))
        {
            var made = await acts.DoAsync($"enquiry-{index}", by, acts.Ago(days - index), new AskAboutTender(question), _tender.Stream);
            await OfTender($"enquiry-{index}-answer", days - index - 0.8, new AnswerEnquiry(new EnquiryId(made), question, answer));
        }
    }

    /// <summary>Everybody gets an answer before the tender is published: every gap that is left carries its reason.</summary>
    private async Task ExplainAsync(double daysAgo)
    {
        var gaps = acts.Read(reading => CoverageReading.View(reading, new ProjectId(project.Value), acts.Cast["commissioner"]))?.Gaps ?? [];
        foreach (var (gap, index) in gaps.Where(gap => gap.Why is null).Select((gap, index) => (gap, index)))
        {
            var (reason, words) = gap.Node.Ref.Kind switch
            {
                ThreadKind.Insight => (GapReason.ForLater, "This contract can’t do it. We keep it for the next one, and have told the people who plan it."),
                ThreadKind.Clause => (GapReason.Policy, "The county asks for this in every contract."),
                _ => (GapReason.Policy, "The county asks this of everybody who bids."),
            };
            await acts.DoAsync($"explain-{index}", "commissioner", acts.Ago(daysAgo), new ExplainGap(gap.Node.Ref, reason, words), project);
        }
    }

    private async Task<List<BidId>> BidAsync(List<CriterionId> questions)
    {
        var bids = new List<BidId>();
        foreach (var (plan, index) in _plan.Bids.Select((plan, index) => (plan, index)))
        {
            var at = acts.Ago(_plan.DeadlineDaysAgo + 5 - index * 0.7);
            var bid = new BidId(await acts.DoAsync($"bid-{index}", plan.By, at, new StartBid(_tender, plan.Organisation), null));
            foreach (var (answer, place) in plan.Answers.Select((answer, place) => (answer, place)))
                await acts.DoAsync($"bid-{index}-answer-{place}", plan.By, at, new ReplaceText(0, "", answer), bid.Answer(questions[place]));
            await acts.DoAsync($"bid-{index}-price", plan.By, at, new SetPrice(plan.Price), bid.Stream);
            var together = new SampleTogether(acts);
            await together.ConfirmAsync($"bid-{index}", plan.By, bid, at);
            await together.BidTogetherAsync(plan.By, bid, at);
            await acts.DoAsync($"bid-{index}-submit", plan.By, at.AddHours(2), new SubmitBid(), bid.Stream);
            bids.Add(bid);
        }

        return bids;
    }

    private async Task ScoreAsync(List<CriterionId> questions, List<BidId> bids, Func<SamplePreparing, Func<DateTimeOffset, Task>> prepare)
    {
        var opened = _plan.DeadlineDaysAgo - 1.0;
        await OfPanel("open-1", "moderator", opened, new ApproveOpening());
        await OfPanel("open-2", "evaluator-1", opened, new ApproveOpening());
        await DeclareAsync(bids, opened - 1);
        await prepare(new SamplePreparing(acts, _tender, questions, bids))(acts.Ago(opened - 2));
        foreach (var (evaluator, scores) in Scores)
        {
            foreach (var (bid, index) in bids.Select((bid, index) => (bid, index)))
            {
                foreach (var (score, place) in (scores[index] ?? []).Select((score, place) => (score, place)))
                    await OfPanel($"{evaluator}-scores-{index}-{place}", evaluator, opened - 3, new ScoreAnswer(bid, questions[place], score.Points, score.Reason));
            }
        }

        foreach (var evaluator in Scores.Where(one => one.Value.All(given => given is null || given.Value.Length == questions.Count)).Select(one => one.Key))
            await OfPanel($"{evaluator}-locks", evaluator, opened - 4, new LockScores());
    }

    private async Task DecideAsync(List<CriterionId> questions, List<BidId> bids)
    {
        var opened = _plan.DeadlineDaysAgo - 1.0;
        await new SampleModeration(acts, _tender, opened - 6).TellAsync(bids, questions);
        var first = acts.Read(reading => reading.Find<Panel>(_tender.Panel.Stream) is { } panel
            ? Result.Compute(Draft(reading), panel, _tender.WholeLot).Rows.First(row => row.Rank == 1).Bid
            : throw new InvalidOperationException("The sample's panel is gone."));
        await new SampleAward(acts, _plan, _tender, questions, bids, opened - 7).TellAsync(first);
    }

    private async Task DeclareAsync(List<BidId> bids, double daysAgo)
    {
        foreach (var evaluator in Scores.Keys)
        {
            foreach (var (bid, index) in bids.Select((bid, index) => (bid, index)))
            {
                var conflict = _plan.Conflict is { } known && known.By == evaluator && known.Bid == index ? known.Note : null;
                await OfPanel($"{evaluator}-declares-{index}", evaluator, daysAgo, new DeclareInterests(bid, conflict is not null, conflict));
            }
        }
    }

    private Tender Draft(Live.Reading reading) => reading.Find<Tender>(_tender.Stream) ?? throw new InvalidOperationException("The sample's tender is gone.");

    private Task<Guid> OfTender(string key, double daysAgo, ITenderCommand command) =>
        acts.DoAsync($"tender-{key}", "commissioner", acts.Ago(daysAgo), command, _tender.Stream);

    private Task<Guid> OfPanel(string key, string by, double daysAgo, IPanelCommand command) =>
        acts.DoAsync($"panel-{key}", by, acts.Ago(daysAgo), command, _tender.Panel.Stream);
}
