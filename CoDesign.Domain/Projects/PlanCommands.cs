using CoDesign.Domain.Kernel;
using CoDesign.Domain.Thread;
using CoDesign.Domain.Workshops;

namespace CoDesign.Domain.Projects;

/// <summary>Something asked of a project's plan, which all who take part make together.</summary>
public interface IPlanCommand : IProjectCommand;

/// <summary>Says anew what the project is called, what it is for and what people agree to. Commissioners and facilitators only.</summary>
/// <param name="Name">1 to 120 characters.</param>
/// <param name="Purpose">1 to 2,000 characters.</param>
/// <param name="Consent">What people agree to when they join, up to 2,000 characters.</param>
public sealed record DescribeProject(string? Name, string? Purpose, string? Consent) : IPlanCommand;

/// <summary>Goes on, or back, to another phase. Commissioners and facilitators only.</summary>
/// <param name="Phase">Where to.</param>
/// <param name="Reason">Why, up to 1,000 characters; must be given where the phase that is left lacks something, and on the way back.</param>
public sealed record EnterPhase(Phase Phase, string? Reason) : IPlanCommand;

/// <summary>Names a decision that people can influence, or changes one.</summary>
/// <param name="Item">The line to change; null for a new one.</param>
/// <param name="Decision">What is to be decided, 1 to 300 characters.</param>
/// <param name="WhoDecides">Who decides in the end, 1 to 200 characters.</param>
/// <param name="ByWhen">By when, where known.</param>
/// <param name="Rung">How far people take part in it.</param>
public sealed record WriteInfluence(PlanItemId? Item, string? Decision, string? WhoDecides, DateOnly? ByWhen, Rung Rung) : IPlanCommand;

/// <summary>Names people whom the project is about, or changes what is said of them.</summary>
/// <param name="Item">The line to change; null for a new one.</param>
/// <param name="Who">A kind of people, never a person: 1 to 120 characters.</param>
/// <param name="How">How the service matters to them, up to 300 characters.</param>
/// <param name="Standing">How far they are in it.</param>
/// <param name="Next">What we do so that they can take part, up to 300 characters.</param>
public sealed record WriteAffected(PlanItemId? Item, string? Who, string? How, Standing Standing, string? Next) : IPlanCommand;

/// <summary>Names who else needs to know, or changes what is said of it.</summary>
/// <param name="Item">The line to change; null for a new one.</param>
/// <param name="Who">1 to 120 characters.</param>
/// <param name="How">How they are told, 1 to 300 characters.</param>
/// <param name="ByWhen">By when, where known.</param>
/// <param name="Told">Whether it is done.</param>
public sealed record WriteInformed(PlanItemId? Item, string? Who, string? How, DateOnly? ByWhen, bool Told) : IPlanCommand;

/// <summary>Names a risk, or changes what is said of it.</summary>
/// <param name="Item">The line to change; null for a new one.</param>
/// <param name="Risk">What could go wrong, 1 to 300 characters.</param>
/// <param name="Answer">What we do about it, 1 to 300 characters.</param>
public sealed record WriteRisk(PlanItemId? Item, string? Risk, string? Answer) : IPlanCommand;

/// <summary>Takes a line out of the plan.</summary>
public sealed record RemovePlanItem(PlanItemId Item) : IPlanCommand;

/// <summary>Puts an activity in the plan; its board is set up with it.</summary>
/// <param name="Plan">The activity; see <see cref="ActivityPlan"/> for what is refused.</param>
/// <param name="Board">What its board is for; see <see cref="BoardSetup"/>.</param>
public sealed record PlanActivity(ActivityPlan? Plan, BoardSetup? Board) : IPlanCommand;

/// <summary>Plans an activity otherwise; one that is over stays as it was.</summary>
public sealed record ChangeActivity(ActivityId Activity, ActivityPlan? Plan) : IPlanCommand;

/// <summary>Says that an activity will not happen, and why. Commissioners and facilitators only.</summary>
/// <param name="Activity">One that is to come.</param>
/// <param name="Reason">1 to 500 characters.</param>
public sealed record CancelActivity(ActivityId Activity, string? Reason) : IPlanCommand;

/// <summary>Notes that an activity's board opened or closed.</summary>
public sealed record MoveActivity(ActivityId Activity, ActivityState State) : IProjectCommand, ISystemCommand;

/// <summary>Takes a note of a board in as an insight or an idea.</summary>
/// <param name="Origin">Where it was written, and by whom.</param>
/// <param name="As">Insight or idea.</param>
/// <param name="Thing">Its identifier in the project.</param>
/// <param name="Text">The words.</param>
/// <param name="Source">Whose words.</param>
public sealed record TakeNote(NoteOrigin Origin, ThreadKind As, Guid Thing, string Text, SourceKind Source) : IProjectCommand, ISystemCommand;
