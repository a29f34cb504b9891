using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace CoDesign.Bench;

/// <summary>
/// When each step was pushed, and how long until each of the others had it. All get the same message, so it is read
/// once for all of them: on a machine shared with the server, reading it for each would measure the reading.
/// </summary>
internal sealed class TextNews
{
    private readonly ConcurrentDictionary<long, Message> _messages = new();
    private ConcurrentDictionary<string, long> _pushed = new();
    private Times _times = new();

    private static ReadOnlySpan<byte> Arguments => "\"arguments\":[\""u8;

    public int Steps => _pushed.Count;

    /// <summary>Forgets what came before.</summary>
    public Times Begin()
    {
        _pushed = new ConcurrentDictionary<string, long>();
        return _times = new Times();
    }

    /// <summary>A step is about to be sent.</summary>
    public void Pushed(string operation) => _pushed[operation] = Stopwatch.GetTimestamp();

    /// <summary>A message reached somebody.</summary>
    /// <param name="reader">Whom.</param>
    /// <param name="message">The message as JSON.</param>
    public Message Arrived(int reader, ReadOnlySpan<byte> message)
    {
        var version = VersionOf(message);
        if (!_messages.TryGetValue(version, out var read)) read = _messages[version] = Read(version, message);
        foreach (var (author, began) in read.Steps)
        {
            if (author != reader && began != 0) _times.Add(began);
        }

        return read;
    }

    /// <summary>The number after the text's identifier: {"type":1,"target":"Updates","arguments":["…",17,…</summary>
    private static long VersionOf(ReadOnlySpan<byte> message)
    {
        var arguments = message[(message.IndexOf(Arguments) + Arguments.Length)..];
        var version = arguments[(arguments.IndexOf("\","u8) + 2)..];
        return Utf8Parser.TryParse(version, out long number, out _) ? number : throw new InvalidDataException("The server sent something else than was expected.");
    }

    private Message Read(long version, ReadOnlySpan<byte> message)
    {
        var reader = new Utf8JsonReader(message);
        using var document = JsonDocument.ParseValue(ref reader);
        var updates = document.RootElement.GetProperty("arguments")[2];
        var steps = new (int, long)[updates.GetArrayLength()];
        for (var i = 0; i < steps.Length; i++)
        {
            var author = int.Parse(updates[i].GetProperty("clientId").GetString()!, CultureInfo.InvariantCulture);
            steps[i] = (author, _pushed.GetValueOrDefault(updates[i].GetProperty("operationId").GetString()!));
        }

        return new Message(version + steps.Length, LengthAfter(updates[steps.Length - 1].GetProperty("changes")), steps);
    }

    /// <summary>What stays and what is put in; nobody here puts in more than one line.</summary>
    private static int LengthAfter(JsonElement changes) => changes.EnumerateArray().Sum(part => part.ValueKind == JsonValueKind.Number
        ? part.GetInt32()
        : part.EnumerateArray().Skip(1).Sum(line => line.GetString()!.Length));

    /// <summary>What a message says.</summary>
    /// <param name="Version">The text's version after it.</param>
    /// <param name="Length">The text's length after it.</param>
    /// <param name="Steps">Who made each step, and when they pushed it; 0 where that was before measuring began.</param>
    internal sealed record Message(long Version, int Length, (int Author, long Began)[] Steps);
}
