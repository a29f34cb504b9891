using System.Collections.Immutable;
using System.Text.Json;
using CoDesign.App.Live;
using CoDesign.App.Storage;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace CoDesign.App.Text;

/// <summary>
/// Every step of a text, with who made it and when, read from the store as far as it is looked at. The text itself is kept
/// there at intervals, so that any moment is a short way from one that is kept.
/// </summary>
public sealed class TextHistory
{
    private readonly TextDocument _document;
    private readonly EventStore _store;
    private readonly TextMoments _kept;
    private TextMoment _last = TextMoment.Start;

    internal TextHistory(TextDocument document, EventStore store, TextMoments kept) => (_document, _store, _kept) = (document, store, kept);

    /// <summary>How many steps there are.</summary>
    public long Version => _document.Version;

    /// <summary>The text after a step.</summary>
    public TextMoment At(long version)
    {
        var near = version - version % TextMoments.Interval;
        var moment = near <= _last.Version && _last.Version <= version ? _last : _kept.Find(_document.Id, version) ?? TextMoment.Start;
        foreach (var step in Steps(moment.Version, version)) moment = moment.After(step);
        return _last = moment;
    }

    /// <summary>The steps from one moment to a later one.</summary>
    public IEnumerable<AcceptedUpdate> Steps(long from, long to)
    {
        for (; from < to; from += TextMoments.Interval)
        {
            foreach (var step in TextRooms.Steps(Read(from, Math.Min(from + TextMoments.Interval, to)))) yield return step;
        }
    }

    /// <summary>Who made a step, and when; the first is 1.</summary>
    public (ParticipantId By, DateTimeOffset At) Step(long version)
    {
        var recorded = Read(version - 1, version)[^1];
        return (((ITextStep)recorded.Event).AuthorOf(recorded.Actor), recorded.At);
    }

    private IReadOnlyList<Recorded> Read(long from, long to) => _store.Read(_document.Id, _document.StreamVersion(from), _document.StreamVersion(to));
}

/// <summary>The text at intervals, kept in the store. Nothing is kept of sealed texts, and of others nothing that was erased.</summary>
public sealed class TextMoments(IDbContextFactory<CoDesignDb> databases)
{
    /// <summary>From one moment that is kept to the next, in steps.</summary>
    public const int Interval = 500;

    /// <summary>The last that is kept up to a version; null where there is none.</summary>
    public TextMoment? Find(StreamId text, long version)
    {
        using var db = databases.CreateDbContext();
        var name = text.ToString();
        var row = db.Moments.AsNoTracking().Where(m => m.StreamId == name && m.Version <= version).OrderByDescending(m => m.Version).FirstOrDefault();
        return row is null ? null : JsonSerializer.Deserialize<Kept>(row.Moment, DomainJson.Options)!.At(row.Version);
    }

    /// <summary>Keeps one.</summary>
    public void Add(StreamId text, TextMoment moment)
    {
        using var db = databases.CreateDbContext();
        db.Moments.Add(new MomentRow { StreamId = text.ToString(), Version = moment.Version, Moment = JsonSerializer.SerializeToUtf8Bytes(Kept.Of(moment), DomainJson.Options) });
        db.SaveChanges();
    }

    /// <summary>As it is written: of each run its length, then its author's place among the authors.</summary>
    private sealed record Kept(string Text, ImmutableArray<ParticipantId> Authors, ImmutableArray<int> Runs)
    {
        public static Kept Of(TextMoment moment)
        {
            ImmutableArray<ParticipantId> authors = [.. moment.Runs.Select(run => run.By).Distinct()];
            return new Kept(moment.Text, authors, [.. moment.Runs.SelectMany(run => new[] { run.Length, authors.IndexOf(run.By) })]);
        }

        public TextMoment At(long version) => new(version, Text, [.. Runs.Chunk(2).Select(run => new Run(run[0], Authors[run[1]]))]);
    }
}

/// <summary>Opens the histories of texts, and keeps their moments as they grow.</summary>
public sealed class TextHistories(LiveStreams live, EventStore store, TextMoments kept, ILogger<TextHistories> log) : IHostedService
{
    private readonly Lock _keeping = new();

    /// <summary>The history of a text, up to now.</summary>
    public TextHistory Of(StreamId text)
    {
        KeepUp(text);
        return new TextHistory((TextDocument)live.Get(text).State, store, kept);
    }

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        live.Committed += Take;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken)
    {
        live.Committed -= Take;
        return Task.CompletedTask;
    }

    private void Take(IReadOnlyList<(long Position, Recorded Recorded)> happened)
    {
        foreach (var (_, recorded) in happened)
        {
            if (recorded.Event is ITextStep && recorded.Version % TextMoments.Interval == 0) _ = Task.Run(() => KeepUpQuietly(recorded.Stream), CancellationToken.None);
        }
    }

    private void KeepUpQuietly(StreamId text)
    {
        try
        {
            KeepUp(text);
        }
        catch (Exception fault)
        {
            log.LogWarning(fault, "A moment of a text could not be kept; it will be when its history is opened");
        }
    }

    /// <summary>Keeps all that are due: one, or many after an erasing.</summary>
    private void KeepUp(StreamId text)
    {
        lock (_keeping)
        {
            while (live.Get(text) is { Key: null, State: TextDocument document })
            {
                var erasures = live.Erasures;
                var moment = kept.Find(text, document.Version) ?? TextMoment.Start;
                var next = moment.Version + TextMoments.Interval;
                if (next > document.Version) return;
                foreach (var step in new TextHistory(document, store, kept).Steps(moment.Version, next)) moment = moment.After(step);
                live.Keep(erasures, () => kept.Add(text, moment));
            }
        }
    }
}
