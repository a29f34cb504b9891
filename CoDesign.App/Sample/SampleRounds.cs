using System.Collections.Immutable;
using CoDesign.App.Shell;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Tenders;

namespace CoDesign.App.Sample;

/// <summary>A round after what is written: held on the first working day on or after so many days ago, for one bid after the other.</summary>
public sealed record SampleRound(ScoringRound Round, double HeldDaysAgo, double ScoredDaysAgo, ImmutableArray<SampleHeld> Held);

/// <summary>Who was there when it was held for a bid, and what was heard and seen for each question of the round.</summary>
public sealed record SampleHeld(string Present, ImmutableArray<string> Heard);

/// <summary>Tells how interviews and visits were held and others asked about past work, and what was heard and seen.</summary>
public sealed class SampleRounds(SampleActs acts, SampleTender plan, TenderId tender, List<CriterionId> questions, List<BidId> bids)
{
    /// <summary>Minutes from the beginning of one to that of the next.</summary>
    private const int Apart = 75;

    /// <summary>Opens a round and holds it for every bid.</summary>
    public async Task HoldAsync(SampleRound round)
    {
        await DoAsync($"{round.Round}", round.HeldDaysAgo + 0.5, new OpenRound(round.Round));
        var first = UkTime.At(WorkingDays.OnOrAfter(UkTime.DayOf(acts.Ago(round.HeldDaysAgo))).ToDateTime(new TimeOnly(10, 30)));
        CriterionId[] asked = [.. questions.Zip(plan.Questions).Where(pair => pair.Second.Round == round.Round).Select(pair => pair.First)];
        foreach (var (held, index) in round.Held.Select((held, index) => (held, index)))
        {
            await DoAsync($"{round.Round}-{index}-held", round.ScoredDaysAgo, new RecordRound(bids[index], first.AddMinutes(index * Apart), held.Present));
            foreach (var (heard, place) in held.Heard.Select((heard, place) => (heard, place)))
                await DoAsync($"{round.Round}-{index}-heard-{place}", round.ScoredDaysAgo, new NoteEvidence(bids[index], asked[place], heard));
        }
    }

    private Task<Guid> DoAsync(string key, double daysAgo, IPanelCommand command) =>
        acts.DoAsync($"round-{key}", "moderator", acts.Ago(daysAgo), command, tender.Panel.Stream);
}
