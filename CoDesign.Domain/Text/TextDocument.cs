using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;

namespace CoDesign.Domain.Text;

/// <summary>One step that a person made in a text.</summary>
/// <param name="ClientId">The editor it was made in; 1 to 64 characters.</param>
/// <param name="OperationId">Names the step within that editor; 1 to 64 characters.</param>
/// <param name="Changes">What changed.</param>
public sealed record TextUpdate(string ClientId, string OperationId, ChangeSet Changes)
{
    /// <summary>Whether both are the same step, whatever it was mapped over.</summary>
    public bool IsSameStep(TextUpdate other) => OperationId == other.OperationId && ClientId == other.ClientId;
}

/// <summary>A step as it stands in the history of the text.</summary>
/// <param name="Update">The step, mapped to where it was accepted.</param>
/// <param name="By">Whose words it brings.</param>
public sealed record AcceptedUpdate(TextUpdate Update, ParticipantId By);

/// <summary>A text exists, and belongs to something.</summary>
[EventName("text.created.v1")]
public sealed record TextCreated(StreamId Owner) : IEvent;

/// <summary>A step was accepted; its changes are made for the text right before it.</summary>
/// <param name="ClientId">The editor it was made in.</param>
/// <param name="OperationId">Names the step within that editor.</param>
/// <param name="Changes">What changed; null where the words were erased.</param>
/// <param name="Shape">Where it changed and by how much, which stays.</param>
[EventName("text.updated.v1")]
public sealed record TextUpdated(string ClientId, string OperationId, [property: Erasable] ChangeSet? Changes, ImmutableArray<int> Shape) : ITextStep
{
    /// <summary>The step of somebody's update.</summary>
    public static TextUpdated From(TextUpdate update) => new(update.ClientId, update.OperationId, update.Changes, update.Changes.Shape);

    /// <inheritdoc />
    public TextUpdate ToUpdate() => new(ClientId, OperationId, Changes ?? ChangeSet.OfShape(Shape));

    /// <inheritdoc />
    public ParticipantId AuthorOf(ParticipantId actor) => actor;
}

/// <summary>What is true of a shared text.</summary>
public sealed record TextDocument
{
    /// <summary>The longest text, in UTF-16 units.</summary>
    public const int Longest = 200_000;

    /// <summary>How many of the latest steps stay in memory; older ones are in the store.</summary>
    public const int Window = 2_000;

    /// <summary>The text's own stream.</summary>
    public StreamId Id { get; init; }

    /// <summary>What the text belongs to: a project, for a clause; a bid, for an answer.</summary>
    public StreamId Owner { get; init; }

    /// <summary>The words.</summary>
    public string Text { get; init; } = "";

    /// <summary>How many steps made the text; see <see cref="StreamVersion"/>.</summary>
    public long Version { get; init; }

    /// <summary>The latest steps, oldest first.</summary>
    public ImmutableList<AcceptedUpdate> Recent { get; init; } = [];

    /// <summary>The version before the oldest step in memory.</summary>
    public long RecentFrom => Version - Recent.Count;

    /// <summary>Comments and suggestions, oldest first.</summary>
    public ImmutableList<Remark> Remarks { get; init; } = [];

    /// <summary>Where each of <see cref="Remarks"/> stands now, in the same order. Words move at every step; remarks don't.</summary>
    public ImmutableArray<Anchor> Places { get; init; } = [];

    /// <summary>Ties of the thread that are about a few words, oldest first.</summary>
    public ImmutableList<WordTie> Ties { get; init; } = [];

    /// <summary>Where the words of each of <see cref="Ties"/> stand now, in the same order.</summary>
    public ImmutableArray<Anchor> TiePlaces { get; init; } = [];

    /// <summary>The parts that left it, oldest first.</summary>
    public ImmutableList<Departure> Departures { get; init; } = [];

    /// <summary>The clause that all its words went to; null where they didn't.</summary>
    public ClauseId? MergedInto { get; init; }

    /// <summary>The event versions of the stream in which no step of the text stands, in order.</summary>
    public ImmutableList<long> Apart { get; init; } = [1];

    /// <summary>A remark; null where there is none.</summary>
    public Remark? Remark(RemarkId id) => Remarks.Find(remark => remark.Id == id);

    /// <summary>The event version of the stream in which a step of the text stands.</summary>
    public long StreamVersion(long textVersion)
    {
        foreach (var apart in Apart)
        {
            if (apart > textVersion) break;
            textVersion++;
        }

        return textVersion;
    }

    /// <summary>How many steps had made the text at an event version of the stream.</summary>
    public long VersionAt(long streamVersion) => streamVersion - Apart.Count(apart => apart <= streamVersion);

    /// <summary>The steps after a version; null where some of them are in the store only.</summary>
    public ImmutableList<AcceptedUpdate>? Since(long version) =>
        version < RecentFrom || version > Version ? null : Recent.RemoveRange(0, (int)(version - RecentFrom));

    /// <summary>What is true after something happened.</summary>
    public TextDocument After(Recorded happened) => happened.Event switch
    {
        TextCreated e => this with { Id = happened.Stream, Owner = e.Owner },
        IPartMoved e => Parted(e).Apply(new AcceptedUpdate(e.ToUpdate(), e.AuthorOf(happened.Actor))),
        WordsBrought e => Apply(new AcceptedUpdate(e.ToUpdate(), e.Author)) with { MergedInto = null },
        SaidBrought e => After(happened with { Event = e.Said, Actor = e.By, At = e.At }),
        ITextStep e => Apply(new AcceptedUpdate(e.ToUpdate(), e.AuthorOf(happened.Actor))),
        IRemarkEvent e => Remarked(e, happened) with { Apart = Apart.Add(happened.Version) },
        ITieEvent e => Tied(e, happened) with { Apart = Apart.Add(happened.Version) },
        _ => throw new InvalidOperationException($"A text knows no event {happened.Event.GetType().Name}."),
    };

    private TextDocument Apply(AcceptedUpdate accepted)
    {
        var recent = Recent.Add(accepted);
        return this with
        {
            Text = accepted.Update.Changes.Apply(Text),
            Version = Version + 1,
            Recent = recent.Count > Window ? recent.RemoveAt(0) : recent,
            Places = Moved(Places, accepted.Update.Changes),
            TiePlaces = Moved(TiePlaces, accepted.Update.Changes),
        };
    }

    /// <summary>Whatever is about words of the part alone goes along; with all words, everything.</summary>
    private TextDocument Parted(IPartMoved moved)
    {
        bool Goes(Anchor place) => moved.IsAll || place is { IsWhole: false, IsLost: false } && place.From >= moved.At;
        var (remarks, ties) = (Remarks.Zip(Places).ToLookup(one => Goes(one.Second)), Ties.Zip(TiePlaces).ToLookup(one => Goes(one.Second)));
        var departure = new Departure(moved.To, Version, moved.At, moved.Length)
        {
            Remarks = [.. remarks[true].Select(one => one.First)],
            Places = [.. remarks[true].Select(one => one.Second)],
            Ties = [.. ties[true].Select(one => one.First)],
            TiePlaces = [.. ties[true].Select(one => one.Second)],
        };
        return this with
        {
            Departures = Departures.Add(departure),
            MergedInto = moved.IsAll ? moved.To : MergedInto,
            Remarks = [.. remarks[false].Select(one => one.First)],
            Places = [.. remarks[false].Select(one => one.Second)],
            Ties = [.. ties[false].Select(one => one.First)],
            TiePlaces = [.. ties[false].Select(one => one.Second)],
        };
    }

    private static ImmutableArray<Anchor> Moved(ImmutableArray<Anchor> places, ChangeSet change) =>
        places.IsEmpty ? places : [.. places.Select(place => place.After(change))];

    private TextDocument Tied(ITieEvent tied, Recorded happened)
    {
        var at = Ties.FindIndex(tie => tie.From == tied.From);
        var others = at < 0 ? this : this with { Ties = Ties.RemoveAt(at), TiePlaces = TiePlaces.RemoveAt(at) };
        return tied switch
        {
            WordsTied e => others with { Ties = others.Ties.Add(new WordTie(e.From, e.On.WordsIn(Text), happened.At, new Quoted(Version, e.On.From))), TiePlaces = others.TiePlaces.Add(e.On) },
            WordsUntied => others,
            _ => throw new InvalidOperationException($"A text knows no event {tied.GetType().Name}."),
        };
    }

    private TextDocument Remarked(IRemarkEvent said, Recorded happened) => said switch
    {
        Commented e => With(new Remark(e.Remark, happened.Actor, happened.At, e.On.WordsIn(Text), e.Text, null, e.Mention), e.On),
        Suggested e => With(new Remark(e.Remark, happened.Actor, happened.At, e.On.WordsIn(Text), e.Text, e.Instead, null), e.On),
        Replied e => With(e.Remark, remark => remark with { Replies = remark.Replies.Add(new Reply(happened.Actor, happened.At, e.Text, e.Mention)) }),
        RemarkClosed e => With(e.Remark, remark => remark with { Closed = new Closing(e.How, happened.Actor, happened.At, e.Reason) }),
        RemarkReopened e => With(e.Remark, remark => remark with { Closed = null }),
        _ => throw new InvalidOperationException($"A text knows no event {said.GetType().Name}."),
    };

    private TextDocument With(Remark remark, Anchor on) =>
        this with { Remarks = Remarks.Add(remark with { Quoted = new Quoted(Version, on.From) }), Places = Places.Add(on) };

    private TextDocument With(RemarkId id, Func<Remark, Remark> change)
    {
        var at = Remarks.FindIndex(remark => remark.Id == id);
        return this with { Remarks = Remarks.SetItem(at, change(Remarks[at])) };
    }
}
