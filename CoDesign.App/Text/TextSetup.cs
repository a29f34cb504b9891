using CoDesign.App.Identity;
using CoDesign.App.Live;
using CoDesign.App.Projects;
using CoDesign.App.Storage;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Tenders;
using CoDesign.Domain.Text;
using Microsoft.AspNetCore.SignalR;

namespace CoDesign.App.Text;

/// <summary>Puts shared texts together.</summary>
public static class TextSetup
{
    /// <summary>Adds shared texts; those of a bid are sealed under the bid's key.</summary>
    public static WebApplicationBuilder AddTexts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddStream(StreamKind.Of<TextDecider, TextDocument, ITextCommand>("text", "texts",
            sealedBy: text => text.Owner.Kind == "bid" ? text.Owner : null));
        services.AddSingleton<TextRooms>();
        services.AddSingleton<HubFaults>();
        services.AddSingleton<TextPace>();
        services.AddScoped<Mentions>();
        services.AddSingleton<TextMoments>();
        services.AddSingleton<TextHistories>();
        services.AddHostedService(provider => provider.GetRequiredService<TextHistories>());
        builder.Logging.AddFilter(HubFaults.FrameworkCategory, LogLevel.None);
        services.AddSignalR()
            .AddHubOptions<TextHub>(options =>
            {
                options.MaximumReceiveMessageSize = 2_000_000;
                options.AddFilter<HubFaults>();
                options.AddFilter<TextPace>();
            })
            .AddJsonProtocol(options => DomainJson.Apply(options.PayloadSerializerOptions))
            .AddMessagePackProtocol(options => options.SerializerOptions = TextMessagePack.Options);
        services.AddSingleton(provider =>
        {
            var clock = provider.GetRequiredService<Clock>();
            return new ViewOf("text", (reading, id, viewer) => Texts.View(reading, new StreamId("text", id), viewer, clock.Now()));
        });
        return builder;
    }

    /// <summary>Maps the door to shared texts.</summary>
    public static WebApplication MapTexts(this WebApplication app)
    {
        app.MapHub<TextHub>("/hubs/text");
        return app;
    }
}

/// <summary>Reads texts for a viewer.</summary>
public static class Texts
{
    /// <summary>What somebody may see of a text now; null where nothing.</summary>
    public static TextView? View(Reading reading, StreamId id, ParticipantId viewer, DateTimeOffset now)
    {
        if (reading.Find<TextDocument>(id) is not { } document) return null;
        return TextView.For(document, FactsOf(reading, document), viewer, now);
    }

    /// <summary>Those of many who may read a text now.</summary>
    public static HashSet<ParticipantId> ReadersAmong(Reading reading, StreamId id, IEnumerable<ParticipantId> people)
    {
        if (reading.Find<TextDocument>(id) is not { } document) return [];
        var facts = FactsOf(reading, document);
        return [.. people.Where(person => TextAccess.MayRead(document, person, facts))];
    }

    /// <summary>What one of its readers sees those called who write a text: a project's people as it shows them everywhere, a bid's team by name.</summary>
    public static Func<ParticipantId, string> NamesFor(Reading reading, StreamId text, ParticipantId reader, People people) => reading.Find<TextDocument>(text)?.Owner switch
    {
        { Kind: "bid" } => people.NameOf,
        { } owner when ProjectOf(reading, owner) is { } id && ProjectReading.View(reading, id, reader) is { } project => person => Names.Called(people, project, person),
        _ => _ => People.Nameless,
    };

    private static ProjectId? ProjectOf(Reading reading, StreamId owner) => owner.Kind == "project" ? new ProjectId(owner.Value) : reading.Find<Tender>(owner)?.Project;

    private static Facts FactsOf(Reading reading, TextDocument document)
    {
        var facts = Facts.None;
        while (true)
        {
            var unknown = TextAccess.Needs(document, facts).Where(id => !facts.Knows(id)).ToArray();
            if (unknown.Length == 0) return facts;
            foreach (var id in unknown) facts = reading.Add(facts, id);
        }
    }
}
