using CoDesign.App.Bids;
using CoDesign.App.Identity;
using CoDesign.App.Live;
using CoDesign.App.Storage;
using CoDesign.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace CoDesign.App.Sample;

/// <summary>
/// Makes the sample projects through the same commands as people give, once the app listens, where nobody has made anything yet.
/// Every act has an operation derived from its place in the file and a time counted from the first run's, so that after a kill
/// it goes on where it was, however late, and nothing is made twice.
/// </summary>
public sealed class SampleProject(
    LiveStreams live, Reactors reactors, People people, IDbContextFactory<CoDesignDb> databases, Clock clock, EvidenceDesk evidence,
    IHostApplicationLifetime lifetime, ILogger<SampleProject> log) : BackgroundService
{
    private const string Begun = "sample-begun";
    private const string Made = "sample";

    /// <summary>How much of a story was still to come when its people looked last.</summary>
    private const double LastVisit = 0.46;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        await using var registered = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        await reactors.CaughtUp.WaitAsync(stoppingToken);
        try
        {
            await MakeAsync(SampleFile.Read(), stoppingToken);
        }
        catch (Exception failed) when (!stoppingToken.IsCancellationRequested)
        {
            log.LogError(failed, "The sample project could not be made whole. Everything else works; the next start tries again");
        }
    }

    /// <summary>Makes what is missing of the projects; nothing where the sample is whole, or others made something before it began.</summary>
    public async Task MakeAsync(SampleFile file, CancellationToken stoppingToken)
    {
        await using var db = await databases.CreateDbContextAsync(stoppingToken);
        if (db.Checkpoints.Find(Made) is not null || BeginOrGoOn(db) is not { } begun) return;

        log.LogInformation("Making the sample project…");
        var cast = new SampleCast(file.People);
        foreach (var (key, name) in file.People) await people.IntroduceAsync(cast[key], name, stoppingToken);
        var providers = new SampleActs(live, reactors, cast, SampleProviders.Story, begun, stoppingToken);
        await new SampleProviders(providers).TellAsync();
        foreach (var story in file.Projects)
        {
            var acts = new SampleActs(live, reactors, cast, story.Key, begun, stoppingToken, evidence);
            var told = await new SampleTelling(acts, story).TellAsync();
            await VisitAsync(db, told, acts.Ago(story.StartedDaysAgo * LastVisit), stoppingToken);
        }

        var benches = new SampleActs(live, reactors, cast, "benches", begun, stoppingToken);
        await VisitAsync(db, await new SampleOnePage(benches).TellAsync(), benches.Ago(1), stoppingToken);
        await new SampleSubcontract(new SampleActs(live, reactors, cast, "subcontract", begun, stoppingToken)).TellAsync();
        db.Checkpoints.Add(new CheckpointRow { Name = Made, Position = 1 });
        db.SaveChanges();
        log.LogInformation("The sample project is ready");
    }

    /// <summary>Everybody was there once, so that whoever signs in sees what changed since.</summary>
    private static Task<int> VisitAsync(CoDesignDb db, Domain.Projects.ProjectId project, DateTimeOffset at, CancellationToken stoppingToken) => db.Database.ExecuteSqlAsync($"""
        INSERT INTO "Visits" ("ParticipantId", "ProjectId", "Before", "Last")
        SELECT "ParticipantId", "ProjectId", NULL, {at.UtcTicks} FROM "Memberships" WHERE "ProjectId" = {project.Text()} ON CONFLICT DO NOTHING
        """, stoppingToken);

    /// <summary>When the sample was begun, which the first run keeps; null where it may not begin.</summary>
    private DateTimeOffset? BeginOrGoOn(CoDesignDb db)
    {
        if (db.Checkpoints.Find(Begun) is { } first) return new DateTimeOffset(first.Position, TimeSpan.Zero);
        if (db.Events.Any())
        {
            log.LogInformation("There is something of others here already, so no sample project is made");
            return null;
        }

        var now = clock.Now();
        db.Checkpoints.Add(new CheckpointRow { Name = Begun, Position = now.UtcTicks });
        db.SaveChanges();
        return now;
    }
}

/// <summary>Who is who in the sample: the people who can be signed in as, and those who only appear.</summary>
public sealed class SampleCast(IReadOnlyDictionary<string, string> others)
{
    private static readonly Guid _root = new("5a3b1e00-0000-4000-8000-0000000000ca");

    /// <summary>The person with that key.</summary>
    public ParticipantId this[string key] => SamplePeople.Find(key)?.Id
        ?? (others.ContainsKey(key) ? new ParticipantId(Derived.Guid(_root, key)) : throw new InvalidOperationException($"The sample knows nobody called {key}."));
}

/// <summary>Acts of the sample: each with an operation of its own, at a time in the past, and never refused.</summary>
public sealed class SampleActs(LiveStreams live, Reactors reactors, SampleCast cast, string story, DateTimeOffset begun, CancellationToken stopping, EvidenceDesk? desk = null)
{
    private static readonly Guid _root = new("5a3b1e00-0000-4000-8000-0000000000ac");

    /// <summary>Who is who.</summary>
    public SampleCast Cast { get; } = cast;

    /// <summary>So many days before the sample was begun.</summary>
    public DateTimeOffset Ago(double days) => begun.AddDays(-days);

    /// <summary>The operation of an act, by its place in a story.</summary>
    internal static OperationId OperationOf(string story, string key) => new(Derived.Guid(_root, $"{story}/{key}"));

    /// <summary>Looks at what has come of it so far.</summary>
    public T Read<T>(Func<Reading, T> read) => read(new Reading(live));

    /// <summary>Does something, and says what was made.</summary>
    /// <param name="key">Its place in the story.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="at">When.</param>
    /// <param name="command">What.</param>
    /// <param name="stream">For which stream; null for a command with which one begins.</param>
    public async Task<Guid> DoAsync(string key, string by, DateTimeOffset at, ICommand command, StreamId? stream)
    {
        stopping.ThrowIfCancellationRequested();
        var (actor, operation) = (Cast[by], OperationOf(story, key));
        var begins = command switch
        {
            Domain.Projects.CreateProject => "project",
            Domain.Tenders.CreateTender => "tender",
            Domain.Bids.StartBid => "bid",
            Domain.Providers.BeginProvider => "provider",
            Domain.Subcontracts.PostSubcontract => "subcontract",
            _ => "",
        };
        var answer = await live.ExecuteAsync(stream ?? LiveStreams.NewStream(begins, actor, operation), command, actor, operation, at);
        if (answer.Refusal is { } refusal) throw new InvalidOperationException($"The sample was refused {story}/{key}: {refusal.Code}");
        await reactors.Settled(answer);
        return answer.Made ?? answer.Stream.Value;
    }

    /// <summary>Puts a file to an answer; that is now, as files come when they come.</summary>
    public async Task PutAsync(string key, string by, Domain.Bids.BidId bid, Domain.Tenders.CriterionId question, SampleEvidence file)
    {
        if (desk is null) return;
        var content = System.Text.Encoding.UTF8.GetBytes(file.Text);
        var sent = new FormFile(new MemoryStream(content), 0, content.Length, "file", file.Name);
        var answer = await desk.PutAsync(bid, question, sent, Cast[by], new OperationId(Derived.Guid(_root, $"{story}/{key}")), stopping);
        if (answer.Refusal is { } refusal) throw new InvalidOperationException($"The sample was refused {story}/{key}: {refusal.Code}");
    }
}
