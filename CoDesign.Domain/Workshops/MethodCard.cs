using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;

namespace CoDesign.Domain.Workshops;

/// <summary>What a card of the Method Deck is.</summary>
public enum CardKind
{
    /// <summary>Something to do together, with steps. It can be put in the plan.</summary>
    Method,

    /// <summary>Something to hold to in all that is done.</summary>
    Principle,

    /// <summary>Questions that get people talking.</summary>
    Prompt,
}

/// <summary>What a card helps with.</summary>
public enum CardCategory
{
    /// <summary>Deciding what to do, with whom and when.</summary>
    Plan,

    /// <summary>Telling people and being told.</summary>
    Communicate,

    /// <summary>Finding out what people's lives are like.</summary>
    Insight,

    /// <summary>Making ideas and trying them.</summary>
    Design,

    /// <summary>Running time together well.</summary>
    Workshop,
}

/// <summary>From so many to so many, both included.</summary>
public readonly record struct FromTo(int From, int To)
{
    /// <summary>Whether a number lies between the two.</summary>
    public bool Holds(int number) => From <= number && number <= To;

    /// <summary>Whether it begins with at least 1, doesn't run backwards, and ends with at most so many.</summary>
    internal bool IsWithin(int most) => From >= 1 && From <= To && To <= most;
}

/// <summary>A card of the Method Deck.</summary>
/// <param name="Key">Its name in addresses: lower-case letters, digits and single hyphens. Those of cards that a project wrote are <see cref="OwnKeys"/> and an identifier, so that nothing of a name stays where it is erased.</param>
/// <param name="Name">1 to 80 characters.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Phases">The phases that it serves, at least one, each once.</param>
/// <param name="Category">What it helps with.</param>
/// <param name="Purpose">What it is for, 1 to 400 characters.</param>
/// <param name="Minutes">For a method: how long it takes, 1 to 10,080 minutes (a week).</param>
/// <param name="People">For a method: how many people it suits, 1 to 1,000.</param>
/// <param name="Materials">What is needed, at most 12 of at most 120 characters.</param>
/// <param name="Steps">What to do, in order; with a principle how it is kept, with a prompt what to ask. 1 to 12 of at most 400 characters.</param>
/// <param name="Tips">How everybody can take part, at most 12 of at most 400 characters; a method has at least one.</param>
/// <param name="Outcome">What comes out of it, up to 400 characters; a method says it.</param>
/// <param name="Board">For a method: how the activity's board is set up. No other kind has one.</param>
/// <param name="Rung">For a method: how far people take part in it, done as the card says.</param>
public sealed record MethodCard(
    string Key, [property: Erasable] string Name, CardKind Kind, ImmutableArray<Phase> Phases, CardCategory Category, [property: Erasable] string Purpose,
    FromTo? Minutes, FromTo? People, [property: Erasable] ImmutableArray<string> Materials, [property: Erasable] ImmutableArray<string> Steps,
    [property: Erasable] ImmutableArray<string> Tips, [property: Erasable] string Outcome, BoardSetup? Board, Rung? Rung)
{
    /// <summary>How the keys begin of cards that a project wrote, so that none is ever taken for one of the deck's.</summary>
    public const string OwnKeys = "our-";

    /// <summary>How many lines each list of a card has at most.</summary>
    public const int MostLines = 12;

    /// <summary>Whether a project wrote it.</summary>
    public bool IsOwn => Key.StartsWith(OwnKeys, StringComparison.Ordinal);

    /// <summary>Checks a card as it was asked for and puts it in order; its key stays for the asker to give.</summary>
    public static Refusal? Check(MethodCard? asked, out MethodCard card)
    {
        card = asked!;
        if (asked is null) return new Refusal("card.empty", "Say what is on the card.", "card");
        if (Written.Words(asked.Name, "card.name", "what the card is called", 80, out var name) is { } badName) return badName;
        if (Written.Choice(asked.Kind, "card.kind", "what the card is") is { } badKind) return badKind;
        if (asked.Phases.IsEmpty || asked.Phases.Any(phase => !Enum.IsDefined(phase))) return CardRefusals.NoPhase;
        if (Written.Choice(asked.Category, "card.category", "what it helps with") is { } badCategory) return badCategory;
        if (Written.Words(asked.Purpose, "card.purpose", "what it is for", 400, out var purpose) is { } badPurpose) return badPurpose;
        if (Lines(asked.Materials, "card.materials", "what is needed", 120, out var materials) is { } badMaterials) return badMaterials;
        if (Lines(asked.Steps, "card.steps", "a step", 400, out var steps) is { } badSteps) return badSteps;
        if (steps.IsEmpty) return CardRefusals.NoSteps;
        if (Lines(asked.Tips, "card.tips", "a tip", 400, out var tips) is { } badTips) return badTips;
        if (Written.OptionalWords(asked.Outcome, "card.outcome", "what comes out of it", 400, out var outcome) is { } badOutcome) return badOutcome;
        card = asked with
        {
            Name = name,
            Phases = [.. asked.Phases.Distinct().Order()],
            Purpose = purpose,
            Materials = materials,
            Steps = steps,
            Tips = tips,
            Outcome = outcome,
        };
        if (card.Kind == CardKind.Method) return CheckMethod(card, out card);
        card = card with { Minutes = null, People = null, Board = null, Rung = null };
        return null;
    }

    private static Refusal? CheckMethod(MethodCard asked, out MethodCard card)
    {
        card = asked;
        if (asked.Minutes is not { } minutes || !minutes.IsWithin(10_080)) return CardRefusals.Minutes;
        if (asked.People is not { } people || !people.IsWithin(1_000)) return CardRefusals.People;
        if (asked.Tips.IsEmpty) return CardRefusals.NoTips;
        if (asked.Outcome.Length == 0) return CardRefusals.NoOutcome;
        if (asked.Rung is not { } rung || !Enum.IsDefined(rung)) return CardRefusals.NoRung;
        if (BoardSetup.Check(asked.Board, out var board) is { } badBoard) return badBoard with { Field = $"card.{badBoard.Field}" };
        card = asked with { Board = board };
        return null;
    }

    private static Refusal? Lines(ImmutableArray<string> asked, string field, string what, int most, out ImmutableArray<string> lines)
    {
        lines = [];
        if (asked.Length > MostLines) return CardRefusals.TooManyLines(field);
        var kept = ImmutableArray.CreateBuilder<string>(asked.Length);
        foreach (var line in asked)
        {
            if (Written.Words(line, field, what, most, out var words) is { } bad) return bad;
            kept.Add(words);
        }

        lines = kept.DrainToImmutable();
        return null;
    }
}

/// <summary>What is wrong with a card, in plain words.</summary>
internal static class CardRefusals
{
    public static Refusal NoPhase { get; } = new("card.phases", "Choose at least one phase that the card is for.", "card.phases");
    public static Refusal NoSteps { get; } = new("card.steps.empty", "Write at least one step, so that somebody who wasn't there can do it too.", "card.steps");
    public static Refusal NoTips { get; } = new("card.tips.empty", "Write at least one tip on how everybody can take part.", "card.tips");
    public static Refusal NoOutcome { get; } = new("card.outcome.empty", "Write what comes out of it.", "card.outcome");
    public static Refusal NoRung { get; } = new("card.rung", "Choose how far people take part.", "card.rung");
    public static Refusal Minutes { get; } = new("card.minutes", "Say how long it takes, from fewer to more: between 1 minute and 10,080 (a week).", "card.minutes.from");
    public static Refusal People { get; } = new("card.people", "Say how many people it suits, from fewer to more: between 1 and 1,000.", "card.people.from");
    public static Refusal Full { get; } = new("cards.full", "This project has 200 cards of its own, which is all there is room for. Take one away first.");
    public static Refusal TooManyLines(string field) => new("card.too-many-lines", $"Use at most {MethodCard.MostLines} lines here, so that it fits on a card.", field);
}
