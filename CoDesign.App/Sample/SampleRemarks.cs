using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Text;

namespace CoDesign.App.Sample;

/// <summary>
/// What somebody says about a clause, by its place in the list, from 0; other words make it a suggestion. With an answer by somebody,
/// and with what became of it, where something did.
/// </summary>
public sealed record SampleRemark(
    int Clause, string By, string Quote, string Text, string? Instead, string? Mention, string? ReplyBy, string? Reply, Settlement? Settled, string? Reason);

/// <summary>Tells what people said about the clauses of a story, and what became of it.</summary>
public sealed class SampleRemarks(SampleActs acts, SampleStory story, IReadOnlyList<Guid> clauses, DateTimeOffset at)
{
    /// <summary>Tells it.</summary>
    public async Task TellAsync()
    {
        foreach (var (remark, index) in story.Remarks.Select((remark, index) => (remark, index)))
        {
            var text = new ClauseId(clauses[remark.Clause]).Text;
            ParticipantId? mention = remark.Mention is { } asked ? acts.Cast[asked] : null;
            ITextCommand said = remark.Instead is { } instead ? new Suggest(remark.Quote, null, instead, remark.Text) : new Comment(remark.Quote, null, remark.Text, mention);
            var id = new RemarkId(await acts.DoAsync($"remark-{index}", remark.By, at, said, text));
            if (remark.ReplyBy is { } by) await acts.DoAsync($"reply-{index}", by, at, new ReplyToRemark(id, remark.Reply, null), text);
            if (remark.Settled is { } settled) await acts.DoAsync($"settle-{index}", "commissioner", at, Settle(id, settled, remark.Reason), text);
        }
    }

    private static ITextCommand Settle(RemarkId id, Settlement settled, string? reason) => settled switch
    {
        Settlement.Accepted => new AcceptSuggestion(id, reason),
        Settlement.Declined => new DeclineSuggestion(id, reason),
        _ => new ResolveComment(id, reason),
    };
}
