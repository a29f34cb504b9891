using CoDesign.Domain.Kernel;
using CoDesign.Domain.Thread;
using CoDesign.Domain.Workshops;
using static CoDesign.Domain.Projects.ProjectRefusals;

namespace CoDesign.Domain.Projects;

/// <content>How the plan is made together.</content>
public sealed partial class ProjectDecider
{
    /// <summary>How many lines a plan has at most, activities too.</summary>
    public const int MostPlanned = 1_000;

    private static Decision OfPlan(Project state, IPlanCommand command, Context context)
    {
        if (command is DescribeProject or EnterPhase or CancelActivity && !state.IsOfficer(context.Actor)) return NotOfficer;
        return command switch
        {
            DescribeProject c => Describe(state, c),
            EnterPhase c => Enter(state, c, context),
            WriteInfluence c => Write(state, c, context),
            WriteAffected c => Write(state, c, context),
            WriteInformed c => Write(state, c, context),
            WriteRisk c => Write(state, c, context),
            RemovePlanItem c => state.Plan.Has(c.Item) ? Decision.Accept(new PlanItemRemoved(c.Item)) : Refusal.NotFound,
            PlanActivity c => Plan(state, c, context),
            ChangeActivity c => Change(state, c),
            CancelActivity c => Cancel(state, c),
            _ => throw new InvalidOperationException($"A project knows no command {command.GetType().Name}."),
        };
    }

    private static Decision Describe(Project state, DescribeProject c)
    {
        if (Written.Words(c.Name, "name", "a name for the project", 120, out var name) is { } badName) return badName;
        if (Written.Words(c.Purpose, "purpose", "what the project is for", 2_000, out var purpose) is { } badPurpose) return badPurpose;
        if (Written.OptionalWords(c.Consent, "consent", "what people agree to", 2_000, out var consent) is { } badConsent) return badConsent;
        return (name, purpose, consent) == (state.Name, state.Purpose, state.Plan.Consent)
            ? Decision.Accept()
            : Decision.Accept(new ProjectDescribed(name, purpose, consent));
    }

    private static Decision Enter(Project state, EnterPhase c, Context context)
    {
        if (Written.Choice(c.Phase, "phase", "a phase") is { } badPhase) return badPhase;
        if (Written.OptionalWords(c.Reason, "reason", "why", 1_000, out var reason) is { } badReason) return badReason;
        var now = state.Plan.Phase;
        if (c.Phase == now) return Decision.Accept();
        var missing = PhaseOutput.MissingFrom(ProjectView.For(state, context.Actor)!, now);
        if (reason.Length == 0 && c.Phase < now) return BackReasonMissing;
        if (reason.Length == 0 && !missing.IsEmpty) return PhaseReasonMissing;
        return Decision.Accept(new PhaseEntered(c.Phase, missing, reason));
    }

    private static Decision Write(Project state, WriteInfluence c, Context context)
    {
        if (Written.Words(c.Decision, "decision", "what is to be decided", 300, out var decision) is { } badDecision) return badDecision;
        if (Written.Words(c.WhoDecides, "whoDecides", "who decides in the end", 200, out var who) is { } badWho) return badWho;
        if (Written.Choice(c.Rung, "rung", "how far people take part") is { } badRung) return badRung;
        return Put(state, c.Item, context, state.Plan.Influences.Exists(i => i.Id == c.Item), item => new InfluenceWritten(item, decision, who, c.ByWhen, c.Rung));
    }

    private static Decision Write(Project state, WriteAffected c, Context context)
    {
        if (Written.Words(c.Who, "who", "whom this is about", 120, out var who) is { } badWho) return badWho;
        if (Written.OptionalWords(c.How, "how", "how the service matters to them", 300, out var how) is { } badHow) return badHow;
        if (Written.Choice(c.Standing, "standing", "how far they are in it") is { } badStanding) return badStanding;
        if (Written.OptionalWords(c.Next, "next", "what we do next", 300, out var next) is { } badNext) return badNext;
        return Put(state, c.Item, context, state.Plan.Affected.Exists(a => a.Id == c.Item), item => new AffectedWritten(item, who, how, c.Standing, next));
    }

    private static Decision Write(Project state, WriteInformed c, Context context)
    {
        if (Written.Words(c.Who, "who", "who needs to know", 120, out var who) is { } badWho) return badWho;
        if (Written.Words(c.How, "how", "how they are told", 300, out var how) is { } badHow) return badHow;
        return Put(state, c.Item, context, state.Plan.Informed.Exists(i => i.Id == c.Item), item => new InformedWritten(item, who, how, c.ByWhen, c.Told));
    }

    private static Decision Write(Project state, WriteRisk c, Context context)
    {
        if (Written.Words(c.Risk, "risk", "what could go wrong", 300, out var risk) is { } badRisk) return badRisk;
        if (Written.Words(c.Answer, "answer", "what we do about it", 300, out var answer) is { } badAnswer) return badAnswer;
        return Put(state, c.Item, context, state.Plan.Risks.Exists(r => r.Id == c.Item), item => new RiskWritten(item, risk, answer));
    }

    private static Decision Put(Project state, PlanItemId? item, Context context, bool exists, Func<PlanItemId, IPlanEvent> written)
    {
        if (item is { } there) return exists ? Decision.Accept(written(there)) : Refusal.NotFound;
        if (state.Plan.Length >= MostPlanned) return Full;
        var made = new PlanItemId(context.NewId());
        return Decision.Make(made.Value, written(made));
    }

    private static Decision Plan(Project state, PlanActivity c, Context context)
    {
        if (state.Plan.Length >= MostPlanned) return Full;
        if (Check(state, c.Plan, out var plan) is { } badPlan) return badPlan;
        if (BoardSetup.Check(c.Board, out var board) is { } badBoard) return badBoard;
        var id = new ActivityId(context.NewId());
        return Decision.Make(id.Value, new ActivityPlanned(id, plan, board));
    }

    private static Decision Change(Project state, ChangeActivity c)
    {
        if (state.Plan.Activities.Find(a => a.Id == c.Activity) is not { } activity) return Refusal.NotFound;
        if (activity.State is ActivityState.Finished or ActivityState.Cancelled) return ActivityOver;
        if (Check(state, c.Plan, out var plan) is { } badPlan) return badPlan;
        return plan == activity.Plan ? Decision.Accept() : Decision.Accept(new ActivityChanged(c.Activity, plan));
    }

    private static Decision Cancel(Project state, CancelActivity c)
    {
        if (state.Plan.Activities.Find(a => a.Id == c.Activity) is not { } activity) return Refusal.NotFound;
        if (activity.State != ActivityState.Planned) return ActivityBegun;
        if (Written.Words(c.Reason, "reason", "why it will not happen", 500, out var reason) is { } badReason) return badReason;
        return Decision.Accept(new ActivityMoved(c.Activity, ActivityState.Cancelled, reason));
    }

    /// <summary>Of the system: a board opened or closed. One that was called off stays so.</summary>
    private static Decision Move(Project state, MoveActivity c) =>
        state.Plan.Activities.Find(a => a.Id == c.Activity) is { } activity && activity.State != c.State && activity.State != ActivityState.Cancelled
            ? Decision.Accept(new ActivityMoved(c.Activity, c.State, ""))
            : Decision.Accept();

    /// <summary>Of the system: a note goes on. An idea is called by the beginning of its words.</summary>
    private static Decision Take(Project state, TakeNote c)
    {
        if (state.Has(new ThreadRef(c.As, c.Thing))) return Decision.Accept();
        if ((c.As == ThreadKind.Idea ? state.Ideas.Count : state.Insights.Count) >= Most) return Full;
        return c.As == ThreadKind.Idea
            ? Decision.Accept(new IdeaProposed(new IdeaId(c.Thing), TitleOf(c.Text), c.Text, c.Origin))
            : Decision.Accept(new InsightCaptured(new InsightId(c.Thing), c.Text, c.Source, [], c.Origin));
    }

    private static string TitleOf(string words)
    {
        if (words.Length <= 120) return words;
        var end = words.LastIndexOf(' ', 118) is var space and > 60 ? space : char.IsHighSurrogate(words[117]) ? 117 : 118;
        return string.Concat(words.AsSpan(0, end), "…");
    }

    private static Refusal? Check(Project state, ActivityPlan? asked, out ActivityPlan plan)
    {
        plan = null!;
        if (asked is null) return new Refusal("plan.empty", "Say what the activity is.", "plan");
        if (Written.Words(asked.Title, "plan.title", "what the activity is called", 120, out var title) is { } badTitle) return badTitle;
        if (Written.OptionalWords(asked.Purpose, "plan.purpose", "what it is for", 1_000, out var purpose) is { } badPurpose) return badPurpose;
        if (Written.Choice(asked.Phase, "plan.phase", "a phase") is { } badPhase) return badPhase;
        if (Written.Choice(asked.Rung, "plan.rung", "how far people take part") is { } badRung) return badRung;
        if (asked.Lead is { } lead && !state.People.ContainsKey(lead)) return LeadUnknown;
        if (asked.Minutes is < 0 or > 10_080) return MinutesOutOfRange;
        if (Written.OptionalWords(asked.Place, "plan.place", "where it is", 200, out var place) is { } badPlace) return badPlace;
        if (Written.OptionalWords(asked.Link, "plan.link", "the web address", 500, out var link) is { } badLink) return badLink;
        if (link.Length > 0 && !(Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")) return LinkForm;
        if (Written.OptionalWords(asked.AccessNeeds, "plan.accessNeeds", "what makes it open to everybody", 1_000, out var access) is { } badAccess) return badAccess;
        if (Written.OptionalWords(asked.Thanks, "plan.thanks", "how people are thanked", 500, out var thanks) is { } badThanks) return badThanks;
        if (Written.OptionalWords(asked.Method, "plan.method", "the card", 80, out var method) is { } badMethod) return badMethod;
        plan = new ActivityPlan(title, purpose, asked.Phase, asked.Rung, asked.Lead, asked.Starts, asked.Minutes, place, link, access, thanks, method);
        return null;
    }
}
