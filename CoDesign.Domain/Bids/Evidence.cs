using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;

namespace CoDesign.Domain.Bids;

/// <summary>A file that shows that an answer is true.</summary>
public readonly record struct EvidenceId(Guid Value) : IId<EvidenceId>
{
    /// <inheritdoc />
    public static EvidenceId From(Guid value) => new(value);

    /// <inheritdoc />
    public override string ToString() => this.Text();
}

/// <summary>A file of a bid.</summary>
/// <param name="Id">The file.</param>
/// <param name="Question">The question whose answer it is evidence for.</param>
/// <param name="Name">What it is called, made safe, with the ending of its type.</param>
/// <param name="Bytes">How long it is.</param>
/// <param name="Hash">SHA-256 of its content, 64 hexadecimal digits.</param>
public sealed record EvidenceFile(EvidenceId Id, CriterionId Question, string Name, long Bytes, string Hash)
{
    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 100;

    /// <summary>The ending of its name, which tells its type: <c>.pdf</c>.</summary>
    public string Ending => Name[Name.LastIndexOf('.')..];

    /// <summary>
    /// A name that any device can keep a file under: nothing of the folders it came from, nothing that can't be seen, nothing that a
    /// device takes for something else.
    /// </summary>
    /// <param name="sent">The name as it was sent.</param>
    /// <param name="ending">The ending that the content has, with its dot.</param>
    public static string SafeName(string? sent, string ending)
    {
        var last = (sent ?? "").Split('/', '\\')[^1];
        var dot = last.LastIndexOf('.');
        var made = new StringBuilder();
        foreach (var rune in (dot > 0 ? last[..dot] : last).EnumerateRunes())
        {
            var unseen = Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned || rune == Rune.ReplacementChar;
            if (unseen || made.Length + rune.Utf16SequenceLength > LongestName - ending.Length) continue;
            made.Append(Rune.IsWhiteSpace(rune) ? " " : rune.IsAscii && "<>:\"|?*%&;`$'".Contains((char)rune.Value) ? "-" : rune.ToString());
        }

        var name = made.ToString().Trim(' ', '.', '-');
        return (name.Length == 0 ? "file" : name) + ending;
    }
}

/// <summary>Something about a bid's files.</summary>
public interface IEvidenceCommand : IBidCommand;

/// <summary>
/// Puts a file to an answer; one of the same name there gives way. The file itself is kept before, so this has no address of its own:
/// files are sent to <c>/api/bids/{id}/evidence</c>.
/// </summary>
/// <param name="File">The file, as it was found to be.</param>
/// <param name="Most">How many files an answer may have here.</param>
public sealed record AddEvidence(EvidenceFile File, int Most) : IEvidenceCommand, ISystemCommand;

/// <summary>Takes a file away from the bid. What was handed in keeps it until the bid is handed in again or taken back.</summary>
/// <param name="File">The file.</param>
public sealed record RemoveEvidence(EvidenceId File) : IEvidenceCommand;

/// <summary>Something that happened to a bid's files.</summary>
public interface IEvidenceEvent : IEvent;

/// <summary>A file was put to an answer.</summary>
[EventName("evidence.added.v1")]
public sealed record EvidenceAdded(EvidenceFile File) : IEvidenceEvent;

/// <summary>A file was taken away.</summary>
[EventName("evidence.removed.v1")]
public sealed record EvidenceRemoved(EvidenceId File) : IEvidenceEvent;

/// <content>The files of a bid.</content>
public sealed partial record Bid
{
    /// <summary>The files as they are now, in the order in which they came.</summary>
    public ImmutableArray<EvidenceFile> Evidence { get; init; } = [];

    /// <summary>Files that were taken away; those that aren't part of what was handed in are erased.</summary>
    public ImmutableArray<EvidenceId> Dropped { get; init; } = [];

    /// <summary>A file of the bid as it is, or as it was handed in; null where there is none.</summary>
    public EvidenceFile? FindFile(EvidenceId file) =>
        Evidence.Concat(Submission?.Files ?? []).FirstOrDefault(one => one.Id == file);

    private Bid AfterEvidence(IEvidenceEvent happened) => happened switch
    {
        EvidenceAdded e => Without(one => one.Question == e.File.Question && one.Name == e.File.Name) is var bid
            ? bid with { Evidence = bid.Evidence.Add(e.File) }
            : this,
        EvidenceRemoved e => Without(one => one.Id == e.File),
        _ => throw new InvalidOperationException($"A bid knows no event {happened.GetType().Name}."),
    };

    private Bid Without(Func<EvidenceFile, bool> gone) => this with
    {
        Evidence = [.. Evidence.Where(one => !gone(one))],
        Dropped = [.. Dropped, .. Evidence.Where(gone).Select(one => one.Id)],
    };
}

/// <content>What may be asked about a bid's files.</content>
public sealed partial class BidDecider
{
    private static readonly Refusal FileThere = new("evidence.there", "This file is there already.", "file");

    private static Decision OfEvidence(Bid state, Tender tender, IEvidenceCommand command) => command switch
    {
        AddEvidence c => Add(state, tender, c),
        RemoveEvidence c => state.Evidence.Any(file => file.Id == c.File) ? Decision.Accept(new EvidenceRemoved(c.File)) : Refusal.NotFound,
        _ => throw new InvalidOperationException($"A bid knows no command {command.GetType().Name}."),
    };

    private static Decision Add(Bid state, Tender tender, AddEvidence c)
    {
        if (tender.WrittenQuestions.FirstOrDefault(question => question.Id == c.File.Question) is not { AsksEvidence: true }) return Refusal.NotFound;
        var there = state.Evidence.Where(file => file.Question == c.File.Question).ToArray();
        if (there.Any(file => file.Hash == c.File.Hash && file.Name == c.File.Name)) return FileThere;
        return there.Count(file => file.Name != c.File.Name) >= c.Most
            ? new Refusal("evidence.too-many", $"There is room for {c.Most} files with each answer. Take one away first, or put some together.", "file")
            : Decision.Make(c.File.Id.Value, new EvidenceAdded(c.File));
    }
}
