using Microsoft.AspNetCore.Components;

namespace CoDesign.App.Shell;

/// <summary>The fields that a form shows, by name, with the identifier of each control.</summary>
public sealed class FieldList
{
    private readonly Dictionary<string, string> _controls = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The control of a field; null where the form doesn't show it.</summary>
    public string? Find(string field) => _controls.GetValueOrDefault(field);

    /// <summary>Notes a field.</summary>
    public void Add(string field, string control) => _controls[field] = control;
}

/// <summary>What all fields have: a label, a hint, and what is wrong, tied together for whoever listens instead of looking.</summary>
public abstract class FormField : ComponentBase
{
    /// <summary>The field's name, as the command spells it, in camel case.</summary>
    [Parameter, EditorRequired] public required string Name { get; set; }

    /// <summary>What is asked.</summary>
    [Parameter, EditorRequired] public required string Label { get; set; }

    /// <summary>A sentence of help under the label.</summary>
    [Parameter] public string? Hint { get; set; }

    /// <summary>Whether it may be left empty; said beside the label.</summary>
    [Parameter] public bool Optional { get; set; }

    /// <summary>Keeps the label for those who listen, where those who look need none.</summary>
    [Parameter] public bool HideLabel { get; set; }

    /// <summary>The form that the field stands in.</summary>
    [CascadingParameter] protected FormState Form { get; set; } = new("form", "", null, []);

    [CascadingParameter] private FieldList? Fields { get; set; }

    /// <summary>The control's identifier.</summary>
    protected string ControlId => Form.IdOf(Name);

    /// <summary>The identifier that an error's link leads to.</summary>
    protected virtual string FirstControlId => ControlId;

    /// <summary>What is wrong; null where nothing is.</summary>
    protected string? Error => Form.ErrorOf(Name);

    /// <summary><c>true</c> for a field with an error, else nothing.</summary>
    protected string? Invalid => Error is null ? null : "true";

    /// <summary>The identifiers of hint and error, for <c>aria-describedby</c>.</summary>
    protected string? DescribedBy
    {
        get
        {
            var ids = string.Join(' ', new[] { Hint is null ? null : $"{ControlId}-hint", Error is null ? null : $"{ControlId}-error" }.OfType<string>());
            return ids.Length == 0 ? null : ids;
        }
    }

    /// <inheritdoc />
    protected override void OnParametersSet() => Fields?.Add(Name, FirstControlId);
}
