using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoDesign.Domain.Kernel;

/// <summary>Names one stream: its kind ("project", "text", …) and its identifier.</summary>
/// <param name="Kind">The kind's name in the singular, as in <see cref="StreamKind.Name"/>.</param>
/// <param name="Value">The identifier, unique across all kinds.</param>
[JsonConverter(typeof(StreamIdJson))]
public readonly record struct StreamId(string Kind, Guid Value)
{
    /// <summary>The stream's name as it stands in the store: <c>kind/32 hexadecimal digits</c>.</summary>
    public override string ToString() => $"{Kind}/{Value:n}";

    /// <summary>Reads a stream's name; anything that does not have the form is refused.</summary>
    public static bool TryParse(string? text, out StreamId id)
    {
        id = default;
        if (text is null) return false;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || !Guid.TryParseExact(text.AsSpan(slash + 1), "n", out var value)) return false;
        id = new StreamId(text[..slash], value);
        return true;
    }
}

/// <summary>Writes a stream's name as a JSON string.</summary>
public sealed class StreamIdJson : JsonConverter<StreamId>
{
    /// <inheritdoc />
    public override StreamId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && StreamId.TryParse(reader.GetString(), out var id)
            ? id
            : throw new JsonException("A stream's name is its kind, a slash and 32 hexadecimal digits.");

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, StreamId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
