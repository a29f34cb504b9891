using System.Collections.Immutable;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;

namespace CoDesign.Domain.Evaluations;

/// <summary>Something asked of a panel.</summary>
public interface IPanelCommand : ICommand;

/// <summary>Makes the panel of a new tender.</summary>
public sealed record ConvenePanel(TenderId Tender, ProjectId Project) : IPanelCommand, ISystemCommand, ICreation;

/// <summary>
/// Appoints somebody to score, in one of the tender's groups. Commissioners only: until the opening begins, and, for who comes
/// in somebody's place, from when the bids are open until moderation. From then on until the award, one for each of a group of whom the
/// moderator noted that they can't go on; they score nothing. Who was let go meanwhile can't come back, and nobody changes their group.
/// </summary>
public sealed record AppointEvaluator(ParticipantId Person, string? Group) : IPanelCommand;

/// <summary>
/// Lets an evaluator go who can't score: a commissioner's act until the opening begins, the moderator's from when the bids
/// are open until moderation. Who has locked their scores stays.
/// </summary>
public sealed record ReleaseEvaluator(ParticipantId Person) : IPanelCommand;

/// <summary>Appoints who chairs, in place of who did; they don't score. Commissioners only, until the award.</summary>
public sealed record AppointModerator(ParticipantId Person) : IPanelCommand;

/// <summary>Says that the bids are to be opened: after the deadline, by the moderator and one other of the panel.</summary>
public sealed record ApproveOpening : IPanelCommand;

/// <summary>Hands the opened bids to the panel, called by who bids where <paramref name="Named"/>, else by letters.</summary>
public sealed record ReceiveBids(ImmutableArray<ReceivedBid> Bids, bool Named = false) : IPanelCommand, ISystemCommand;

/// <summary>Says whether one has an interest in a bid, before anything of it is seen.</summary>
/// <param name="Bid">The bid.</param>
/// <param name="Conflict">Whether there is an interest; it removes one from this bid for good.</param>
/// <param name="Note">What it is, up to 1,000 characters; must be said where there is one.</param>
public sealed record DeclareInterests(BidId Bid, bool Conflict, string? Note) : IPanelCommand;

/// <summary>Scores the answer of one bid to one question; may be changed until locked.</summary>
/// <param name="Bid">The bid.</param>
/// <param name="Question">The question.</param>
/// <param name="Points">A step of the scale.</param>
/// <param name="Reason">Why, in one's own words, 1 to 4,000 characters.</param>
public sealed record ScoreAnswer(BidId Bid, CriterionId Question, int? Points, string? Reason) : IPanelCommand;

/// <summary>Locks one's scores, once all are given.</summary>
public sealed record LockScores : IPanelCommand;

/// <summary>Lets the panel talk about the scores, once all have locked theirs. The moderator only.</summary>
/// <param name="OneByOne">
/// Whether each answer's scores are shown when the panel comes to it, as is always so where the tender says that scores are agreed;
/// otherwise all of them are on the table at once.
/// </param>
public sealed record OpenModeration(bool OneByOne = false) : IPanelCommand;
