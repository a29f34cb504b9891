using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using static CoDesign.Domain.Workshops.BoardRefusals;

namespace CoDesign.Domain.Workshops;

/// <content>How people vote, and how votes given on paper or by phone are counted in.</content>
public sealed partial class BoardDecider
{
    private static Decision Cast(Board state, CastBallot c, Context context)
    {
        if (state.Ballot is not { } ballot) return state.Stage is null ? NotOpen : NoVote;
        if (Check(ballot, c.Marks, c.Reasons, out var marks, out var reasons) is { } bad) return bad;
        var cast = new BallotCast(ballot.Id, marks, reasons);
        return AreSame(ballot.PaperOf(context.Actor), ballot.Take(context.Actor, cast).PaperOf(context.Actor)) ? Decision.Accept() : Decision.Accept(cast);
    }

    private static Decision CountIn(Board state, CountInVote c, Context context)
    {
        if (state.Ballot is not { } ballot) return NoVote;
        var mine = ballot.CountedInBy(context.Actor);
        var before = mine.Find(paper => paper.Id == c.Paper);
        if (c.Paper is not null && before is null) return Refusal.NotFound;
        if (Written.Words(c.ForWhom, "forWhom", "whose vote it is", 80, out var whom) is { } badWhom) return badWhom;
        if (mine.Exists(paper => paper != before && string.Equals(paper.ForWhom, whom, StringComparison.OrdinalIgnoreCase))) return CountedAlready;
        if (Check(ballot, c.Marks, c.Reasons, out var marks, out var reasons) is { } bad) return bad;
        if (marks.IsEmpty) return NothingMarked;
        if (before is null && !c.Agreed) return VoteNotAgreed;
        if (before is not null && before.ForWhom == whom && AreSame(before.Paper, Ballot.Read(marks, reasons))) return Decision.Accept();
        var id = before?.Id ?? new PaperId(context.NewId());
        return Decision.Make(id.Value, new VoteCountedIn(ballot.Id, id, whom, marks, reasons));
    }

    private static Decision TakeOut(Board state, TakeOutVote c, Context context)
    {
        if (state.Ballot is not { } ballot) return NoVote;
        return ballot.CountedInBy(context.Actor).Exists(paper => paper.Id == c.Paper) ? Decision.Accept(new VoteTakenOut(ballot.Id, c.Paper)) : Refusal.NotFound;
    }

    /// <summary>What is refused of a vote, whoever gives it and in whatever way, and what is left once it is put in order.</summary>
    private static Refusal? Check(
        Ballot ballot, ImmutableDictionary<string, int>? asked, ImmutableDictionary<string, string>? why,
        out ImmutableDictionary<string, int> marks, out ImmutableDictionary<string, string> reasons)
    {
        marks = (asked ?? ImmutableDictionary<string, int>.Empty).Where(mark => ballot.Deciding != Deciding.Dots || mark.Value != 0).ToImmutableDictionary();
        reasons = ImmutableDictionary<string, string>.Empty;
        var kept = reasons.ToBuilder();
        foreach (var (option, text) in why ?? reasons)
        {
            if (Written.OptionalWords(text, "reasons", "your reason", 500, out var reason) is { } badReason) return badReason;
            if (reason.Length > 0) kept[option] = reason;
        }

        reasons = kept.ToImmutable();
        var options = ballot.Options.Select(option => option.Id.ToString("n")).ToHashSet();
        if (!marks.Keys.Concat(reasons.Keys).All(options.Contains)) return OptionUnknown;
        var (least, most) = ballot.Range;
        if (ballot.Deciding == Deciding.Dots && marks.Values.All(mark => mark > 0) && marks.Values.Sum(mark => (long)mark) > ballot.Dots) return OverBudget(ballot.Dots);
        if (marks.Values.Any(mark => mark < least || mark > most)) return MarkOutOfRange(least, most);
        if (ballot.Deciding == Deciding.Ranking && marks.Values.Distinct().Count() != marks.Count) return PlaceTwice;
        foreach (var (option, mark) in marks)
        {
            if (ballot.Deciding == Deciding.Consent && mark == 0 && !reasons.ContainsKey(option)) return ObjectionWithoutReason;
        }

        return null;
    }

    private static bool AreSame(Paper before, Paper after) =>
        before.Marks.Count == after.Marks.Count && before.Reasons.Count == after.Reasons.Count
        && before.Marks.All(mark => after.Marks.TryGetValue(mark.Key, out var now) && now == mark.Value)
        && before.Reasons.All(reason => after.Reasons.TryGetValue(reason.Key, out var now) && now == reason.Value);
}
