using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Thread;

namespace CoDesign.Domain.Text;

/// <content>Where one clause ends and another begins: who writes the words decides.</content>
public sealed partial class TextDecider
{
    private static readonly Refusal NothingToSplit = new("split.nowhere", "Choose a place with words before it and after it.", "quote");
    private static readonly Refusal MergeUnknown = new("merge.unknown", "The clause that this should be merged with isn't there any more. Load the page again.", "into");

    private static Decision DecidePart(TextDocument state, IPartCommand command, Context context)
    {
        if (TextAccess.WhyNotWrite(state, context) is { } closed) return closed;
        if (context.Facts.Find<Project>(state.Owner) is not { } project) return Refusal.NotFound;
        return command switch
        {
            SplitClause c => Split(state, c, project, context),
            MergeClause c => Merge(state, c, project, context),
            _ => throw new InvalidOperationException($"A text knows no command {command.GetType().Name}."),
        };
    }

    private static Decision Split(TextDocument state, SplitClause c, Project project, Context context)
    {
        var self = new ThreadRef(ThreadKind.Clause, state.Id.Value);
        if (project.Clauses.Count >= ProjectDecider.Most || project.Links.Count + project.Links.Count(link => link.To == self) > ProjectDecider.MostLinks) return ProjectRefusals.Full;
        if (PlaceOf(state, c.Quote, c.Near, out var on) is { } badQuote) return badQuote;
        if (Written.Words(c.Title, "title", "a title for the new clause", 120, out var title) is { } badTitle) return badTitle;
        if (on.IsWhole || string.IsNullOrWhiteSpace(state.Text[..on.From])) return NothingToSplit;
        var id = new ClauseId(context.NewId());
        return Decision.Make(id.Value, new PartSplitOff(id, on.From, state.Text.Length - on.From, title));
    }

    private static Decision Merge(TextDocument state, MergeClause c, Project project, Context context)
    {
        if (c.Into.Text == state.Id || project.Clauses.Find(clause => clause.Id == c.Into) is not { } into) return MergeUnknown;
        if (into.Status == ClauseStatus.Final) return TextAccess.Final;
        if (context.Facts.Find<TextDocument>(c.Into.Text) is not { MergedInto: null } other) return MergeUnknown;
        return other.Text.Length + state.Text.Length + 2 > TextDocument.Longest ? TooLong : Decision.Accept(new TextMerged(c.Into, state.Text.Length));
    }

    private static Decision Take(TextDocument state, TakePart c)
    {
        var start = state.Text.Length;
        var between = Between(state, c);
        ImmutableArray<Passage> passages = between.Length == 0 ? c.Passages : [new Passage(c.By, between), .. c.Passages];
        List<IEvent> events = [.. passages.Select(passage => passage.By).Distinct().Select((author, part) => Bring(c.From, part, author, start, passages))];
        Anchor Here(Anchor place) => place.IsWhole ? place : new Anchor(place.From + start + between.Length, place.To + start + between.Length);
        foreach (var (remark, place) in c.Remarks.Zip(c.Places)) events.AddRange(Bring(remark, Here(place)));
        foreach (var (tie, place) in c.Ties.Zip(c.TiePlaces))
        {
            if (!state.Ties.Exists(other => other.From == tie.From)) events.Add(new SaidBrought(c.By, tie.At, Tie: new WordsTied(tie.From, Here(place))));
        }

        var quoted = c.Passages.Sum(passage => passage.Text.Length) - c.Kept;
        if (quoted == 0) return Decision.Accept([.. events]);
        var changes = new ChangeSet(new Stretch[] { new(start + between.Length + c.Kept, null), new(quoted, "") }.Where(stretch => stretch.Length > 0));
        return Decision.Accept([.. events, new WordsBrought(c.From, passages.Length, c.By, changes, changes.Shape)]);
    }

    /// <summary>Two clauses make two paragraphs; one that was split in two and is as it was makes one text again, to the letter.</summary>
    private static string Between(TextDocument state, TakePart c)
    {
        var moved = string.Concat(c.Passages.Select(passage => passage.Text))[..c.Kept];
        if (state.Text.Length == 0 || moved.Length == 0) return "";
        if (state.Departures.Exists(part => part.To == c.From && part.Version + 1 == state.Version)) return "";
        var breaks = state.Text.Length - state.Text.TrimEnd('\n').Length + moved.Length - moved.TrimStart('\n').Length;
        return breaks >= 2 ? "" : new string('\n', 2 - breaks);
    }

    /// <summary>One person's words, between those of others that are there already.</summary>
    private static WordsBrought Bring(ClauseId from, int part, ParticipantId author, int start, ImmutableArray<Passage> passages)
    {
        var there = passages.Select(passage => passage.By).Distinct().TakeWhile(other => other != author).ToHashSet();
        var stretches = new List<Stretch> { new(start, null) };
        foreach (var passage in passages)
        {
            if (there.Contains(passage.By) && stretches[^1].IsKept) stretches[^1] = new Stretch(stretches[^1].Length + passage.Text.Length, null);
            else if (there.Contains(passage.By)) stretches.Add(new Stretch(passage.Text.Length, null));
            else if (passage.By == author && stretches[^1] is { Length: 0, Insert: { } insert }) stretches[^1] = new Stretch(0, insert + passage.Text);
            else if (passage.By == author) stretches.Add(new Stretch(0, passage.Text));
        }

        var changes = new ChangeSet(stretches.Where(stretch => stretch.Length > 0 || stretch.Insert is { Length: > 0 }));
        return new WordsBrought(from, part, author, changes, changes.Shape);
    }

    private static IEnumerable<SaidBrought> Bring(Remark remark, Anchor on)
    {
        yield return remark.Instead is { } instead
            ? new SaidBrought(remark.By, remark.At, Suggestion: new Suggested(remark.Id, on, instead, remark.Text))
            : new SaidBrought(remark.By, remark.At, new Commented(remark.Id, on, remark.Text, remark.Mention));
        foreach (var reply in remark.Replies) yield return new SaidBrought(reply.By, reply.At, Reply: new Replied(remark.Id, reply.Text, reply.Mention));
        if (remark.Closed is { } closed) yield return new SaidBrought(closed.By, closed.At, Closing: new RemarkClosed(remark.Id, closed.How, closed.Reason));
    }
}
