using System.Globalization;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;

namespace CoDesign.App.Evaluations;

/// <summary>What a page of a panel shows.</summary>
/// <param name="Panel">The panel, as the reader may see it.</param>
/// <param name="Tender">Its tender.</param>
/// <param name="Here">The page's own address, to come back to.</param>
public sealed record PanelOnPage(PanelView Panel, TenderView Tender, string Here)
{
    /// <summary>The address of the panel itself.</summary>
    public string Address => $"/panels/{Panel.Id}";

    /// <summary>What the panel calls a bid.</summary>
    public string LabelOf(ScoringTask task) => BidOf(task).Label;

    /// <summary>The bid of a task.</summary>
    public PanelBid BidOf(ScoringTask task) => Panel.Bids?.Find(bid => bid.Bid == task.Bid) ?? throw new InvalidOperationException("A task has no bid.");

    /// <summary>The question of a task.</summary>
    public Criterion QuestionOf(ScoringTask task) =>
        Tender.Criteria.Find(criterion => criterion.Id == task.Question) ?? throw new InvalidOperationException("A task has no question.");

    /// <summary>What the reader gave it; null for nothing yet.</summary>
    public Score? ScoreOf(ScoringTask task) => Panel.MyScores.Find(score => score.Bid == task.Bid && score.Question == task.Question);

    /// <summary>How somebody says that they have an interest after all: where they are told who bids, there is nothing to find out.</summary>
    public string KnowThem => Tender.ShowsNames ? ScoringWords.KnowNamed : ScoringWords.KnowThem;

    /// <summary>The same of one bid among others.</summary>
    public string KnowBid => Tender.ShowsNames ? ScoringWords.KnowNamedBid : ScoringWords.KnowBid;

    /// <summary>What was answered; empty for nothing.</summary>
    public string AnswerOf(ScoringTask task) => BidOf(task).Answers.FirstOrDefault(answer => answer.Question == task.Question)?.Text ?? "";

    /// <summary>What stands above it: what the bidder says, or what was heard and seen.</summary>
    public string HeadingOf(ScoringTask task) =>
        IsHeard(task) ? ScoringWords.Heard : With(ScoringWords.Answer, LabelOf(task));

    /// <summary>Whether it is about what was heard and seen, and not about what is written.</summary>
    public bool IsHeard(ScoringTask task) => QuestionOf(task).Round != ScoringRound.Written;

    /// <summary>Whether there is something to score: it is written, or was held.</summary>
    public bool WasHeld(ScoringTask task) => !IsHeard(task) || Panel.Rounds?.Records.Any(record => record.Bid == task.Bid && record.Round == QuestionOf(task).Round) is true;

    /// <summary>How good it is, as it is asked.</summary>
    public string AskHowGood(ScoringTask task) => IsHeard(task) ? ScoringWords.HowGoodHeard : ScoringWords.HowGood;

    /// <summary>All that the reader scores or has scored, bid by bid in the order of their names, that of earlier rounds first.</summary>
    public IEnumerable<ScoringTask> Scored => (Panel.Bids ?? [])
        .SelectMany(bid => Panel.MyScores.Where(score => score.IsKept && score.Bid == bid.Bid)).Select(score => new ScoringTask(score.Bid, score.Question))
        .Concat(Panel.Preparation.Tasks);

    /// <summary>What is asked in a round.</summary>
    public IEnumerable<Criterion> QuestionsOf(ScoringRound round) => Tender.Criteria.Where(one => one.Kind == CriterionKind.Question && one.Round == round);

    /// <summary>What the address of a page says that is about a task.</summary>
    public static string About(ScoringTask task) => $"?bid={task.Bid}&question={task.Question}";

    /// <summary>Where a task is done.</summary>
    public string AddressOf(ScoringTask task) => Address + About(task);

    /// <summary>The task of the reader that an address is about; null where it names none.</summary>
    public ScoringTask? TaskIn(string? bid, string? question) =>
        Panel.Preparation.Tasks.FirstOrDefault(task => task.Bid.Text() == bid && task.Question.Text() == question);

    /// <summary>Words of the scoring pages with something put in.</summary>
    public static string With(string words, params object?[] values) => string.Format(CultureInfo.InvariantCulture, words, values);
}
