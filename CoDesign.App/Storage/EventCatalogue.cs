using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoDesign.Domain.Kernel;

namespace CoDesign.App.Storage;

/// <summary>Events as bytes: which stable name belongs to which type, and what of an event can be erased.</summary>
public sealed class EventCatalogue
{
    private const int SaltLength = 16;
    private static readonly byte[] WordsMember = ",\"$words\":\""u8.ToArray();

    private readonly FrozenDictionary<string, Type> _types;
    private readonly FrozenDictionary<Type, Known> _known;

    /// <summary>Knows every event of the domain.</summary>
    public EventCatalogue() : this(typeof(IEvent).Assembly) { }

    /// <summary>Knows every event of some assemblies.</summary>
    public EventCatalogue(params Assembly[] assemblies)
    {
        var events = assemblies.SelectMany(a => a.GetTypes())
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IEvent)))
            .Select(type => (Type: type, Name: type.GetCustomAttribute<EventNameAttribute>()?.Name
                ?? throw new InvalidOperationException($"The event {type} has no stable name.")))
            .ToArray();
        _types = events.ToFrozenDictionary(e => e.Name, e => e.Type);
        _known = events.ToFrozenDictionary(e => e.Type, e => new Known(e.Name,
            DomainJson.HasWords(e.Type), e.Type.GetProperties().Any(property => DomainJson.HasWords(property.PropertyType))));
    }

    /// <summary>The stable names of events whose words may be of somebody else than who acted.</summary>
    public string[] Quotes => [.. _types.Where(type => type.Value.IsAssignableTo(typeof(IQuote))).Select(type => type.Key)];

    /// <summary>The stable name of an event.</summary>
    public string NameOf(Type type) => _known[type].Name;

    /// <summary>The event's bytes in one piece, for streams that are sealed as a whole.</summary>
    public byte[] Write(IEvent happened) => JsonSerializer.SerializeToUtf8Bytes(happened, happened.GetType(), DomainJson.Options);

    /// <summary>The event's bytes with erasable words apart; only their salted hash stays in the payload.</summary>
    public (byte[] Payload, byte[]? Words) WriteApart(IEvent happened)
    {
        var type = happened.GetType();
        if (_known[type] is { HasWords: false, HasWordsWithin: false }) return (Write(happened), null);
        var text = JsonSerializer.SerializeToUtf8Bytes(happened, type, DomainJson.WordsAlone);
        var words = new byte[SaltLength + text.Length];
        RandomNumberGenerator.Fill(words.AsSpan(0, SaltLength));
        text.CopyTo(words, SaltLength);
        var rest = JsonSerializer.SerializeToUtf8Bytes(happened, type, DomainJson.WithoutWords);
        var member = rest.Length == 2 ? WordsMember.AsSpan(1) : WordsMember;
        byte[] payload = [.. rest.AsSpan(0, rest.Length - 1), .. member, .. Encoding.ASCII.GetBytes(HashOf(words)), (byte)'"', (byte)'}'];
        return (payload, words);
    }

    /// <summary>The event from its bytes. Erased words come back as <see cref="Written.Erased"/>, lists of them as empty.</summary>
    /// <exception cref="InvalidOperationException">No event of this code has that name.</exception>
    public IEvent Read(string name, byte[] payload, byte[]? words)
    {
        if (!_types.TryGetValue(name, out var type))
            throw new InvalidOperationException($"The history holds an event called {name}, which this version of CoDesign doesn't know.");
        if (words is not null && _known[type].HasWordsWithin)
        {
            var whole = JsonNode.Parse(payload)!.AsObject();
            Merge(whole, JsonNode.Parse(words.AsSpan(SaltLength))!.AsObject());
            return (IEvent)whole.Deserialize(type, DomainJson.Events)!;
        }

        if (words is not null) payload = [.. payload.AsSpan(0, payload.Length - 1), (byte)',', .. words.AsSpan(SaltLength + 1)];
        return (IEvent)JsonSerializer.Deserialize(payload, type, DomainJson.Events)!;
    }

    /// <summary>Whether the words are those whose hash the payload holds; true also where they were erased.</summary>
    public static bool WordsAreGenuine(byte[] payload, byte[]? words)
    {
        if (words is null) return true;
        using var read = JsonDocument.Parse(payload);
        return read.RootElement.TryGetProperty("$words", out var hash) && hash.GetString() == HashOf(words);
    }

    /// <summary>Puts words back into the records that they were taken out of.</summary>
    private static void Merge(JsonObject rest, JsonObject words)
    {
        foreach (var (name, value) in words)
        {
            if (rest[name] is JsonObject record && value is JsonObject within) Merge(record, within);
            else if (rest[name] is JsonArray records && value is JsonArray each)
            {
                foreach (var (one, its) in records.Zip(each)) Merge(one!.AsObject(), its!.AsObject());
            }
            else rest[name] = value?.DeepClone();
        }
    }

    private static string HashOf(byte[] words) => Convert.ToHexStringLower(SHA256.HashData(words));

    private sealed record Known(string Name, bool HasWords, bool HasWordsWithin);
}
