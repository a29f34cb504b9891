using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using static CoDesign.Domain.Evaluations.AwardRefusals;
using static CoDesign.Domain.Evaluations.PanelRefusals;

namespace CoDesign.Domain.Evaluations;

/// <content>The award, by two people.</content>
public sealed partial class PanelDecider
{
    private static Decision DecideAward(Panel state, IAwardCommand command, Tender tender, Project project, Context context) => command switch
    {
        WriteSummary c => WhyNotModerate(state, project, context) ?? Write(state, c, tender, project),
        ProposeAward c => WhyNotModerate(state, project, context) ?? Propose(state, c, tender, project),
        ApproveAward c => WhyNotCommission(state, project, context) ?? Approve(state, c, tender, project, context),
        SendBackAward c => WhyNotCommission(state, project, context) ?? SendBack(state, c, tender),
        IAfterAwardCommand c => DecideAfterAward(state, c, tender, project, context),
        _ => throw new InvalidOperationException($"A panel knows no command {command.GetType().Name}."),
    };

    private static Decision? WhyNotModerate(Panel state, Project project, Context context)
    {
        if (!state.IsOn(context.Actor)) return Refusal.NotFound;
        if (state.IsBidder(context.Actor)) return BidderSits;
        if (!state.IsInRoom(context.Actor, project)) return Refusal.NotFound;
        if (state.Moderator != context.Actor) return NotModerator;
        if (state.Bids is null) return NotOpen;
        return state.InModeration ? null : (Decision)NotInModeration;
    }

    private static Decision? WhyNotCommission(Panel state, Project project, Context context)
    {
        if (!project.Holds(context.Actor, Role.Commissioner) || state.IsBidder(context.Actor))
            return state.IsInRoom(context.Actor, project) ? NotApprover : Refusal.NotFound;
        return null;
    }

    private static Decision Write(Panel state, WriteSummary c, Tender tender, Project project)
    {
        if (state.IsDone) return Awarded;
        if (state.Bids?.Find(bid => bid.Bid == c.Bid) is null) return Refusal.NotFound;
        if (state.Proposals.Exists(proposed => state.Waiting(proposed.Lot) is not null)) return SummaryProposed;
        if (WhyUnsettled(state, tender, project) is { } unsettled) return unsettled;
        var row = Row(state, tender, c.Bid);
        var parts = new List<SummaryPart>();
        foreach (var (given, index) in (c.Parts.IsDefault ? [] : c.Parts).Select((given, index) => (given, index)))
        {
            if (row.Questions.FirstOrDefault(part => part.Question.Id == given.Question) is not { IsUnscored: false } answer) return Refusal.NotFound;
            if (Written.Words(given.Words, "words", $"why the answer to “{answer.Question.Title}” has its score", 4_000, out var words) is { } bad)
                return bad with { Field = $"parts[{index}].words" };
            if (given.Basis is { Length: > 0 } basis && basis != Summaries.BasisOf(answer)) return SummaryChanged(answer.Question.Title) with { Field = $"parts[{index}].words" };
            parts.Add(new SummaryPart(c.Bid, given.Question, words, Summaries.BasisOf(answer)));
        }

        ImmutableArray<SummaryPart> changed = [.. parts.Where(part => !state.Summaries.Contains(part))];
        return changed.IsEmpty ? Decision.Accept() : Decision.Accept(new SummaryWritten(c.Bid, changed));
    }

    private static Decision Propose(Panel state, ProposeAward c, Tender tender, Project project)
    {
        if (state.IsDone) return Awarded;
        if (Find(tender, c.Lot) is not { } lot) return LotUnknown;
        if (state.Waiting(lot.Id) is not null) return AlreadyProposed;
        if (Written.OptionalWords(c.Decision, "decision", "the decision", 2_000, out var decision) is { } bad) return bad;
        return WhyNotAward(state, tender, project, lot, c.Bid, decision) is { } refused ? refused : Decision.Accept(new AwardProposed(lot.Id, c.Bid, decision));
    }

    private static Decision Approve(Panel state, ApproveAward c, Tender tender, Project project, Context context)
    {
        if (Find(tender, c.Lot) is not { } lot) return LotUnknown;
        if (state.Waiting(lot.Id) is not { } proposed) return NothingProposed;
        if (proposed.By == context.Actor) return NotApprover;

        // What was true when it was proposed may not be any more: another lot was won meanwhile, or an interest was found.
        if (WhyNotAward(state, tender, project, lot, proposed.Bid, proposed.Decision) is not null) return NoLongerFirst;
        var rule = StandstillRule.Of(tender);
        var days = c.StandstillDays ?? (rule.IsVoluntary ? 0 : rule.Least);
        if (!rule.Allows(days)) return StandstillRange(rule);
        var made = new AwardMade(proposed.Bid, lot.Id, state.IsLast(tender, lot.Id), days);
        return made.IsLast ? Decision.Accept([made, .. Announced(state.Awards.Add(new LotAward(lot.Id, made.Bid, days)), state, tender, project, context)]) : Decision.Accept(made);
    }

    private static Decision SendBack(Panel state, SendBackAward c, Tender tender)
    {
        if (Find(tender, c.Lot) is not { } lot) return LotUnknown;
        if (state.Waiting(lot.Id) is null) return NothingProposed;
        return Written.Words(c.Reason, "reason", "what the moderator is to look at again", 2_000, out var reason) is { } bad
            ? bad
            : Decision.Accept(new AwardSentBack(lot.Id, reason));
    }

    private static Refusal? WhyNotAward(Panel state, Tender tender, Project project, Lot lot, Bids.BidId chosen, string decision)
    {
        if (WhyNotSettle(state, tender, lot) is { } settled) return settled;
        if (!state.Bids!.Exists(bid => bid.Bid == chosen)) return Refusal.NotFound;
        if (WhyUnsettled(state, tender, project) is { } unsettled) return unsettled;
        var (_, result, first) = state.ResultOf(tender, lot, state.Bids);
        if (result.Rows.FirstOrDefault(row => row.IsUnscored && !row.IsExcluded) is { } unscored) return AwardUnscored(unscored.Label);
        if (!first.Contains(chosen)) return result.Rows.Any(row => row.Bid == chosen) && state.HasWonEnough(tender, chosen) ? WonEnough : NotFirst;
        if (first.Length > 1 && decision.Length == 0) return Tied;
        return Summaries.Gap(state, AllRows(state, tender)) is { } gap ? SummaryGap(gap.Label, gap.Question, gap.State) : null;
    }

    /// <summary>Answers are scored once for all lots, so any lot that a bid is for has them.</summary>
    private static ResultRow Row(Panel state, Tender tender, Bids.BidId bid) => AllRows(state, tender).First(row => row.Bid == bid);

    private static IEnumerable<ResultRow> AllRows(Panel state, Tender tender) =>
        tender.Lots.SelectMany(lot => state.ResultOf(tender, lot, state.Bids ?? []).Result.Rows).DistinctBy(row => row.Bid);

    private static Refusal? WhyUnsettled(Panel state, Tender tender, Project project) =>
        Moderation.Of(state, tender, project).Unsettled is { } unsettled ? ModerationRefusals.AwardUnsettled(unsettled.Label, unsettled.Question) : null;
}
