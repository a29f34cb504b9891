using System.Text.Json;
using CoDesign.App.Storage;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Contracts;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Providers;
using CoDesign.Domain.Tenders;
using CoDesign.Domain.Text;

namespace CoDesign.Tests.Tenders;

/// <summary>The people of these tests.</summary>
internal static class People
{
    public static ParticipantId Tom { get; } = Named("Tom, a commissioner");
    public static ParticipantId Fay { get; } = Named("Fay, a facilitator");
    public static ParticipantId Amina { get; } = Named("Amina, a carer");
    public static ParticipantId Cllr { get; } = Named("Councillor Okafor, a member");
    public static ParticipantId Priya { get; } = Named("Priya, who moderates");
    public static ParticipantId Olu { get; } = Named("Olu, an officer who scores");
    public static ParticipantId Orla { get; } = Named("Orla, an officer who scores");
    public static ParticipantId Sam { get; } = Named("Sam, who uses the service and scores");
    public static ParticipantId Len { get; } = Named("Len, who comes in somebody's place");
    public static ParticipantId Hannah { get; } = Named("Hannah of Harbour Lights, a small charity");
    public static ParticipantId Bea { get; } = Named("Bea of Big Care, a large business");
    public static ParticipantId Cai { get; } = Named("Cai of Cliff Top Co-op");
    public static ParticipantId Nobody { get; } = Named("Nobody in particular, signed in");

    private static ParticipantId Named(string who) => new(Derived.Guid(Guid.Empty, who));
}

/// <summary>
/// A made-up county: deciders, streams in memory, and what follows from one stream in another, under a clock that is set by hand.
/// </summary>
internal sealed class County
{
    private static readonly Dictionary<string, StreamKind> Kinds = new[]
    {
        StreamKind.Of<ProjectDecider, Project, IProjectCommand>("project", "projects"),
        StreamKind.Of<TextDecider, TextDocument, ITextCommand>("text", "texts"),
        StreamKind.Of<TenderDecider, Tender, ITenderCommand>("tender", "tenders"),
        StreamKind.Of<ProviderDecider, Provider, IProviderCommand>("provider", "providers"),
        StreamKind.Of<BidDecider, Bid, IBidCommand>("bid", "bids"),
        StreamKind.Of<AuthorityDecider, AuthorityList, IAuthorityCommand>("authority", "authorities"),
        StreamKind.Of<SiteVisitDecider, SiteVisits, ISiteVisitCommand>("visit", "visits", visits => visits.Id.Stream),
        StreamKind.Of<PanelDecider, Panel, IPanelCommand>("panel", "panels"),
        StreamKind.Of<NotebookDecider, Notebook, INotebookCommand>("notebook", "notebooks"),
        StreamKind.Of<ContractDecider, Contract, IContractCommand>("contract", "contracts"),
    }.ToDictionary(kind => kind.Name);

    private readonly Dictionary<StreamId, (long Version, object State)> _streams = [];
    private int _acts;

    public DateTimeOffset Now { get; set; } = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public Facts Facts => _streams.Aggregate(Facts.None, (facts, stream) => facts.With(stream.Key, stream.Value.Version, stream.Value.State));

    public T Get<T>(StreamId id) where T : class => (T)_streams[id].State;

    public T? Find<T>(StreamId id) where T : class => _streams.TryGetValue(id, out var found) ? (T)found.State : null;

    public IEnumerable<Bid> Bids => _streams.Values.Select(stream => stream.State).OfType<Bid>();

    /// <summary>Asks; what happens is true from then on, and is kept as the store keeps it.</summary>
    public Decision Ask(ParticipantId who, StreamId on, ICommand command)
    {
        var kind = Kinds[on.Kind];
        var (version, state) = _streams.TryGetValue(on, out var found) ? found : (0, kind.Initial);
        var operation = new OperationId(Derived.Guid(Guid.Empty, $"act {_acts++}"));
        var decision = kind.Decide(state, command, new Context(who, operation, Now, FactsFor(kind, state, command)) { Stream = on });
        foreach (var happened in decision.Events)
        {
            var kept = (IEvent)JsonSerializer.Deserialize(JsonSerializer.Serialize(happened, happened.GetType(), DomainJson.Options), happened.GetType(), DomainJson.Options)!;
            state = kind.Evolve(state, new Recorded(on, ++version, kept, who, Now));
        }

        if (decision.Events.Length > 0) _streams[on] = (version, state);
        foreach (var happened in decision.Events) Carry(who, on, happened);
        return decision;
    }

    /// <summary>Asks, and fails the test when refused.</summary>
    public Decision Do(ParticipantId who, StreamId on, ICommand command)
    {
        var decision = Ask(who, on, command);
        Assert.True(decision.Refusal is null, $"{command} was refused: {decision.Refusal?.Code}");
        return decision;
    }

    /// <summary>Asks for something that begins a stream.</summary>
    public Decision Begin(ParticipantId who, string kind, ICommand command) =>
        Ask(who, new StreamId(kind, Derived.Guid(Derived.Guid(Guid.Empty, $"act {_acts}"), $"{kind}-by-{who}")), command);

    /// <summary>Makes a state what no decision makes it any more.</summary>
    public void Bend<T>(StreamId id, Func<T, T> how) where T : class => _streams[id] = (_streams[id].Version, how((T)_streams[id].State));

    /// <summary>Writes words into a text.</summary>
    public void Write(ParticipantId who, StreamId text, string words)
    {
        var shown = Get<TextDocument>(text);
        Do(who, text, new ReplaceText(shown.Version, shown.Text, words));
    }

    public PanelView? PanelFor(ParticipantId viewer, TenderId tender)
    {
        var panel = Get<Panel>(tender.Panel.Stream);
        return PanelView.For(panel, Get<Tender>(tender.Stream), Get<Project>(panel.Project.Stream), bid => Get<Bid>(bid.Stream).Submission, viewer);
    }

    public TenderView? TenderFor(ParticipantId viewer, TenderId tender) =>
        TenderView.For(Find<Tender>(tender.Stream), Find<Project>(Get<Tender>(tender.Stream).Project.Stream), viewer);

    /// <summary>What decider and store agree on: the facts that a command names, found step by step.</summary>
    private Facts FactsFor(StreamKind kind, object state, ICommand command)
    {
        var facts = Facts.None;
        while (kind.Needs(state, command, facts).Where(id => !facts.Knows(id)).Distinct().ToArray() is { Length: > 0 } missing)
        {
            foreach (var id in missing)
                facts = _streams.TryGetValue(id, out var found) ? facts.With(id, found.Version, found.State) : facts.With(id, 0, Kinds[id.Kind].Initial);
        }

        return facts;
    }

    private void Carry(ParticipantId who, StreamId from, IEvent happened)
    {
        switch (happened)
        {
            case ClauseAdded e:
                Do(ParticipantId.System, e.Clause.Text, new CreateText(from));
                break;
            case TenderCreated e:
                Do(ParticipantId.System, e.Project.Stream, new RecordTender(e.Tender.Value));
                Do(ParticipantId.System, e.Tender.Panel.Stream, new ConvenePanel(e.Tender, e.Project));
                break;
            case TemplateTaken e:
                Do(ParticipantId.System, e.Tender.Template(e.Document, e.Turn), new CreateText(from, PackTemplate.Default(e.Document)));
                break;
            case WordsSent e:
                Do(ParticipantId.System, e.To.Stream, new TakeWords(e.Tender, e.From, e.FromName, who, e.Words));
                break;
            case BidStarted e:
                foreach (var question in e.Questions) Do(ParticipantId.System, e.Bid.Answer(question), new CreateText(from));
                break;
            case VersionTakenUp e:
                foreach (var question in e.NewQuestions) Do(ParticipantId.System, e.Bid.Answer(question), new CreateText(from));
                break;
            case InterestsDeclared:
                Do(ParticipantId.System, NotebookId.Of(new PanelId(from.Value), who).Stream, new OpenNotebook(new PanelId(from.Value), who));
                break;
            case ContractSigned e:
                var (contract, terms) = ContractTerms.Of(e, Get<Panel>(from), Get<Tender>(Get<Panel>(from).Tender.Stream), Get<Project>(Get<Panel>(from).Project.Stream))!.Value;
                Do(ParticipantId.System, contract.Stream, new BeginContract(contract, terms, Now));
                break;
            case OpeningCompleted:
                var handedIn = Bids.Where(bid => bid.Tender == Get<Panel>(from).Tender && bid.Submission is not null).ToArray();
                foreach (var bid in handedIn) Do(ParticipantId.System, bid.Id.Stream, new OpenBid());
                Do(ParticipantId.System, from, new ReceiveBids([.. handedIn.Select(bid => ReceivedBid.Of(bid, bid.Submission!))], Get<Tender>(Get<Panel>(from).Tender.Stream).ShowsNames));
                break;
        }
    }
}
