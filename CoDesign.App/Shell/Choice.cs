using System.Text.Json;

namespace CoDesign.App.Shell;

/// <summary>One thing that can be chosen.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Label">What people read.</param>
/// <param name="Hint">A little more, where needed.</param>
public sealed record Choice(string Value, string Label, string? Hint = null)
{
    /// <summary>A choice for every name of an enumeration, in its order.</summary>
    public static IReadOnlyList<Choice> Of<TEnum>(Func<TEnum, string> label) where TEnum : struct, Enum =>
        [.. Enum.GetValues<TEnum>().Select(value => new Choice(ValueOf(value), label(value)))];

    /// <summary>How a name of an enumeration is sent.</summary>
    public static string ValueOf<TEnum>(TEnum value) where TEnum : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
