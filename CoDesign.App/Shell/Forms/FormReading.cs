using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoDesign.Domain.Kernel;

namespace CoDesign.App.Shell;

/// <summary>One form on its way to JSON, gathering what could not be read.</summary>
internal sealed class FormReading(IFormCollection form)
{
    /// <summary>Names the fields in which each line is one thing, whatever commas it holds.</summary>
    public const string LinesField = "$lines";

    private const int LongestList = 1_000;

    public List<Refusal> Refusals { get; } = [];

    public JsonObject Record(Type type, string prefix)
    {
        var made = new JsonObject();
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            var value = Value(property.PropertyType, prefix.Length == 0 ? name : $"{prefix}.{name}");
            if (value is not null) made[name] = value;
        }

        return made;
    }

    private JsonNode? Value(Type type, string name)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (Generic(plain, typeof(ImmutableArray<>)) is [var item]) return List(item, name);
        if (Generic(plain, typeof(ImmutableDictionary<,>)) is [_, var entry]) return Table(entry, name);
        var text = form[name].LastOrDefault();
        return IsPlain(plain) ? Single(plain, name, text, optional: plain != type || plain == typeof(string)) : Nested(plain, name, text, optional: plain != type);
    }

    /// <summary>A record within: its fields by name, or chosen as a whole, then written as JSON. One that may be missing is, where nothing of it is filled in.</summary>
    private JsonNode? Nested(Type type, string name, string? text, bool optional)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            var within = form.Keys.Where(key => key.StartsWith(name + ".", StringComparison.OrdinalIgnoreCase)).ToArray();
            return within.Length == 0 || optional && within.All(key => string.IsNullOrWhiteSpace(form[key])) ? null : Record(type, name);
        }

        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return Refuse(FormRefusals.Choose(name));
        }
    }

    private JsonArray List(Type item, string name)
    {
        var made = new JsonArray();
        if (item == typeof(string) && form[name] is [var one])
        {
            char[] between = form[LinesField].Contains(name) ? ['\n'] : [',', '\n'];
            foreach (var word in (one ?? "").Split(between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) made.Add(word);
            return made;
        }

        foreach (var text in form[name])
        {
            if (string.IsNullOrWhiteSpace(text)) continue;
            made.Add(IsPlain(item) ? Single(item, name, text, optional: false) : Nested(item, name, text, optional: false));
        }

        for (var index = 0; index < LongestList && Rows($"{name}[{index}]") is { } row; index++)
        {
            if (row.Any(key => !string.IsNullOrWhiteSpace(form[key]))) made.Add(Value(item, $"{name}[{index}]"));
        }

        return made;
    }

    /// <summary>The fields of one row; null after the last.</summary>
    private string[]? Rows(string row) => form.Keys.Where(key => key == row || key.StartsWith(row + ".", StringComparison.OrdinalIgnoreCase)).ToArray() is { Length: > 0 } keys ? keys : null;

    private JsonObject Table(Type entry, string name)
    {
        var made = new JsonObject();
        foreach (var key in form.Keys.Where(key => key.StartsWith(name + "[", StringComparison.OrdinalIgnoreCase) && key.EndsWith(']')))
        {
            if (!string.IsNullOrWhiteSpace(form[key])) made[key[(name.Length + 1)..^1]] = Value(entry, key);
        }

        return made;
    }

    private JsonNode? Single(Type type, string name, string? text, bool optional)
    {
        if (type == typeof(string)) return text is null ? null : JsonValue.Create(text.ReplaceLineEndings("\n"));
        if (type == typeof(bool)) return JsonValue.Create(text is "true" or "on");
        text = text?.Trim();
        if (string.IsNullOrEmpty(text)) return optional ? null : Refuse(Missing(type, name));
        if (type == typeof(int) || type == typeof(long)) return Whole(name, text);
        if (type == typeof(decimal)) return Number(name, text);
        if (type == typeof(DateOnly)) return Day(name, text);
        if (type == typeof(DateTimeOffset)) return Moment(name, text);
        if (type.IsEnum) return EnumOf(type, name, text);
        return Guid.TryParseExact(text, "n", out var id) ? JsonValue.Create(id.ToString(type == typeof(Guid) ? "d" : "n")) : Refuse(FormRefusals.Choose(name));
    }

    private JsonNode? EnumOf(Type type, string name, string text) =>
        Enum.GetNames(type).Any(known => JsonNamingPolicy.CamelCase.ConvertName(known) == text) ? JsonValue.Create(text) : Refuse(FormRefusals.Choose(name));

    private JsonNode? Whole(string name, string text) =>
        int.TryParse(text, NumberStyles.Integer | NumberStyles.AllowThousands, FormBinder.Culture, out var number) ? JsonValue.Create(number) : Refuse(FormRefusals.WholeNumber(name));

    private JsonNode? Number(string name, string text) =>
        decimal.TryParse(text.TrimStart('£').TrimEnd('%'), NumberStyles.Number, FormBinder.Culture, out var number) ? JsonValue.Create(number) : Refuse(FormRefusals.Number(name));

    private JsonNode? Day(string name, string text) =>
        DateOnly.TryParse(text, FormBinder.Culture, out var day) ? JsonValue.Create(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : Refuse(FormRefusals.Date(name));

    private JsonNode? Moment(string name, string text) =>
        DateTime.TryParse(text, FormBinder.Culture, DateTimeStyles.NoCurrentDateDefault, out var shown) && shown.Year > 1
            ? JsonValue.Create(UkTime.At(DateTime.SpecifyKind(shown, DateTimeKind.Unspecified)))
            : Refuse(FormRefusals.Moment(name));

    private static Refusal Missing(Type type, string name) =>
        type == typeof(int) || type == typeof(long) ? FormRefusals.WholeNumber(name)
        : type == typeof(decimal) ? FormRefusals.Number(name)
        : type == typeof(DateOnly) ? FormRefusals.Date(name)
        : type == typeof(DateTimeOffset) ? FormRefusals.Moment(name)
        : FormRefusals.Choose(name);

    private JsonNode? Refuse(Refusal refusal)
    {
        Refusals.Add(refusal);
        return null;
    }

    private static bool IsPlain(Type type) => type == typeof(string) || type == typeof(bool) || type == typeof(int) || type == typeof(long) ||
        type == typeof(decimal) || type == typeof(DateOnly) || type == typeof(DateTimeOffset) || type == typeof(Guid) || type.IsEnum ||
        type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>));

    private static Type[]? Generic(Type type, Type open) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == open ? type.GetGenericArguments() : null;
}
