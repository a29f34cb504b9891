using System.Collections.Immutable;
using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Text;

/// <summary>Something asked of a text.</summary>
public interface ITextCommand : ICommand;

/// <summary>Begins a text that belongs to something.</summary>
/// <param name="Owner">What it belongs to.</param>
/// <param name="Words">The words that it begins with.</param>
public sealed record CreateText(StreamId Owner, string Words = "") : ITextCommand, ICreation, ISystemCommand;

/// <summary>Adds steps that were made, one on top of the other, against a version of the text.</summary>
/// <param name="Version">The version of the text that the first was made for.</param>
/// <param name="Updates">At most 1,000; those that are in already are skipped.</param>
public sealed record PushUpdates(long Version, ImmutableArray<TextUpdate> Updates) : ITextCommand
{
    /// <summary>
    /// Steps from <see cref="Version"/> on that the text no longer has in memory; filled in by the server, never by a caller.
    /// </summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public ImmutableArray<AcceptedUpdate> Older { get; init; } = [];
}

/// <summary>Replaces the words, where the editor isn't at hand; what others wrote meanwhile stays.</summary>
/// <param name="Version">The version that was shown.</param>
/// <param name="Shown">The words that were shown.</param>
/// <param name="Text">The words as they should be; up to 200,000 UTF-16 units.</param>
public sealed record ReplaceText(long Version, string? Shown, string? Text) : ITextCommand;

/// <summary>
/// What may be asked of a shared text. The server is the authority that orders steps: each is mapped over every later
/// one singly, and is accepted; a known one is skipped.
/// </summary>
public sealed partial class TextDecider : IDecider<TextDocument, ITextCommand>
{
    private const int MostUpdates = 200;

    private const int MostPlaces = 5_000;

    /// <summary>How many stretches are mapped for one push: everybody waits meanwhile. Whoever pulls before pushing stays far below.</summary>
    private const int MostMapped = 600_000;
    private const int LongestId = 64;

    private static readonly Refusal NotWriter = new("text.not-writer", "You can read this text and say what you think of it, but not write in it.");
    private static readonly Refusal VersionUnknown = new("text.version-unknown", "This text has no such version yet. Load it again; what you typed is kept on your device.", "version");
    private static readonly Refusal TooOld = new("text.too-old", "The text has moved on a lot since. Load it again; what you typed is kept on your device.", "version");
    private static readonly Refusal TooMany = new("text.too-many-updates", $"Send at most {MostUpdates} changes at once.", "updates");
    private static readonly Refusal TooManyPlaces = new("text.too-many-places", "That changes too many places at once. Do it in smaller parts.", "updates");
    private static readonly Refusal OutOfOrder = new("text.out-of-order", "These changes are not in the order in which they were made.", "updates");
    private static readonly Refusal TooLong = new("text.too-long", $"A text holds up to {TextDocument.Longest:N0} characters. Move some of it to another clause.", "text");

    /// <summary>The change can't be read, or was made for another text.</summary>
    public static Refusal Unreadable { get; } = new("text.unreadable", "This change doesn't fit the text. Load it again; what you typed is kept on your device.", "updates");

    /// <inheritdoc />
    public static TextDocument Initial { get; } = new();

    /// <inheritdoc />
    public static TextDocument Evolve(TextDocument state, Recorded happened) => state.After(happened);

    /// <inheritdoc />
    public static IEnumerable<StreamId> Needs(TextDocument state, ITextCommand command, Facts known) =>
        command is CreateText or TakePart ? [] : command is MergeClause merge ? [merge.Into.Text, .. TextAccess.Needs(state, known)] : TextAccess.Needs(state, known);

    /// <inheritdoc />
    public static Decision Decide(TextDocument state, ITextCommand command, Context context)
    {
        if (command is CreateText create) return Create(state, create, context);
        if (command is TakePart part) return context.IsSystem && state.Owner != default ? Take(state, part) : Refusal.NotFound;
        if (command is UntieWords untie && context.IsSystem) return DecideTie(state, untie, context);
        if (!TextAccess.MayRead(state, context.Actor, context.Facts)) return Refusal.NotFound;
        if (command is IRemarkCommand remark) return DecideRemark(state, remark, context);
        if (command is IPartCommand moved) return DecidePart(state, moved, context);
        if (command is ITieCommand tie) return DecideTie(state, tie, context);
        if (TextAccess.WhyNotWrite(state, context) is { } closed) return closed;
        return command switch
        {
            PushUpdates c => Push(state, c),
            ReplaceText c => Replace(state, c, context),
            _ => throw new InvalidOperationException($"A text knows no command {command.GetType().Name}."),
        };
    }

    /// <summary>Who may neither write nor remark is told so.</summary>
    internal static Refusal OnlyLook { get; } = new("text.not-taking-part", "You can read this text, but not comment on it.");

    /// <summary>Who may only read is told so; the reason for a closed text is given by its owner.</summary>
    internal static Refusal OnlyRead => NotWriter;

    private static Decision Create(TextDocument state, CreateText c, Context context)
    {
        if (!context.IsSystem) return Refusal.NotFound;
        if (state.Owner != default) return Decision.Accept();
        if (c.Words.Length == 0) return Decision.Accept(new TextCreated(c.Owner));
        return Decision.Accept(new TextCreated(c.Owner), TextUpdated.From(new TextUpdate("form", context.Operation.Text(), ChangeSet.Between("", c.Words))));
    }

    private static Decision Push(TextDocument state, PushUpdates c)
    {
        if (c.Updates.IsDefaultOrEmpty) return Decision.Accept();
        if (c.Updates.Length > MostUpdates) return TooMany;
        if (c.Updates.Any(u => u is null || !IsId(u.ClientId) || !IsId(u.OperationId) || u.Changes is null)) return Unreadable;
        if (c.Version < 0 || c.Version > state.Version) return VersionUnknown;
        if (c.Updates.Any(u => u.Changes.Stretches.Length > MostPlaces)) return TooManyPlaces;
        if ((state.Version - c.Version) * c.Updates.Sum(u => u.Changes.Stretches.Length) > MostMapped) return TooOld;
        var later = state.Since(c.Version) is { } recent ? recent
            : !c.Older.IsDefault && c.Version + c.Older.Length >= state.RecentFrom
                ? state.Since(c.Version + c.Older.Length)?.InsertRange(0, c.Older)
                : null;
        return later is null ? TooOld : Rebase(state, [.. c.Updates], later);
    }

    private static Decision Replace(TextDocument state, ReplaceText c, Context context)
    {
        var shown = (c.Shown ?? "").ReplaceLineEndings("\n");
        if (Written.OptionalWords(c.Text, "text", "the text", TextDocument.Longest, out _) is { } bad) return bad;
        var text = (c.Text ?? "").ReplaceLineEndings("\n");
        if (text == shown) return Decision.Accept();
        if (c.Version < 0 || c.Version > state.Version) return VersionUnknown;
        if (state.Since(c.Version) is not { } later) return TooOld;
        var update = new TextUpdate("form", context.Operation.Text(), ChangeSet.Between(shown, text));
        return Rebase(state, [update], later);
    }

    /// <summary>Brings steps made against an older version over every step since, one at a time.</summary>
    private static Decision Rebase(TextDocument state, List<TextUpdate> mine, IEnumerable<AcceptedUpdate> since)
    {
        foreach (var (theirs, _) in since)
        {
            if (mine.Count == 0) break;
            if (mine[0].IsSameStep(theirs))
            {
                mine.RemoveAt(0);
                continue;
            }

            if (mine.Exists(step => step.IsSameStep(theirs))) return OutOfOrder;
            var over = theirs.Changes;
            for (var i = 0; i < mine.Count; i++)
            {
                var step = mine[i];
                if (step.Changes.Length != over.Length) return Unreadable;
                mine[i] = step with { Changes = step.Changes.Map(over) };
                over = over.Map(step.Changes, before: true);
            }
        }

        return Accept(state.Text, mine);
    }

    private static Decision Accept(string text, List<TextUpdate> updates)
    {
        var events = new List<IEvent>(updates.Count);
        foreach (var update in updates)
        {
            var changes = update.Changes;
            if (changes.Length != text.Length || changes.SplitsCharacter(text)) return Unreadable;
            if (text.Length + changes.Inserted > TextDocument.Longest * 2) return TooLong;
            text = changes.Apply(text);
            if (text.Length > TextDocument.Longest) return TooLong;
            events.Add(TextUpdated.From(update));
        }

        return Decision.Accept([.. events]);
    }

    private static bool IsId(string? id) => id is { Length: > 0 and <= LongestId };
}
