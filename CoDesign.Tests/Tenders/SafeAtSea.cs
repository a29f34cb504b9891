using CoDesign.Domain.Bids;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Specifications;
using CoDesign.Domain.Tenders;
using CoDesign.Domain.Thread;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Tenders;

/// <summary>The tender of these tests, brought as far as a test needs it.</summary>
internal sealed class SafeAtSea
{
    public static readonly DateTimeOffset Deadline = new(2026, 12, 18, 17, 0, 0, TimeSpan.Zero);

    private SafeAtSea()
    {
        Project = new ProjectId(County.Begin(Tom, "project", new CreateProject("Safe by the sea", Diamond.ServiceRedesign, "People feel safe on the sea front.")).Made!.Value);
        foreach (var (person, role) in new[] { (Fay, Role.Facilitator), (Amina, Role.ServiceUser), (Cllr, Role.Member) })
            County.Do(Tom, Project.Stream, new InviteParticipant(person, role));
        Clause = new ClauseId(County.Do(Tom, Project.Stream, new AddClause("Evenings", ClauseKind.Need, [])).Made!.Value);
        County.Write(Tom, Clause.Text, "Somebody is there until 10pm.");
        Id = new TenderId(County.Begin(Tom, "tender", new CreateTender(Project, "Evening wardens")).Made!.Value);
    }

    public County County { get; } = new();
    public ProjectId Project { get; }
    public ClauseId Clause { get; }
    public TenderId Id { get; }
    public CriterionId Question { get; private set; }
    public PanelId Panel => Id.Panel;
    public Tender Tender => County.Get<Tender>(Id.Stream);
    public Panel PanelState => County.Get<Panel>(Panel.Stream);
    public CriterionId Quality => Tender.Criteria.Find(c => c.Title == "Quality")!.Id;

    /// <summary>Begun, with nothing in it.</summary>
    public static SafeAtSea Begun() => new();

    /// <summary>All there but the publication: one question for 60, price for 40, officers 60% and service users 40%.</summary>
    public static SafeAtSea Ready(int? passMark = null)
    {
        var tender = new SafeAtSea();
        tender.By(Tom, new DescribeTender("Two wardens every evening.", 90_000, new DateOnly(2028, 4, 1), 24));
        tender.By(Tom, new SetDeadline(Deadline));
        tender.Question = new CriterionId(tender.By(Tom, new AddQuestion(
            tender.Quality, "Feeling safe", 100, "How will people feel safe?", 50, passMark, [], [tender.Clause])).Made!.Value);
        tender.By(Tom, new SetPanelGroup("Officers", 60, false));
        tender.By(Tom, new SetPanelGroup("Service users", 40, true));
        tender.Explain();
        return tender;
    }

    /// <summary>Published.</summary>
    public static SafeAtSea Published(int? passMark = null, bool asksEvidence = false, bool showsNames = false)
    {
        var tender = Ready(passMark);
        if (asksEvidence) tender.AsksEvidence();
        if (showsNames) tender.By(Tom, new ChooseNames(true));
        tender.Publish();
        return tender;
    }

    /// <summary>Published, with a panel: Priya moderates, Olu and Orla score as officers, Sam as a service user.</summary>
    public static SafeAtSea WithPanel(int? passMark = null, bool asksEvidence = false, bool showsNames = false)
    {
        var tender = Published(passMark, asksEvidence, showsNames);
        tender.OnPanel(Tom, new AppointModerator(Priya));
        tender.OnPanel(Tom, new AppointEvaluator(Olu, "Officers"));
        tender.OnPanel(Tom, new AppointEvaluator(Orla, "Officers"));
        tender.OnPanel(Tom, new AppointEvaluator(Sam, "Service users"));
        return tender;
    }

    /// <summary>After the deadline, opened, with these bids: Hannah's for £80,000, Bea's for £60,000.</summary>
    public static SafeAtSea Opened(int? passMark = null)
    {
        var tender = WithPanel(passMark);
        tender.HandsIn(Hannah, "Harbour Lights", "Volunteers whom people know.", 80_000);
        tender.HandsIn(Bea, "Big Care", "A hotline.", 60_000);
        tender.Open();
        return tender;
    }

    /// <summary>Opened, and everybody has declared no interest, scored and locked: Hannah 4, 5 and 5, Bea 2, 3 and 1.</summary>
    public static SafeAtSea Scored(int? passMark = null)
    {
        var tender = Opened(passMark);
        foreach (var (who, hannah, bea) in new[] { (Olu, 4, 2), (Orla, 5, 3), (Sam, 5, 1) })
        {
            tender.Scores(who, tender.BidOf(Hannah), hannah);
            tender.Scores(who, tender.BidOf(Bea), bea);
            tender.OnPanel(who, new LockScores());
        }

        return tender;
    }

    /// <summary>Tom says of every gap why it is there.</summary>
    public void Explain()
    {
        var project = ProjectView.For(County.Get<Project>(Project.Stream), Tom)!;
        foreach (var gap in Coverage.Of(ThreadView.For(project, County.TenderFor(Tom, Id), null), project.Gaps).Gaps.Where(gap => gap.Why is null))
            County.Do(Tom, Project.Stream, new ExplainGap(gap.Node.Ref, GapReason.Other, "Everybody agreed."));
    }

    public void Publish()
    {
        Explain();
        By(Tom, new PublishTender());
    }

    /// <summary>Its question asks for evidence.</summary>
    public void AsksEvidence() => By(Tom, new ChangeQuestion(Question, "Feeling safe", "How will people feel safe?", 50, null, [], [Clause], AsksEvidence: true));

    public Decision By(ParticipantId who, ITenderCommand command) => County.Do(who, Id.Stream, command);

    public string? Refusal(ParticipantId who, ITenderCommand command) => County.Ask(who, Id.Stream, command).Refusal?.Code;

    public Decision OnPanel(ParticipantId who, IPanelCommand command) => County.Do(who, Panel.Stream, command);

    public string? PanelRefusal(ParticipantId who, IPanelCommand command) => County.Ask(who, Panel.Stream, command).Refusal?.Code;

    public PanelView? PanelFor(ParticipantId viewer) => County.PanelFor(viewer, Id);

    public BidId BidOf(ParticipantId who) => County.Bids.First(bid => bid.Team.Contains(who)).Id;

    public string LabelOf(ParticipantId who) => PanelState.Bids!.Find(bid => bid.Bid == BidOf(who))!.Label;

    /// <summary>Begins a bid with an answer and a price.</summary>
    public BidId Drafts(ParticipantId who, string organisation, string answer, decimal price)
    {
        var bid = new BidId(County.Begin(who, "bid", new StartBid(Id, organisation)).Made!.Value);
        County.Write(who, bid.Answer(Question), answer);
        County.Do(who, bid.Stream, new SetPrice(price));
        return bid;
    }

    public BidId HandsIn(ParticipantId who, string organisation, string answer, decimal price)
    {
        var bid = Drafts(who, organisation, answer, price);
        County.Do(who, bid.Stream, new SubmitBid());
        return bid;
    }

    /// <summary>Priya and Olu open the bids after the deadline.</summary>
    public void Open()
    {
        County.Now = Deadline.AddMinutes(1);
        OnPanel(Olu, new ApproveOpening());
        OnPanel(Priya, new ApproveOpening());
    }

    /// <summary>Priya writes every summary from the reasons that the panel gave, as they are.</summary>
    public void Summarise()
    {
        foreach (var bid in PanelFor(Priya)!.Decision.Drafts)
            OnPanel(Priya, new WriteSummary(bid.Bid, [.. bid.Parts.Select(part => new SummaryWords(part.Question.Id, part.Words))]));
    }

    /// <summary>Priya proposes the award once the summaries are there, and Tom approves it.</summary>
    public void Awards(BidId bid, LotId? lot = null, string? decision = null)
    {
        Summarise();
        OnPanel(Priya, new ProposeAward(bid, lot, decision));
        OnPanel(Tom, new ApproveAward(lot));
    }

    /// <summary>Somebody declares no interest in any bid and gives all the same.</summary>
    public void ScoresAll(ParticipantId who, int points, string reason = "It says how.")
    {
        foreach (var bid in PanelState.Bids!) Scores(who, bid.Bid, points, reason);
    }

    public void Scores(ParticipantId who, BidId bid, int points, string reason = "It says how.")
    {
        OnPanel(who, new DeclareInterests(bid, false, null));
        OnPanel(who, new ScoreAnswer(bid, Question, points, reason));
    }
}
