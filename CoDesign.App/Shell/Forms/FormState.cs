using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using Microsoft.AspNetCore.Components;

namespace CoDesign.App.Shell;

/// <summary>What the fields of one form need to know: what was typed before a refusal, and what was refused.</summary>
/// <param name="Name">The form's name, unique on its page.</param>
/// <param name="Here">The page's own address, for links within it.</param>
/// <param name="Typed">What was sent; null unless this form was sent and refused.</param>
/// <param name="Refusals">Why nothing was done.</param>
public sealed record FormState(string Name, string Here, IFormCollection? Typed, ImmutableArray<Refusal> Refusals)
{
    /// <summary>The identifier of a field's control on the page.</summary>
    public string IdOf(string field) => $"{Name}-{field}".Replace('.', '-').Replace('[', '-').Replace("]", "", StringComparison.Ordinal);

    /// <summary>What is wrong with a field; null where nothing is.</summary>
    public string? ErrorOf(string field) =>
        Refusals.FirstOrDefault(refusal => string.Equals(refusal.Field, field, StringComparison.OrdinalIgnoreCase))?.Message;

    /// <summary>What a field shows: what was typed, else what the page gives.</summary>
    public string? ValueOf(string field, string? given) => Typed is null ? given : Typed[field].ToString();

    /// <summary>Whether a choice of a field is taken.</summary>
    public bool Has(string field, string choice, Func<bool> given) => Typed is null ? given() : Typed[field].Contains(choice);

    /// <summary>A link to something on this page.</summary>
    public string LinkTo(string id) => $"{Here}#{id}";
}

/// <summary>What came of sending a form.</summary>
/// <param name="Refusals">Why nothing was done; empty when it was.</param>
/// <param name="Return">Where to go next when it was done; null where the form shows what came of it.</param>
public sealed record FormOutcome(ImmutableArray<Refusal> Refusals, string? Return)
{
    /// <summary>What the form shows instead of going anywhere.</summary>
    public RenderFragment? Shown { get; private init; }

    /// <summary>Done: go there next.</summary>
    public static FormOutcome Done(string goTo) => new([], goTo);

    /// <summary>Done, and the form shows what came of it, once. For forms that aren't <see cref="PageForm.Enhanced"/>.</summary>
    public static FormOutcome Show(RenderFragment shown) => new([], null) { Shown = shown };

    /// <summary>Whether that stands in the form's place.</summary>
    public bool IsShownAlone { get; private init; }

    /// <summary>Done, and what came of it stands in the form's place, once. For forms that aren't <see cref="PageForm.Enhanced"/>.</summary>
    public static FormOutcome ShowAlone(RenderFragment shown) => new([], null) { Shown = shown, IsShownAlone = true };

    /// <summary>Not done.</summary>
    public static FormOutcome Refused(params ReadOnlySpan<Refusal> refusals) => new([.. refusals], null);
}
