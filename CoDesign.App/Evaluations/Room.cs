using System.Text.Json;
using CoDesign.App.Live;
using CoDesign.App.Projects;
using CoDesign.App.Storage;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;

namespace CoDesign.App.Evaluations;

/// <summary>The moderation room on one screen: where the panel is, and the answer that is looked at.</summary>
/// <param name="View">Where the panel is, without the list of all answers.</param>
/// <param name="At">The answer that is looked at: the panel's, or one that the reader chose.</param>
/// <param name="Final">How many answers open to the reader need nothing more.</param>
/// <param name="Of">How many there are.</param>
/// <param name="IsAwarded">Whether the award is made.</param>
/// <param name="AnsweredAt">When the moderator last answered a request for help that the reader is to read; null for never.</param>
public sealed record Room(ModerationView View, AnswerOnTable? At, int Final, int Of, bool IsAwarded, DateTimeOffset? AnsweredAt)
{
    private readonly byte[] _sent = JsonSerializer.SerializeToUtf8Bytes(new { View, At, Final, Of, IsAwarded, AnsweredAt }, DomainJson.Options);

    /// <summary>The room for a reader; null where there is none for them.</summary>
    /// <param name="reading">Where to look.</param>
    /// <param name="id">The panel.</param>
    /// <param name="at">The answer that the reader chose; null to follow the panel.</param>
    /// <param name="viewer">Who reads.</param>
    public static Room? Read(Reading reading, PanelId id, AnswerOf? at, ParticipantId viewer)
    {
        if (reading.Find<Panel>(id.Stream) is not { } panel) return null;
        var (tender, project) = (reading.Find<Tender>(panel.Tender.Stream), reading.Find<Project>(panel.Project.Stream));
        if (ModerationView.For(panel, tender, project, viewer) is not { } view) return null;
        var answer = at is { } chosen ? ModerationView.Look(panel, tender, project, viewer, chosen) : view.Now;
        return new Room(view with { Answers = [] }, answer, view.Final, view.Answers.Length, panel.IsDone, view.Seat is null ? null : PreparationView.AnsweredAt(panel, viewer));
    }

    /// <summary>An answer as addresses have it; null where none is named.</summary>
    public static AnswerOf? AnswerIn(string? bid, string? question) =>
        Id.TryParse<BidId>(bid, out var of) && Id.TryParse<CriterionId>(question, out var to) ? new AnswerOf(of, to) : null;

    /// <summary>What the forms of a page were made for; when it moves, the page follows.</summary>
    public string Key => At is { } at ? $"{at.Bid}-{at.Question.Id}-{at.Stage is not AnswerStage.Hidden}-{at.Round}" : View.IsElsewhere ? "elsewhere" : "before";

    /// <summary>Where the panel is, in a sentence for who listens.</summary>
    public string Says => At is null
        ? (View.IsElsewhere ? "The panel talks about something that isn’t open to you." : "The panel hasn’t begun yet.")
        : $"{At.Label}, {At.Question.Title}. {RoomWords.Of(At.Stage, View.Settlement)}";

    /// <summary>Two are the same where the reader would be sent the same, so that nothing is sent for what others may see alone.</summary>
    public bool Equals(Room? other) => other is not null && _sent.AsSpan().SequenceEqual(other._sent);

    /// <inheritdoc />
    public override int GetHashCode() => _sent.Length;
}

/// <summary>What the moderation room says.</summary>
public static class RoomWords
{
    /// <summary>How far the panel is with an answer.</summary>
    public static string Of(AnswerStage stage, ScoreSettlement settlement) => stage switch
    {
        AnswerStage.Hidden => "The scores aren’t shown yet.",
        AnswerStage.Shown => settlement == ScoreSettlement.GroupConsensus ? "The scores are shown. Each group now agrees on one." : "The scores are shown. The panel now agrees on one.",
        AnswerStage.Agreed => "A score is agreed. It counts once enough of each group have confirmed it.",
        AnswerStage.Final => settlement == ScoreSettlement.Mean ? "The scores are shown, and their means stand." : "Agreed and confirmed.",
        _ => throw new InvalidOperationException($"There is no stage {stage}."),
    };

    /// <summary>The same in a word or two.</summary>
    public static string Short(AnswerStage stage) => stage switch
    {
        AnswerStage.Hidden => "not shown yet",
        AnswerStage.Shown => "being talked about",
        AnswerStage.Agreed => "to be confirmed",
        AnswerStage.Final => "done",
        _ => throw new InvalidOperationException($"There is no stage {stage}."),
    };

    /// <summary>How many of a group have confirmed.</summary>
    public static string Of(Quorum quorum) => $"{quorum.Confirmed} of {quorum.Of} confirmed, {(quorum.IsMet ? "which is enough" : $"{quorum.Needed} needed")}{(quorum.HasNobody ? ", and nobody is there to confirm it" : "")}";

    /// <summary>That nobody of a group is left, and what has to be done.</summary>
    /// <param name="empty">The group.</param>
    /// <param name="leads">Whether the reader leads the panel.</param>
    public static string Of(EmptyGroup empty, bool leads) =>
        $"Nobody of “{empty.Group}” is there to confirm {Words.Count(empty.Answers, "answer")}. {(empty.IsAwaited, leads, empty.HasPlace) switch
        {
            (true, _, _) => "Somebody was appointed in their place, who first says whether they have an interest in a bid.",
            (_, true, true) => "Ask a commissioner to appoint somebody in their place. They can do so now.",
            (_, true, false) => "A commissioner has to appoint somebody in their place. So that they can, note first who of the group can’t go on.",
            _ => "A commissioner has to appoint somebody in their place. Until then it isn’t settled.",
        }}";
}
