using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CoDesign.Domain.Kernel;

namespace CoDesign.App.Storage;

/// <summary>The one way in which the domain's records are written as JSON: in the store, in snapshots and in the API.</summary>
public static class DomainJson
{
    /// <summary>Camel case, enumerations by name, identifiers as 32 hexadecimal digits, a missing list is an empty one.</summary>
    public static JsonSerializerOptions Options { get; } = Make(_ => { });

    /// <summary>As <see cref="Options"/>, leaving out the erasable words of events.</summary>
    public static JsonSerializerOptions WithoutWords { get; } = Make(info => Keep(info, erasable: false));

    /// <summary>As <see cref="Options"/>, but of events the erasable words alone.</summary>
    public static JsonSerializerOptions WordsAlone { get; } = Make(info => Keep(info, erasable: true));

    /// <summary>As <see cref="Options"/>, for events as they are read: what was erased is said to be.</summary>
    public static JsonSerializerOptions Events { get; } = Make(ErasedWhereMissing);

    /// <summary>Whether records of a type, or of a list of them, have words of their own that can be erased.</summary>
    public static bool HasWords(Type type) => type.IsGenericType
        ? type.GetGenericArguments().Any(HasWords)
        : type.Assembly == typeof(IEvent).Assembly && type.GetProperties().Any(p => p.IsDefined(typeof(ErasableAttribute)));

    /// <summary>Applies the same manner to options that the framework made.</summary>
    public static void Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = true;
        options.Converters.Add(new IdJson());
        options.Converters.Add(new StagePlanJson());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { EmptyWhereMissing, EarlierStages.ReadMinutesBeside } };
    }

    private static JsonSerializerOptions Make(Action<JsonTypeInfo> modifier)
    {
        var options = new JsonSerializerOptions();
        Apply(options);
        ((DefaultJsonTypeInfoResolver)options.TypeInfoResolver!).Modifiers.Add(modifier);
        options.MakeReadOnly();
        return options;
    }

    private static void Keep(JsonTypeInfo info, bool erasable)
    {
        if (!info.Type.IsAssignableTo(typeof(IEvent)) && !HasWords(info.Type)) return;
        foreach (var property in info.Properties)
        {
            // What is worked out of words, a measure's sentence for instance, is no part of what happened.
            var kept = property.Set is not null && (erasable ? IsErasable(property) || HasWords(property.PropertyType) : !IsErasable(property));
            if (!kept) property.ShouldSerialize = (_, _) => false;
        }
    }

    private static bool IsErasable(JsonPropertyInfo property) => property.AttributeProvider?.IsDefined(typeof(ErasableAttribute), true) is true;

    private static void ErasedWhereMissing(JsonTypeInfo info)
    {
        if (info.Kind != JsonTypeInfoKind.Object || !HasWords(info.Type)) return;
        var words = info.Properties.Where(IsErasable).Select(p => (Property: p, Erased: ErasedOf(p.PropertyType))).Where(p => p.Erased is not null).ToArray();
        var before = info.OnDeserialized;
        info.OnDeserialized = read =>
        {
            before?.Invoke(read);
            foreach (var (property, erased) in words)
            {
                if (property.Get!(read) is null) property.Set!(read, erased);
            }
        };
    }

    private static object? ErasedOf(Type type) =>
        type == typeof(string) ? Written.Erased
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableDictionary<,>) ? EmptyList(type)
        : null;

    private static void EmptyWhereMissing(JsonTypeInfo info)
    {
        if (info.Kind != JsonTypeInfoKind.Object) return;
        var lists = info.Properties
            .Where(p => p.PropertyType.IsGenericType && p.PropertyType.GetGenericTypeDefinition() == typeof(ImmutableArray<>) && p.Set is not null)
            .Select(p => (Property: p, Missing: Activator.CreateInstance(p.PropertyType)!, Empty: EmptyList(p.PropertyType)))
            .ToArray();
        if (lists.Length == 0) return;
        info.OnDeserialized = read =>
        {
            foreach (var (property, missing, empty) in lists)
            {
                if (missing.Equals(property.Get!(read))) property.Set!(read, empty);
            }
        };
    }

    private static object EmptyList(Type list) =>
        list.GetField(nameof(ImmutableArray<int>.Empty), BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
}
