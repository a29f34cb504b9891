using System.Collections.Immutable;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;

namespace CoDesign.Domain.Evaluations;

/// <summary>How far the panel is with one answer.</summary>
public enum AnswerStage
{
    /// <summary>Its scores aren't shown yet.</summary>
    Hidden,

    /// <summary>Its scores are shown; a score is to be agreed on.</summary>
    Shown,

    /// <summary>A score is agreed on, and to be confirmed.</summary>
    Agreed,

    /// <summary>Nothing more is to be done.</summary>
    Final,
}

/// <summary>How far the panel is with one answer.</summary>
public sealed record ModerationStep(BidId Bid, CriterionId Question, AnswerStage Stage);

/// <summary>Who sits where on the panel.</summary>
public sealed record PanelSeat(ParticipantId Person, string Seat);

/// <summary>A score on the table.</summary>
/// <param name="Seat">What the panel calls who gave it.</param>
/// <param name="Group">Their group.</param>
/// <param name="Points">What they gave.</param>
/// <param name="Reason">Why, in their words.</param>
/// <param name="SpeaksFirst">Whether it is the lowest or the highest where they are far apart, so that whoever gave it is asked first.</param>
/// <param name="IsMine">Whether the reader gave it.</param>
public sealed record SeatScore(string Seat, string Group, int Points, string Reason, bool SpeaksFirst, bool IsMine);

/// <summary>What one group gave an answer, and agreed on.</summary>
/// <param name="Group">The group.</param>
/// <param name="IsServiceUsers">Whether these are the people who use the service.</param>
/// <param name="Weight">What it counts here, in percent.</param>
/// <param name="Mean">The mean of its scores.</param>
/// <param name="Agreed">The score that it agreed on; null where its mean stands or it hasn't agreed yet.</param>
/// <param name="Quorum">How far it has confirmed what stands.</param>
public sealed record GroupOnTable(string Group, bool IsServiceUsers, Fraction Weight, Fraction Mean, Agreed? Agreed, Quorum? Quorum);

/// <summary>Something said about an answer.</summary>
public sealed record SeatNote(string Seat, string Text, DateTimeOffset At, bool IsMine);

/// <summary>Somebody who doesn't agree.</summary>
/// <param name="Seat">What the panel calls them.</param>
/// <param name="Reason">Why.</param>
/// <param name="IsEarlier">Whether it was said of a score that has changed since.</param>
/// <param name="IsMine">Whether the reader said it.</param>
public sealed record SeatDissent(string Seat, string Reason, bool IsEarlier, bool IsMine);

/// <summary>One answer on the table of the panel, as one reader may see it.</summary>
public sealed record AnswerOnTable
{
    /// <summary>The bid.</summary>
    public required BidId Bid { get; init; }

    /// <summary>What the panel calls it.</summary>
    public required string Label { get; init; }

    /// <summary>The question, with its scale.</summary>
    public required Criterion Question { get; init; }

    /// <summary>How far the panel is with it.</summary>
    public required AnswerStage Stage { get; init; }

    /// <summary>Grows with each change of what is to be confirmed.</summary>
    public required int Round { get; init; }

    /// <summary>The scores, service users' first; empty until they are shown.</summary>
    public required ImmutableArray<SeatScore> Scores { get; init; }

    /// <summary>What each group gave and agreed on; empty until the scores are shown.</summary>
    public required ImmutableArray<GroupOnTable> Groups { get; init; }

    /// <summary>The score that the whole panel agreed on.</summary>
    public required Agreed? Agreed { get; init; }

    /// <summary>What counts as things stand, a place on the scale; null until the scores are shown.</summary>
    public required Fraction? Stands { get; init; }

    /// <summary>What was said.</summary>
    public required ImmutableArray<SeatNote> Notes { get; init; }

    /// <summary>Who doesn't agree.</summary>
    public required ImmutableArray<SeatDissent> Dissents { get; init; }

    /// <summary>Whether the reader may confirm what stands, and hasn't.</summary>
    public required bool MayConfirm { get; init; }

    /// <summary>Whether the reader has confirmed what stands.</summary>
    public required bool HaveConfirmed { get; init; }

    /// <summary>How far apart scores are, in steps of the scale; 0 until they are shown.</summary>
    public int Spread => Scores.IsEmpty ? 0 : AnswerOnTables.StepOf(Question.Scale, Scores.Max(score => score.Points)) - AnswerOnTables.StepOf(Question.Scale, Scores.Min(score => score.Points));
}

/// <summary>
/// The moderation room as one reader may see it: the only way out of it. Of a bid in which the reader has an interest it holds
/// nothing, not even that the panel talks about it; of an answer whose scores aren't shown yet nobody's score, for nobody.
/// </summary>
public sealed record ModerationView
{
    /// <summary>What counts for an answer, as published.</summary>
    public required ScoreSettlement Settlement { get; init; }

    /// <summary>Whether scores are shown one answer at a time.</summary>
    public required bool OneByOne { get; init; }

    /// <summary>Whether the reader leads the panel through its answers.</summary>
    public required bool MayLead { get; init; }

    /// <summary>What the panel calls the reader; null for who isn't in the room.</summary>
    public required string? Seat { get; init; }

    /// <summary>Whether the panel talks about something that isn't open to the reader.</summary>
    public required bool IsElsewhere { get; init; }

    /// <summary>The answer that the panel talks about; null before the first, and where that isn't open to the reader.</summary>
    public required AnswerOnTable? Now { get; init; }

    /// <summary>The answer after it, for who leads.</summary>
    public required ModerationStep? Next { get; init; }

    /// <summary>How far the panel is with each answer that is open to the reader, in the order in which it goes through them.</summary>
    public required ImmutableArray<ModerationStep> Answers { get; init; }

    /// <summary>Who sits where, for who chairs; empty for others, who know each other by their seats.</summary>
    public required ImmutableArray<PanelSeat> Seats { get; init; }

    /// <summary>Who can't go on taking part, for who is in the room.</summary>
    public required ImmutableArray<SeatAbsence> Absences { get; init; }

    /// <summary>Groups of which nobody is left to confirm an answer that is open to the reader.</summary>
    public required ImmutableArray<EmptyGroup> EmptyGroups { get; init; }

    /// <summary>How many of the answers need nothing more.</summary>
    public int Final => Answers.Count(answer => answer.Stage == AnswerStage.Final);

    /// <summary>The view of one reader; null before moderation, for who may not see it, and for who came late until they have declared their interests.</summary>
    public static ModerationView? For(Panel? panel, Tender? tender, Project? project, ParticipantId viewer)
    {
        if (panel is not { InModeration: true } || tender is null || project is null || panel.UndeclaredBy(viewer) is not null) return null;
        var inRoom = panel.IsInRoom(viewer, project);
        if (!inRoom && !IsRecordFor(panel, project, viewer)) return null;
        var moderation = Moderation.Of(panel, tender, project);
        var chairs = inRoom && panel.Moderator == viewer;
        var place = panel.TalksAbout is { } at ? Array.IndexOf(moderation.Answers, at) : -1;
        var next = chairs && !panel.IsAwarded && place + 1 < moderation.Answers.Length ? moderation.Answers[place + 1] : default(AnswerOf?);
        return new ModerationView
        {
            Settlement = moderation.Settlement,
            OneByOne = panel.ShowsOneByOne,
            MayLead = chairs && !panel.IsAwarded,
            Seat = inRoom ? moderation.SeatOf(viewer) : null,
            IsElsewhere = panel.TalksAbout is { } there && !IsOpen(moderation, viewer, there.Bid),
            Now = place >= 0 && IsOpen(moderation, viewer, moderation.Answers[place].Bid) ? AnswerOnTables.Of(moderation, moderation.Answers[place], viewer) : null,
            Next = next is { } coming ? new ModerationStep(coming.Bid, coming.Question, moderation.StageOf(coming)) : null,
            Answers = [.. moderation.Steps.Where(step => IsOpen(moderation, viewer, step.Bid))],
            Absences = inRoom ? [.. panel.Absences.Select(one => new SeatAbsence(moderation.SeatOf(one.Person), chairs ? one.Reason : "", one.At, one.Person == viewer))] : [],
            EmptyGroups = inRoom && !panel.IsAwarded ? [.. moderation.EmptyGroups(answer => IsOpen(moderation, viewer, answer.Bid))] : [],
            Seats = chairs ? [.. panel.Evaluators.Select(one => new PanelSeat(one.Person, moderation.SeatOf(one.Person)))] : [],
        };
    }

    /// <summary>One answer as one reader may see it, whatever the panel talks about; null for what they may not see, or where there is none.</summary>
    public static AnswerOnTable? Look(Panel? panel, Tender? tender, Project? project, ParticipantId viewer, AnswerOf answer)
    {
        if (panel is not { InModeration: true } || tender is null || project is null || panel.UndeclaredBy(viewer) is not null) return null;
        if (!panel.IsInRoom(viewer, project) && !IsRecordFor(panel, project, viewer)) return null;
        var moderation = Moderation.Of(panel, tender, project);
        return moderation.Has(answer) && IsOpen(moderation, viewer, answer.Bid) ? AnswerOnTables.Of(moderation, answer, viewer) : null;
    }

    /// <summary>Who reads what the panel did once the award is made.</summary>
    private static bool IsRecordFor(Panel panel, Project project, ParticipantId viewer) =>
        panel.IsDone && !panel.IsBidder(viewer) && project.Holds(viewer, Role.Commissioner, Role.Member);

    private static bool IsOpen(Moderation moderation, ParticipantId viewer, BidId bid) =>
        moderation.Panel.IsDone || moderation.Panel.Moderator == viewer || moderation.MaySee(viewer, bid);
}

/// <summary>Puts answers on the table.</summary>
internal static class AnswerOnTables
{
    /// <summary>Scores so many steps apart are worth asking about first.</summary>
    private const int FarApart = 2;

    /// <summary>An answer that the viewer may see.</summary>
    public static AnswerOnTable Of(Moderation moderation, AnswerOf answer, ParticipantId viewer)
    {
        var (about, question) = (moderation.About(answer), moderation.Questions[answer.Question]);
        var shown = moderation.IsRevealed(answer);
        var part = shown ? moderation.PartOf(answer) : null;
        var mayConfirm = shown && !moderation.Panel.IsAwarded && moderation.IsAgreed(answer) && moderation.MayConfirm(viewer, answer);
        return new AnswerOnTable
        {
            Bid = answer.Bid,
            Label = moderation.Bids[answer.Bid].Label,
            Question = question,
            Stage = moderation.StageOf(answer),
            Round = about.Round,
            Scores = shown ? Scores(moderation, answer, viewer) : [],
            Groups = part is null ? [] : Groups(moderation, answer, part),
            Agreed = part?.Agreed,
            Stands = part?.Mean,
            Notes = [.. about.Notes.Where(_ => shown).Select(note => new SeatNote(moderation.SeatOf(note.By), note.Text, note.At, note.By == viewer))],
            Dissents = [.. about.Dissents.Where(_ => shown).Select(one => new SeatDissent(moderation.SeatOf(one.By), one.Reason, one.Round != about.Round, one.By == viewer))],
            MayConfirm = mayConfirm && !about.Confirmed.Contains(viewer),
            HaveConfirmed = mayConfirm && about.Confirmed.Contains(viewer),
        };
    }

    /// <summary>The place of points among the steps of a scale.</summary>
    public static int StepOf(Scale scale, int points) => scale.Steps.Count(step => step.Points < points);

    private static ImmutableArray<SeatScore> Scores(Moderation moderation, AnswerOf answer, ParticipantId viewer)
    {
        var scores = moderation.ScoresOf(answer).ToArray();
        var (least, most) = (scores.Min(score => score.Points), scores.Max(score => score.Points));
        var scale = moderation.Questions[answer.Question].Scale;
        var apart = StepOf(scale, most) - StepOf(scale, least) >= FarApart;
        bool IsOutlier(int points) => apart && (points == least || points == most) && scores.Count(score => score.Points == points) * 2 <= scores.Length;
        return
        [
            .. from score in scores
               let @group = moderation.Panel.GroupOf(score.Evaluator) ?? ""
               orderby moderation.IsServiceUsers(@group) descending, @group, moderation.SeatOf(score.Evaluator)
               select new SeatScore(moderation.SeatOf(score.Evaluator), @group, score.Points, score.Reason, IsOutlier(score.Points), score.Evaluator == viewer),
        ];
    }

    private static ImmutableArray<GroupOnTable> Groups(Moderation moderation, AnswerOf answer, QuestionPart part)
    {
        var quorums = moderation.QuorumsOf(answer);
        return
        [
            .. part.Groups.OrderByDescending(one => one.Group.IsServiceUsers).ThenBy(one => one.Group.Name, StringComparer.Ordinal).Select(one =>
                new GroupOnTable(one.Group.Name, one.Group.IsServiceUsers, one.Weight, one.Mean, one.Agreed, Array.Find(quorums, quorum => quorum.Group == one.Group.Name))),
        ];
    }
}
