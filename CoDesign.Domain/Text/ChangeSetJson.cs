using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoDesign.Domain.Text;

/// <summary>
/// Reads and writes change sets as CodeMirror does: a number is kept text, an array begins with how much is replaced
/// and goes on with the lines that stand there instead.
/// </summary>
public sealed class ChangeSetJson : JsonConverter<ChangeSet>
{
    /// <inheritdoc />
    public override ChangeSet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw Wrong();
        var form = new ChangeSetForm();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var fits = reader.TokenType == JsonTokenType.StartArray ? TryAddChange(ref reader, form) : form.TryAdd(ReadLength(ref reader), null);
            if (!fits) throw Wrong();
        }

        return form.Made;
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

    private static bool TryAddChange(ref Utf8JsonReader reader, ChangeSetForm form)
    {
        if (!reader.Read()) throw Wrong();
        var length = ReadLength(ref reader);
        var lines = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) lines.Add(ReadLine(ref reader));
        return form.TryAdd(length, lines);
    }

    private static int ReadLength(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var length) ? length : throw Wrong();

    private static string ReadLine(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String) throw Wrong();
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException halfCharacter)
        {
            throw new JsonException("A line holds half a character.", halfCharacter);
        }
    }

    private static JsonException Wrong() => new("A change is a list of lengths and of replacements.");
}
