using CoDesign.App.Identity;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;

namespace CoDesign.Tests.Journeys;

/// <summary>Panels brought from stage to stage, with a look at each stage.</summary>
internal static class PanelStages
{
    internal static readonly string[] Evaluators = ["evaluator-1", "evaluator-2", "evaluator-3"];

    /// <summary>Two bids for one contract, from the panel's making to its last score: Helen has somebody to help her, Priya knows a bidder, and there are interviews.</summary>
    public static async Task<TenderOnSite> ScoredAsync(JourneyHost host, Func<TenderOnSite, Task> look)
    {
        var tender = await TenderOnSite.ReadyAsync(host, asksEvidence: true);
        await look(tender);
        await tender.OfTenderAsync(new ChooseSettlement(ScoreSettlement.PanelConsensus));
        var heard = await tender.AskInInterviewAsync();
        await tender.PublishAsync();
        await tender.OfPanelAsync("moderator", new SetQuorum([new("Officers", 1), new("Service users", null)]));
        await look(tender);
        foreach (var persona in new[] { "provider", "provider-2" }) await BidAsync(host, tender, persona);
        tender.PassDeadline();
        await look(tender);
        await tender.OfPanelAsync("moderator", new ApproveOpening());
        await look(tender);
        await tender.OfPanelAsync("evaluator-1", new ApproveOpening());
        await look(tender);

        var known = tender.Bids[0];
        await tender.DeclareAsync("evaluator-1");
        await tender.OfPanelAsync("evaluator-2", new DeclareInterests(known, true, "My sister works there."));
        await tender.OfPanelAsync("evaluator-2", new DeclareInterests(tender.Bids[1], false, null));
        await tender.OfPanelAsync("evaluator-1", new FinishPractice());
        await tender.OfPanelAsync("evaluator-1", new RecordSupport("Joan", "Reads to me.", true));
        var help = new HelpId(await tender.OfPanelAsync("evaluator-1", new AskForHelp(known, tender.Asked, "Who is a volunteer?")));
        await tender.OfPanelAsync("moderator", new RemindEvaluators(Id("evaluator-1")));
        await look(tender);

        await tender.OfPanelAsync("moderator", new AnswerHelp(help, true, "Who is a volunteer?", "Somebody who isn’t paid."));
        await tender.OfPanelAsync("moderator", new AssignScoring(Id("evaluator-2"), [], [tender.Bids[1]]));
        await tender.OfPanelAsync("evaluator-1", new ScoreAnswer(known, tender.Asked, 4, "They know every rock."));
        using (var helen = await host.SignedInAsync("evaluator-1"))
            await helen.SubmitAsync($"{tender.Panel}?bid={known}&question={tender.QuestionId}", "score-answer",
                ("then", "note"), ("points", "5"), ("reason", "They know each rock."), ("quote", "Volunteers do, day and night."), ("words", "Who, by night?"));
        await tender.OfPanelAsync("evaluator-2", new ScoreAnswer(tender.Bids[1], tender.Asked, 1, "The rota has gaps."));
        await tender.OfPanelAsync("evaluator-2", new LockScores());
        await look(tender);

        await tender.DeclareAsync("evaluator-3");
        foreach (var persona in new[] { "evaluator-1", "evaluator-3" }) await tender.ScoreAsync(persona);
        await look(tender);
        foreach (var persona in new[] { "evaluator-1", "evaluator-3" }) await tender.OfPanelAsync(persona, new LockScores());
        await look(tender);
        await HearAsync(host, tender, heard, look);
        return tender;
    }

    /// <summary>The panel agrees in its room, one answer after the other; somebody sees it differently.</summary>
    public static async Task ModerateAsync(TenderOnSite tender, Func<TenderOnSite, Task> look)
    {
        await tender.OfPanelAsync("moderator", new OpenModeration(OneByOne: true));
        await look(tender);
        var answers = tender.PanelState.Counted.Select(score => new AnswerOf(score.Bid, score.Question)).Distinct().ToArray();
        foreach (var answer in answers)
        {
            var looks = answer == answers[0] ? look : _ => Task.CompletedTask;
            await tender.OfPanelAsync("moderator", new MoveModeration(answer.Bid, answer.Question));
            await looks(tender);
            await tender.OfPanelAsync("moderator", new RevealScores(answer.Bid, answer.Question));
            await looks(tender);
            await AgreeAsync(tender, answer, 4);
            await tender.OfPanelAsync("evaluator-3", new RecordDissent(answer.Bid, answer.Question, "I would not feel safe."));
            await tender.OfPanelAsync("evaluator-1", new NoteDiscussion(answer.Bid, answer.Question, "We talked about the nights."));
            await looks(tender);
            if (answer == answers[0]) await AwayAsync(tender, look);
            await ConfirmAsync(tender, answer);
            await looks(tender);
        }

        await look(tender);
    }

    /// <summary>The only service user can't go on, somebody comes in their place, and then they are back.</summary>
    private static async Task AwayAsync(TenderOnSite tender, Func<TenderOnSite, Task> look)
    {
        await tender.OfPanelAsync("moderator", new NoteAbsence(Id("evaluator-3"), "Len is not well."));
        await look(tender);
        await tender.OfPanelAsync("commissioner", new AppointEvaluator(Id("service-user"), "Service users"));
        await look(tender);
        await tender.DeclareAsync("service-user");
        await look(tender);
        await tender.OfPanelAsync("evaluator-3", new ComeBack());
        await look(tender);
    }

    /// <summary>The panel, or each group, agrees on a score.</summary>
    public static async Task AgreeAsync(TenderOnSite tender, AnswerOf answer, int points, params string?[] groups)
    {
        foreach (var group in groups is [] ? [null] : groups)
            await tender.OfPanelAsync("moderator", new RecordConsensus(answer.Bid, answer.Question, group, points, "All of us would trust them at night."));
    }

    /// <summary>Everybody who may confirms what stands.</summary>
    public static async Task ConfirmAsync(TenderOnSite tender, AnswerOf answer)
    {
        foreach (var persona in Evaluators.Where(persona => tender.PanelState.Scores.Exists(score => score.Evaluator == Id(persona) && score.Bid == answer.Bid)))
            await tender.OfPanelAsync(persona, new ConfirmOutcome(answer.Bid, answer.Question, tender.PanelState.Moderated.Find(one => one.Of == answer)!.Round));
    }

    /// <summary>Somebody hands in a bid with a file that shows what its answer says.</summary>
    private static async Task BidAsync(JourneyHost host, TenderOnSite tender, string persona)
    {
        var bid = await tender.BidAsync(persona, submitted: false);
        using var bidder = await host.SignedInAsync(persona);
        await bidder.UploadAsync(bid, $"add-evidence-{tender.QuestionId}", ("Rota.csv", new StringContent("day,people\nMonday,4\n")));
        await tender.OfBidAsync(persona, bid, new SubmitBid());
    }

    /// <summary>Interviews: none held yet, one held and written down.</summary>
    private static async Task HearAsync(JourneyHost host, TenderOnSite tender, CriterionId heard, Func<TenderOnSite, Task> look)
    {
        await tender.OfPanelAsync("moderator", new OpenRound(ScoringRound.Interview));
        await look(tender);
        foreach (var bid in tender.Bids)
        {
            await tender.OfPanelAsync("moderator", new RecordRound(bid, host.Time.GetUtcNow(), "Two of the volunteers, and the whole panel"));
            await tender.OfPanelAsync("moderator", new NoteEvidence(bid, heard, "They told of the night when the lamp went out."));
            if (bid == tender.Bids[0]) await look(tender);
        }

        foreach (var persona in Evaluators)
        {
            foreach (var bid in tender.Bids.Where(bid => persona != "evaluator-2" || bid == tender.Bids[1])) await tender.OfPanelAsync(persona, new ScoreAnswer(bid, heard, 3, "They listened."));
            await tender.OfPanelAsync(persona, new LockScores());
        }

        await look(tender);
    }

    private static ParticipantId Id(string persona) => SamplePeople.Find(persona)!.Id;
}
