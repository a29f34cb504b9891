using CoDesign.App.Thread;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Specifications;
using CoDesign.Domain.Thread;

namespace CoDesign.App.Sample;

/// <summary>Tells that everybody gets an answer before a tender is published: every gap that is left carries its reason.</summary>
public sealed class SampleGaps(SampleActs acts, StreamId project)
{
    /// <summary>Tells it.</summary>
    public async Task ExplainAsync(DateTimeOffset at)
    {
        var gaps = acts.Read(reading => CoverageReading.View(reading, new ProjectId(project.Value), acts.Cast["commissioner"]))?.Gaps ?? [];
        foreach (var (gap, index) in gaps.Where(gap => gap.Why is null).Select((gap, index) => (gap, index)))
        {
            var (reason, words) = gap.Node.Ref.Kind switch
            {
                ThreadKind.Insight => (GapReason.ForLater, "This contract can’t do it. We keep it for the next one, and have told the people who plan it."),
                ThreadKind.Clause => (GapReason.Policy, "The county asks for this in every contract."),
                _ => (GapReason.Policy, "The county asks this of everybody who bids."),
            };
            await acts.DoAsync($"explain-{index}", "commissioner", at, new ExplainGap(gap.Node.Ref, reason, words), project);
        }
    }
}
