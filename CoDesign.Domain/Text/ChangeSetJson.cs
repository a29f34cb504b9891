using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoDesign.Domain.Text;

/// <summary>
/// Reads and writes change sets as CodeMirror does: a number is kept text, an array begins with how much is replaced
/// and goes on with the lines that stand there instead.
/// </summary>
public sealed class ChangeSetJson : JsonConverter<ChangeSet>
{
    private const int LongestText = 10_000_000;

    /// <inheritdoc />
    public override ChangeSet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw Wrong();
        var stretches = new List<Stretch>();
        var total = 0L;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var stretch = reader.TokenType == JsonTokenType.StartArray ? ReadChange(ref reader) : new Stretch(ReadLength(ref reader), null);
            total += stretch.Length + (stretch.Insert?.Length ?? 0);
            if (total > LongestText) throw Wrong();
            if (stretch is not { Length: 0, Insert: null or "" }) stretches.Add(stretch);
        }

        return new ChangeSet(stretches);
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, ChangeSet value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var stretch in value.Stretches)
        {
            if (stretch.Insert is null)
            {
                writer.WriteNumberValue(stretch.Length);
                continue;
            }

            writer.WriteStartArray();
            writer.WriteNumberValue(stretch.Length);
            if (stretch.Insert.Length > 0)
            {
                foreach (var line in stretch.Insert.Split('\n')) writer.WriteStringValue(line);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    private static Stretch ReadChange(ref Utf8JsonReader reader)
    {
        if (!reader.Read()) throw Wrong();
        var length = ReadLength(ref reader);
        var lines = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) lines.Add(ReadLine(ref reader));
        return new Stretch(length, string.Join('\n', lines));
    }

    private static int ReadLength(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var length) && length is >= 0 and <= LongestText ? length : throw Wrong();

    private static string ReadLine(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String) throw Wrong();
        try
        {
            var line = reader.GetString()!;
            return line.AsSpan().IndexOfAny('\r', '\n', '\0') < 0 ? line : throw Wrong();
        }
        catch (InvalidOperationException halfCharacter)
        {
            throw new JsonException("A line holds half a character.", halfCharacter);
        }
    }

    private static JsonException Wrong() => new("A change is a list of lengths and of replacements.");
}
