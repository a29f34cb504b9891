using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;

namespace CoDesign.Domain.Evaluations;

/// <content>What of the tender's timetable has really happened, as the panel's own history has it.</content>
public sealed partial record Panel
{
    /// <summary>When two people had opened the bids, UTC; null before.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>When the last lot was awarded or ended, UTC; null before.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>
    /// When milestones were reached, UTC. Not how far scoring and moderation are: until the decision that is the panel's to know.
    /// </summary>
    [JsonIgnore]
    public ImmutableDictionary<MilestoneKind, DateTimeOffset> Reached
    {
        get
        {
            var reached = ImmutableDictionary.CreateBuilder<MilestoneKind, DateTimeOffset>();
            if (OpenedAt is { } opened) reached[MilestoneKind.Opening] = opened;
            if (DoneAt is { } done) reached[MilestoneKind.Decision] = done;
            if (IsDone && !Awards.IsEmpty && Awards.TrueForAll(award => Signed.Exists(signed => signed.Lot == award.Lot))) reached[MilestoneKind.Signed] = Signed.Max(signed => signed.At);
            return reached.ToImmutable();
        }
    }

    private Panel SettledBy(Recorded happened) => IsDone ? this with { DoneAt = happened.At } : this;
}
