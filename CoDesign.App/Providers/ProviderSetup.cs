using System.Globalization;
using CoDesign.App.Live;
using CoDesign.App.Storage;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Providers;
using Microsoft.EntityFrameworkCore;

namespace CoDesign.App.Providers;

/// <summary>Puts together the organisations that offer services: stream, view, and the tables by which they are found.</summary>
public static class ProviderSetup
{
    /// <summary>Adds organisations that offer services.</summary>
    public static WebApplicationBuilder AddProviders(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddStream(StreamKind.Of<ProviderDecider, Provider, IProviderCommand>("provider", "providers"));
        services.AddSingleton(provider =>
        {
            var clock = provider.GetRequiredService<Clock>();
            return new ViewOf("provider", (reading, id, viewer) => ProviderReading.View(reading, new ProviderId(id), viewer, clock.Now()));
        });
        services.AddSingleton<IReadModel, ProviderTables>();
        services.AddSingleton<ProviderLists>();
        services.AddSingleton(Reaction.To<WordsSent>((sent, recorded, _) =>
            [new Carried(sent.To.Stream, new TakeWords(sent.Tender, sent.From, sent.FromName, recorded.Actor, sent.Words))]));
        return builder;
    }
}

/// <summary>Reads organisations for a viewer.</summary>
public static class ProviderReading
{
    /// <summary>What somebody may see of an organisation.</summary>
    public static ProviderView? View(Reading reading, ProviderId id, ParticipantId viewer, DateTimeOffset now) =>
        ProviderView.For(reading.Find<Provider>(id.Stream), viewer, now);
}

/// <summary>Keeps who belongs to which organisation, and which can be found.</summary>
public sealed class ProviderTables : IReadModel
{
    /// <inheritdoc />
    public void Apply(CoDesignDb db, Recorded happened)
    {
        var provider = happened.Stream.Value.ToString("n");
        switch (happened.Event)
        {
            case ProviderBegan:
                db.ProviderMembers.Add(new ProviderMemberRow { ParticipantId = happened.Actor.Text(), ProviderId = provider });
                break;
            case MemberJoined joined:
                db.ProviderMembers.Add(new ProviderMemberRow { ParticipantId = joined.Person.Text(), ProviderId = provider });
                break;
            case MemberLeft left when db.ProviderMembers.Find(left.Person.Text(), provider) is { } member:
                db.ProviderMembers.Remove(member);
                break;
            case ProviderShown { IsPublic: true } shown when db.PublicProviders.Find(provider) is null:
                db.PublicProviders.Add(new PublicProviderRow { ProviderId = provider, Name = shown.Name, Words = WordsOf(shown.Name, shown.Area) });
                break;
            case ProviderShown { IsPublic: false } when db.PublicProviders.Find(provider) is { } hidden:
                db.PublicProviders.Remove(hidden);
                break;
            case ProviderDescribed described when db.PublicProviders.Find(provider) is { } row:
                (row.Name, row.Words) = (described.Name, WordsOf(described.Name, described.Area));
                break;
        }
    }

    private static string WordsOf(string name, string area) => $"{name} {area}".ToLower(CultureInfo.InvariantCulture);
}

/// <summary>Some of the organisations that were found, and how many there are in all.</summary>
public sealed record FoundProviders(IReadOnlyList<ProviderId> Shown, int All);

/// <summary>Finds organisations across streams.</summary>
public sealed class ProviderLists(IDbContextFactory<CoDesignDb> databases)
{
    /// <summary>How many stand on one page.</summary>
    public const int PageSize = 20;

    private const int MostWords = 10;
    private const int MostChoices = 500;

    /// <summary>The organisations that somebody belongs to.</summary>
    public IReadOnlyList<ProviderId> Of(ParticipantId person)
    {
        if (person == ParticipantId.Public) return [];
        using var db = databases.CreateDbContext();
        var name = person.Text();
        return [.. db.ProviderMembers.AsNoTracking().Where(m => m.ParticipantId == name).Select(m => m.ProviderId).AsEnumerable().Select(IdOf)];
    }

    /// <summary>Those that agreed to be found and have all these words in their name or area, by name.</summary>
    /// <param name="words">What is looked for; empty for all.</param>
    /// <param name="page">From 1.</param>
    public FoundProviders Find(string words, int page)
    {
        using var db = databases.CreateDbContext();
        var rows = db.PublicProviders.AsNoTracking();
        foreach (var word in words.ToLower(CultureInfo.InvariantCulture).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
            rows = rows.Where(row => row.Words.Contains(word));
        var shown = rows.OrderBy(row => row.Name).ThenBy(row => row.ProviderId).Skip((page - 1) * PageSize).Take(PageSize).Select(row => row.ProviderId);
        return new FoundProviders([.. shown.AsEnumerable().Select(IdOf)], rows.Count());
    }

    /// <summary>The first of those that agreed to be found, by name; for choosing among them.</summary>
    public IReadOnlyList<(ProviderId Id, string Name)> Shown()
    {
        using var db = databases.CreateDbContext();
        return [.. db.PublicProviders.AsNoTracking().OrderBy(row => row.Name).Take(MostChoices).AsEnumerable().Select(row => (IdOf(row.ProviderId), row.Name))];
    }

    private static ProviderId IdOf(string text) => ProviderId.From(Guid.ParseExact(text, "n"));
}
