using System.Globalization;
using CoDesign.App.Shell;
using CoDesign.Domain.Workshops;

namespace CoDesign.App.Workshops;

/// <summary>The Method Deck's choices in plain words, in one place.</summary>
public static class DeckWords
{
    /// <summary>Times by which people look for a method.</summary>
    public static IReadOnlyList<Choice> Times { get; } = [.. new[] { 15, 30, 60, 90, 120, 240 }.Select(minutes => new Choice($"{minutes}", $"In {Of(minutes)}"))];

    /// <summary>A kind of card.</summary>
    public static string Of(CardKind kind) => kind switch
    {
        CardKind.Method => "Method",
        CardKind.Principle => "Principle",
        _ => "Prompt",
    };

    /// <summary>What a card helps with.</summary>
    public static string Of(CardCategory category) => category switch
    {
        CardCategory.Plan => "Plan",
        CardCategory.Communicate => "Communicate",
        CardCategory.Insight => "Insight",
        CardCategory.Design => "Design",
        _ => "Workshop",
    };

    /// <summary>What a card is and helps with.</summary>
    public static string KindOf(MethodCard card) => card.Kind == CardKind.Method ? Of(card.Category) : $"{Of(card.Kind)} · {Of(card.Category)}";

    /// <summary>How long a method takes.</summary>
    public static string Time(FromTo minutes) => minutes switch
    {
        (var from, var to) when from == to => Of(to),
        (var from, var to) when UnitOf(from) == UnitOf(to) => $"{NumberOf(from)} to {Of(to)}",
        var (from, to) => $"{Of(from)} to {Of(to)}",
    };

    /// <summary>How many people a method suits.</summary>
    public static string Size(FromTo people) => people switch
    {
        (1, 1) => "1 person",
        (var from, var to) when from == to => $"{to} people",
        var (from, to) => $"{from} to {to} people",
    };

    /// <summary>What stands above a card's steps.</summary>
    public static string StepsOf(CardKind kind) => kind switch
    {
        CardKind.Method => "Step by step",
        CardKind.Principle => "How we keep to it",
        _ => "Ask",
    };

    /// <summary>So many cards.</summary>
    public static string Count(int cards) => cards switch
    {
        0 => "No cards",
        1 => "1 card",
        _ => $"{cards} cards",
    };

    private static string Of(int minutes) => UnitOf(minutes) switch
    {
        "hour" when minutes == 60 => "1 hour",
        "day" when minutes == 1_440 => "1 day",
        var unit => $"{NumberOf(minutes)} {unit}s",
    };

    private static string UnitOf(int minutes) => minutes >= 1_440 ? "day" : minutes >= 60 && minutes % 30 == 0 ? "hour" : "minute";

    private static string NumberOf(int minutes) => UnitOf(minutes) switch
    {
        "day" => (minutes / 1_440).ToString(CultureInfo.InvariantCulture),
        "hour" => $"{minutes / 60}{(minutes % 60 == 30 ? "½" : "")}",
        _ => minutes.ToString(CultureInfo.InvariantCulture),
    };
}
