using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoDesign.Domain.Kernel;

/// <summary>
/// An identifier of one kind of thing. Written as 32 lower-case hexadecimal digits everywhere:
/// in addresses, in the store and in the API. Nothing about a thing can be read from its identifier.
/// </summary>
/// <typeparam name="TSelf">The identifier's own type.</typeparam>
public interface IId<TSelf> where TSelf : struct, IId<TSelf>
{
    /// <summary>The 128 bits.</summary>
    Guid Value { get; }

    /// <summary>Makes the identifier from its bits.</summary>
    static abstract TSelf From(Guid value);
}

/// <summary>Reading and writing of identifiers, the same for every kind.</summary>
public static class Id
{
    /// <summary>The identifier as 32 lower-case hexadecimal digits.</summary>
    public static string Text<TId>(this TId id) where TId : struct, IId<TId> => id.Value.ToString("n");

    /// <summary>Reads 32 hexadecimal digits; anything else, and the empty identifier, is refused.</summary>
    public static bool TryParse<TId>(string? text, out TId id) where TId : struct, IId<TId>
    {
        var read = Guid.TryParseExact(text, "n", out var value) && value != Guid.Empty;
        id = read ? TId.From(value) : default;
        return read;
    }
}

/// <summary>Somebody who takes part, signed in or not. The only way in which events name people.</summary>
public readonly record struct ParticipantId(Guid Value) : IId<ParticipantId>
{
    /// <summary>Nobody in particular: the public.</summary>
    public static ParticipantId Public => default;

    /// <summary>The system itself, carrying an act from one stream to another. Never given to a request.</summary>
    public static ParticipantId System { get; } = new(new Guid("c0de5190-0000-4000-8000-000000000001"));

    /// <inheritdoc />
    public static ParticipantId From(Guid value) => new(value);

    /// <inheritdoc />
    public override string ToString() => this.Text();
}

/// <summary>One act of one person: the same operation sent again gets the first answer and changes nothing.</summary>
public readonly record struct OperationId(Guid Value) : IId<OperationId>
{
    /// <summary>An act that nobody has named yet. Its first digits are the time, so that those kept one after the other lie side by side in the index.</summary>
    public static OperationId New() => new(Guid.CreateVersion7());

    /// <inheritdoc />
    public static OperationId From(Guid value) => new(value);

    /// <summary>An operation that follows from another by a named step, always the same one.</summary>
    public OperationId Then(string step) => new(Derived.Guid(Value, step));

    /// <inheritdoc />
    public override string ToString() => this.Text();
}

/// <summary>Writes identifiers as JSON strings, also where they are keys.</summary>
public sealed class IdJson : JsonConverterFactory
{
    /// <inheritdoc />
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsValueType && typeToConvert.GetInterfaces().Any(i =>
            i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>));

    /// <inheritdoc />
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert))!;

    private sealed class Converter<TId> : JsonConverter<TId> where TId : struct, IId<TId>
    {
        public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Parse(reader.TokenType == JsonTokenType.String ? reader.GetString() : null);

        public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Text());

        public override TId ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Parse(reader.GetString());

        public override void WriteAsPropertyName(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
            writer.WritePropertyName(value.Text());

        private static TId Parse(string? text) => Guid.TryParseExact(text, "n", out var value)
            ? TId.From(value)
            : throw new JsonException("An identifier is 32 hexadecimal digits.");
    }
}
