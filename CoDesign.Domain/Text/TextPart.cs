using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;

namespace CoDesign.Domain.Text;

/// <summary>Something asked of where one clause's words end and another's begin. Who writes them asks; see record 13.</summary>
public interface IPartCommand : ITextCommand;

/// <summary>Makes a clause of its own from some words on to the end. What people said about them goes along.</summary>
/// <param name="Quote">The first of the words, as they stand in the text; up to 1,000 UTF-16 units. Something must stand before them.</param>
/// <param name="Near">Where they stand; see <see cref="Comment"/>.</param>
/// <param name="Title">What the new clause is about; 1 to 120 characters.</param>
public sealed record SplitClause(string? Quote, int? Near, string? Title) : IPartCommand;

/// <summary>Puts a clause's words at the end of another's, with all that people said about them; the clause itself goes. Not while one of them is final.</summary>
/// <param name="Into">The other.</param>
public sealed record MergeClause(ClauseId Into) : IPartCommand;

/// <summary>Brings a part of one text to the end of another.</summary>
/// <param name="From">The clause that it comes from.</param>
/// <param name="By">Who moved it.</param>
/// <param name="Passages">The words in order, by who wrote them; after those that stay, the quotes of remarks whose words changed since.</param>
/// <param name="Kept">How many UTF-16 units of them stay.</param>
/// <param name="Remarks">What people said about them.</param>
/// <param name="Places">Where each of these stands in the words.</param>
/// <param name="Ties">What is tied to them.</param>
/// <param name="TiePlaces">Where each of these stands in the words.</param>
public sealed record TakePart(
    ClauseId From, ParticipantId By, ImmutableArray<Passage> Passages, int Kept, ImmutableList<Remark> Remarks, ImmutableArray<Anchor> Places,
    ImmutableList<WordTie> Ties, ImmutableArray<Anchor> TiePlaces) : ITextCommand, ISystemCommand;

/// <summary>Some words that one person wrote.</summary>
public sealed record Passage(ParticipantId By, string Text)
{
    /// <summary>A stretch of a text at a moment, by who wrote it.</summary>
    public static IEnumerable<Passage> Of(TextMoment moment, int from, int length)
    {
        var at = 0;
        foreach (var run in moment.Runs)
        {
            var (begins, ends) = (Math.Max(from, at), Math.Min(from + length, at + run.Length));
            if (begins < ends) yield return new Passage(run.By, moment.Text[begins..ends]);
            at += run.Length;
        }
    }
}

/// <summary>A step with which a part of the text left for another. It has no words: those are in the steps before it.</summary>
public interface IPartMoved : ITextStep
{
    /// <summary>The clause that it went to.</summary>
    ClauseId To { get; }

    /// <summary>Where the part began.</summary>
    int At { get; }

    /// <summary>How long it was, in UTF-16 units.</summary>
    int Length { get; }

    /// <summary>Whether it was all, and the clause goes.</summary>
    bool IsAll { get; }

    /// <inheritdoc />
    TextUpdate ITextStep.ToUpdate() => new(Client, To.Text(), new ChangeSet(new Stretch[] { new(At, null), new(Length, "") }.Where(stretch => stretch.Length > 0)));

    /// <inheritdoc />
    ParticipantId ITextStep.AuthorOf(ParticipantId actor) => actor;

    /// <summary>Stands in the history for the editor that other steps were made in.</summary>
    const string Client = "moved-to-clause";
}

/// <summary>The end of the text is a clause of its own now.</summary>
[EventName("text.part-split-off.v1")]
public sealed record PartSplitOff(ClauseId To, int At, int Length, [property: Erasable] string Title) : IPartMoved
{
    /// <inheritdoc />
    [JsonIgnore]
    public bool IsAll => false;
}

/// <summary>All the words went to another clause; nothing more can be written here.</summary>
[EventName("text.merged.v1")]
public sealed record TextMerged(ClauseId To, int Length) : IPartMoved
{
    /// <inheritdoc />
    [JsonIgnore]
    public int At => 0;

    /// <inheritdoc />
    [JsonIgnore]
    public bool IsAll => true;
}

/// <summary>Words came from another clause: a step for each person who wrote them, so that they stay theirs.</summary>
/// <param name="From">The clause that they come from.</param>
/// <param name="Part">Numbers the steps of one part.</param>
/// <param name="Author">Who wrote them.</param>
/// <param name="Changes">What changed; null where the words were erased.</param>
/// <param name="Shape">Where it changed and by how much, which stays.</param>
[EventName("text.words-brought.v1")]
public sealed record WordsBrought(ClauseId From, int Part, ParticipantId Author, [property: Erasable] ChangeSet? Changes, ImmutableArray<int> Shape) : ITextStep, IQuote
{
    /// <summary>Stands in the history for the editor that other steps were made in.</summary>
    public const string Client = "brought-from-clause";

    /// <inheritdoc />
    [JsonIgnore]
    public ParticipantId? WordsOf => Author;

    /// <inheritdoc />
    public TextUpdate ToUpdate() => new(Client, $"{From.Text()}-{Part}", Changes ?? ChangeSet.OfShape(Shape));

    /// <inheritdoc />
    public ParticipantId AuthorOf(ParticipantId actor) => Author;
}

/// <summary>Something that was said or tied in another text came along, as it was said there: one of the five.</summary>
/// <param name="By">Who said it.</param>
/// <param name="At">When.</param>
/// <param name="Comment">A comment.</param>
/// <param name="Suggestion">A suggestion.</param>
/// <param name="Reply">An answer.</param>
/// <param name="Closing">How a remark ended.</param>
/// <param name="Tie">Words that are tied to the thread.</param>
[EventName("text.said-brought.v1")]
public sealed record SaidBrought(
    ParticipantId By, DateTimeOffset At, Commented? Comment = null, Suggested? Suggestion = null, Replied? Reply = null, RemarkClosed? Closing = null,
    WordsTied? Tie = null) : IQuote
{
    /// <inheritdoc />
    [JsonIgnore]
    public ParticipantId? WordsOf => By;

    /// <summary>That which was said or tied.</summary>
    [JsonIgnore]
    public IEvent Said => (IEvent?)Comment ?? Suggestion ?? (IEvent?)Reply ?? Closing ?? (IEvent?)Tie ?? throw new InvalidOperationException("Nothing was brought along.");
}

/// <summary>A part that left a text, and what went along with it. Places are those of the text right before.</summary>
/// <param name="To">The clause that it went to.</param>
/// <param name="Version">How many steps had made the text.</param>
/// <param name="At">Where the part began.</param>
/// <param name="Length">How long it was, in UTF-16 units.</param>
public sealed record Departure(ClauseId To, long Version, int At, int Length)
{
    /// <summary>What people said about it.</summary>
    public ImmutableList<Remark> Remarks { get; init; } = [];

    /// <summary>Where each of <see cref="Remarks"/> stood.</summary>
    public ImmutableArray<Anchor> Places { get; init; } = [];

    /// <summary>What was tied to it.</summary>
    public ImmutableList<WordTie> Ties { get; init; } = [];

    /// <summary>Where each of <see cref="Ties"/> stood.</summary>
    public ImmutableArray<Anchor> TiePlaces { get; init; } = [];

    /// <summary>The part as another text takes it, with everybody's words as theirs.</summary>
    /// <param name="from">The clause that it left.</param>
    /// <param name="by">Who moved it.</param>
    /// <param name="moment">The text that it left, after a step.</param>
    public TakePart Carry(ClauseId from, ParticipantId by, Func<long, TextMoment> moment)
    {
        var before = moment(Version);
        List<Passage> passages = [.. Passage.Of(before, At, Length)];
        var length = Length;
        var places = Remarks.Zip(Places).Select(one => PlaceOf(one.First.Quote, one.First.Quoted, one.Second)).ToImmutableArray();
        var ties = Ties.Zip(TiePlaces).Select(one => PlaceOf(one.First.Quote, one.First.Quoted, one.Second)).ToImmutableArray();
        return new TakePart(from, by, [.. passages], Length, Remarks, places, Ties, ties);

        // Where the words have changed since, they are brought once more as they were, for the quote.
        Anchor PlaceOf(string quote, Quoted quoted, Anchor place)
        {
            if (place.IsWhole) return place;
            if (!place.IsLost && place.WordsIn(before.Text) == quote) return new Anchor(place.From - At, place.To - At);
            passages.AddRange(Passage.Of(moment(quoted.Version), quoted.From, quote.Length));
            length += quote.Length;
            return new Anchor(length - quote.Length, length);
        }
    }
}
