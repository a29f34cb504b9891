using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Thread;
using CoDesign.Tests.Kernel;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Projects;

/// <summary>A project about safety by the sea, and what people made in it.</summary>
internal static class GivenProject
{
    public static readonly InsightId Dark = new(Named("It is dark by the sea"));
    public static readonly InsightId Bench = new(Named("There is no bench"));
    public static readonly ThemeId Evening = new(Named("The evening"));
    public static readonly IdeaId Wardens = new(Named("Wardens"));
    public static readonly TrialId Fortnight = new(Named("A fortnight with wardens"));
    public static readonly OutcomeId Safe = new(Named("People feel safe"));
    public static readonly MeasureId Asked = new(Named("We ask them"));
    public static readonly ClauseId Evenings = new(Named("Evenings"));
    public static readonly ClauseId Winters = new(Named("Winters"));

    /// <summary>Nothing yet.</summary>
    public static Given<ProjectDecider, Project, IProjectCommand> Nothing { get; } =
        Given.Stream<ProjectDecider, Project, IProjectCommand>("project");

    /// <summary>Tom commissions, Fay facilitates, Amina uses the service, Hannah provides one, a councillor reads, Olu evaluates and Priya moderates.</summary>
    public static Given<ProjectDecider, Project, IProjectCommand> Begun { get; } = Nothing.By(Tom,
        new ProjectCreated(new ProjectId(Named("Safe by the sea")), "Safe by the sea", Diamond.ServiceRedesign, "People feel safe on the sea front."),
        new ParticipantJoined(Tom, Role.Commissioner), new ParticipantJoined(Fay, Role.Facilitator), new ParticipantJoined(Amina, Role.ServiceUser),
        new ParticipantJoined(Hannah, Role.Provider), new ParticipantJoined(Cllr, Role.Member),
        new ParticipantJoined(Olu, Role.Evaluator), new ParticipantJoined(Priya, Role.Moderator));

    /// <summary>Begun, with Amina's words that became an idea, a trial that works, an outcome with a measure, and two clauses.</summary>
    public static Given<ProjectDecider, Project, IProjectCommand> Grown { get; } = Begun
        .By(Amina,
            new InsightCaptured(Dark, "It is dark by the sea.", SourceKind.Carer, ["evening"]),
            new InsightCaptured(Bench, "There is no bench.", SourceKind.ServiceUser, []),
            new IdeaProposed(Wardens, "Wardens", "Somebody whom people know."),
            new LinkMade(Link(On(Dark), On(Wardens))))
        .By(Fay,
            new TrialStarted(Fortnight, Wardens, 1, "People come back.", "We ask them."),
            new LinkMade(Link(On(Wardens), On(Fortnight))),
            new TrialConcluded(Fortnight, "They came.", Verdict.Works),
            new OutcomeDescribed(Safe, "People feel safe in the evening."),
            new LinkMade(Link(On(Fortnight), On(Safe))),
            new MeasureAdded(Asked, Safe, new Gauge(MeasureKind.Qualitative, "", null, null, null, "", "Do you feel safe?", "Everybody", ""), Bound.Provider),
            new LinkMade(Link(On(Safe), On(Asked))))
        .By(Tom,
            new ClauseAdded(Evenings, "Evenings", ClauseKind.Need), new LinkMade(Link(On(Safe), On(Evenings))),
            new ClauseAdded(Winters, "Winters", ClauseKind.Need));

    /// <summary>Grown, with Amina's name for what some words have in common.</summary>
    public static Given<ProjectDecider, Project, IProjectCommand> Themed { get; } =
        Grown.By(Amina, new ThemeMade(Evening, "The evening"), new LinkMade(Link(On(Dark), On(Evening))));

    public static ThreadLink Link(ThreadRef from, ThreadRef to) => new(from, to);

    public static ThreadRef On(InsightId id) => new(ThreadKind.Insight, id.Value);

    public static ThreadRef On(ThemeId id) => new(ThreadKind.Theme, id.Value);

    public static ThreadRef On(IdeaId id) => new(ThreadKind.Idea, id.Value);

    public static ThreadRef On(TrialId id) => new(ThreadKind.Trial, id.Value);

    public static ThreadRef On(OutcomeId id) => new(ThreadKind.Outcome, id.Value);

    public static ThreadRef On(MeasureId id) => new(ThreadKind.Measure, id.Value);

    public static ThreadRef On(ClauseId id) => new(ThreadKind.Clause, id.Value);

    private static Guid Named(string what) => Derived.Guid(Guid.Empty, what);
}
