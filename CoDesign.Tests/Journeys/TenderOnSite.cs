using System.Collections.Immutable;
using CoDesign.App.Identity;
using CoDesign.App.Live;
using CoDesign.App.Sample;
using CoDesign.App.Tenders;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Specifications;
using CoDesign.Domain.Tenders;
using CoDesign.Domain.Text;
using CoDesign.Domain.Thread;
using CoDesign.Domain.Workshops;
using Microsoft.Extensions.DependencyInjection;

namespace CoDesign.Tests.Journeys;

/// <summary>A tender of Tom's with one question on the running app, brought from state to state by commands.</summary>
internal sealed class TenderOnSite
{
    private readonly JourneyHost _host;
    private readonly SampleActs _acts;
    private TenderId _tender;
    private ClauseId _clause;
    private CriterionId _question;

    private TenderOnSite(JourneyHost host)
    {
        var services = host.Services;
        _host = host;
        _acts = new SampleActs(services.GetRequiredService<LiveStreams>(), services.GetRequiredService<Reactors>(), new SampleCast(ImmutableDictionary<string, string>.Empty),
            Guid.NewGuid().ToString("n"), host.Time.GetUtcNow(), TestContext.Current.CancellationToken);
    }

    public ProjectId Project { get; private set; }

    public string Opportunity { get; private set; } = "";

    public PanelId PanelId => _tender.Panel;

    public string Panel => $"/panels/{_tender.Panel}";

    /// <summary>Its question, as addresses name it.</summary>
    public string QuestionId => _question.Text();

    /// <summary>Its question, as commands name it.</summary>
    public CriterionId Asked => _question;

    /// <summary>The bids that are open, in the order of their letters.</summary>
    public ImmutableArray<BidId> Bids => [.. PanelState.Bids!.Select(bid => bid.Bid)];

    /// <summary>All that is known of its panel.</summary>
    public Panel PanelState => _acts.Read(reading => reading.Find<Panel>(_tender.Panel.Stream)!);

    /// <summary>What programs find it by.</summary>
    public string Api => $"/tenders/{_tender}";

    /// <summary>Where its question is changed.</summary>
    public string Question => $"/projects/{Project}/tender/questions/{_question}";

    /// <summary>Published, with a panel of two officers and a service user; bids are in time for an hour.</summary>
    public static async Task<TenderOnSite> PublishedAsync(JourneyHost host, bool asksEvidence = false, ScoreSettlement settlement = ScoreSettlement.Mean)
    {
        var made = await ReadyAsync(host, asksEvidence);
        await made.OfTenderAsync(new ChooseSettlement(settlement));
        await made.PublishAsync();
        return made;
    }

    /// <summary>Published, bid for once, and open for the panel.</summary>
    public static async Task<TenderOnSite> OpenedAsync(JourneyHost host, ScoreSettlement settlement = ScoreSettlement.Mean)
    {
        var made = await PublishedAsync(host, settlement: settlement);
        await made.BidAsync("provider", submitted: true);
        made.PassDeadline();
        await made.OpenAsync();
        return made;
    }

    /// <summary>Adds a question that is asked in an interview, with the reason why it is there.</summary>
    public async Task<CriterionId> AskInInterviewAsync()
    {
        var quality = _acts.Read(reading => reading.Find<Tender>(_tender.Stream)!).Criteria[0].Id;
        var made = new CriterionId(await OfTenderAsync(new AddQuestion(quality, "Meeting", 40, "Whom would somebody meet on a stormy night?", 300, null, [], [], Round: ScoringRound.Interview)));
        await OfProjectAsync(new ExplainGap(new ThreadRef(ThreadKind.Question, made.Value), GapReason.Safety, "Nobody is lost at sea."));
        return made;
    }

    /// <summary>Explains what is left and publishes.</summary>
    public async Task PublishAsync()
    {
        foreach (var thing in new[] { new ThreadRef(ThreadKind.Clause, _clause.Value), new ThreadRef(ThreadKind.Question, _question.Value) })
            await DoAsync("commissioner", new ExplainGap(thing, GapReason.Safety, "Nobody is lost at sea."), Project.Stream);
        await OfTenderAsync(new PublishTender());
        Find();
    }

    /// <summary>A workshop in the plan, in two days.</summary>
    public async Task<ActivityId> PlanAsync(string title) => new(await DoAsync("commissioner", new PlanActivity(
        new ActivityPlan(title, "", Phase.Initiate, Rung.Involved, null, _host.Time.GetUtcNow().AddDays(2), 60, "The lookout", "", "A ramp at the side.", "", ""),
        BoardSetup.Usual with { Question = "What would work?" }), Project.Stream));

    /// <summary>Gives bidders a minute more.</summary>
    public Task<Guid> AmendAsync(string reason) => OfTenderAsync(new AmendTender(reason,
        _acts.Read(reading => reading.Find<Tender>(_tender.Stream)!).Deadline!.Value.AddMinutes(1), NoMoreTime: true));

    /// <summary>Looks up where it is published.</summary>
    public void Find() =>
        Opportunity = $"/opportunities/{_host.Services.GetRequiredService<Opportunities>().Published(0, 100).Single(one => one.Tender == _tender).Reference}";

    /// <summary>All there but the publication, and the reasons why its clause and its question are there.</summary>
    public static async Task<TenderOnSite> ReadyAsync(JourneyHost host, bool asksEvidence = false)
    {
        var made = new TenderOnSite(host);
        made.Project = new ProjectId(await made.DoAsync("commissioner", new CreateProject("Safe at sea", Diamond.ServiceRedesign, "Nobody is lost at sea."), null));
        await made.DoAsync("commissioner", new InviteParticipant(SamplePeople.Find("member")!.Id, Role.Member), made.Project.Stream);
        made._clause = new ClauseId(await made.DoAsync("commissioner", new AddClause("Lookouts", ClauseKind.Need, []), made.Project.Stream));
        await made.DoAsync("commissioner", new ReplaceText(0, "", "Somebody watches in every storm."), made._clause.Text);
        made._tender = new TenderId(await made.DoAsync("commissioner", new CreateTender(made.Project, "Safe at sea"), null));
        await made.OfTenderAsync(new DescribeTender("Somebody watches the coast.", 90_000, null, 12));
        await made.OfTenderAsync(new SetPanelGroup("Officers", 40, false));
        await made.OfTenderAsync(new SetPanelGroup("Service users", 60, true));
        var quality = made._acts.Read(reading => reading.Find<Tender>(made._tender.Stream)!).Criteria[0].Id;
        made._question = new CriterionId(await made.OfTenderAsync(new AddQuestion(quality, "Watching", 100, "Who watches the coast?", 300, null, [], [], AsksEvidence: asksEvidence)));
        await made.OfTenderAsync(new SetDeadline(host.Time.GetUtcNow().AddHours(1)));
        await made.OfPanelAsync("commissioner", new AppointModerator(SamplePeople.Find("moderator")!.Id));
        foreach (var (evaluator, group) in new[] { ("evaluator-1", "Officers"), ("evaluator-2", "Officers"), ("evaluator-3", "Service users") })
            await made.OfPanelAsync("commissioner", new AppointEvaluator(SamplePeople.Find(evaluator)!.Id, group));
        return made;
    }

    /// <summary>Asks one thing more, at an interview.</summary>
    public async Task AskAtInterviewAsync(string title)
    {
        var quality = _acts.Read(reading => reading.Find<Tender>(_tender.Stream)!).Criteria[0].Id;
        var asked = await OfTenderAsync(new AddQuestion(quality, title, 40, "Do you listen?", 300, null, [], [], Round: ScoringRound.Interview));
        await DoAsync("commissioner", new ExplainGap(new ThreadRef(ThreadKind.Question, asked), GapReason.Safety, "Nobody is lost at sea."), Project.Stream);
    }

    /// <summary>Somebody writes a bid, and hands it in or not; the address of its page.</summary>
    public async Task<string> BidAsync(string persona, bool submitted)
    {
        var bid = new BidId(await DoAsync(persona, new StartBid(_tender, $"Lookouts of {persona}"), null));
        await DoAsync(persona, new ReplaceText(0, "", "Volunteers do, day and night."), bid.Answer(_question));
        if (!_acts.Read(reading => reading.Find<Tender>(_tender.Stream)!).IsDivided) await DoAsync(persona, new SetPrice(80_000), bid.Stream);
        if (submitted) await DoAsync(persona, new SubmitBid(), bid.Stream);
        return $"/bids/{bid}";
    }

    /// <summary>Does something with a bid, by its page's address.</summary>
    public Task<Guid> OfBidAsync(string persona, string bid, IBidCommand command) =>
        DoAsync(persona, command, BidId.From(Guid.ParseExact(bid["/bids/".Length..], "n")).Stream);

    public void PassDeadline() => _host.Time.Pass(TimeSpan.FromHours(2));

    public Task<Guid> OfPanelAsync(string persona, IPanelCommand command) => DoAsync(persona, command, _tender.Panel.Stream);

    /// <summary>The moderator and Helen open the bids.</summary>
    public async Task OpenAsync()
    {
        await OfPanelAsync("moderator", new ApproveOpening());
        await OfPanelAsync("evaluator-1", new ApproveOpening());
    }

    public Task DeclareAsync(string persona) => EachBidAsync(persona, bid => new DeclareInterests(bid, false, null));

    public Task ScoreAsync(string persona) => EachBidAsync(persona, bid => new ScoreAnswer(bid, _question, 4, "They know every rock."));

    /// <summary>Everybody declares nothing, scores all and locks.</summary>
    public async Task LockAsync()
    {
        foreach (var persona in new[] { "evaluator-1", "evaluator-2", "evaluator-3" })
        {
            await DeclareAsync(persona);
            await ScoreAsync(persona);
            await OfPanelAsync(persona, new LockScores());
        }
    }

    /// <summary>Everybody scores all the same, and the award goes to a bid by a recorded decision; the moderator has yet to hear of the commissioner.</summary>
    public async Task ProposeAsync(string winner)
    {
        await LockAsync();
        await OfPanelAsync("moderator", new OpenModeration());
        await EachBidAsync("moderator", bid => new WriteSummary(bid, [new SummaryWords(_question, "They know every rock.")]));
        await OfPanelAsync("moderator", new ProposeAward(BidId.From(Guid.ParseExact(winner["/bids/".Length..], "n")), null, "They were drawn by lot."));
    }

    private async Task EachBidAsync(string persona, Func<BidId, IPanelCommand> command)
    {
        foreach (var bid in Bids) await OfPanelAsync(persona, command(bid));
    }

    public Task<Guid> OfTenderAsync(ITenderCommand command) => DoAsync("commissioner", command, _tender.Stream);

    public Task<Guid> OfProjectAsync(IProjectCommand command) => DoAsync("commissioner", command, Project.Stream);

    private Task<Guid> DoAsync(string persona, ICommand command, StreamId? stream) =>
        _acts.DoAsync(Guid.NewGuid().ToString("n"), persona, _host.Time.GetUtcNow(), command, stream);
}
