using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace CoDesign.App.Thread;

/// <summary>A line of text in a drawing. A component of its own because "text" is a word of the component language.</summary>
public sealed class SvgText : ComponentBase
{
    /// <summary>Left edge.</summary>
    [Parameter, EditorRequired] public required int X { get; set; }

    /// <summary>Base line.</summary>
    [Parameter, EditorRequired] public required int Y { get; set; }

    /// <summary>What it says.</summary>
    [Parameter, EditorRequired] public required string Words { get; set; }

    /// <summary>Its class.</summary>
    [Parameter] public string? Class { get; set; }

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "class", Class);
        builder.AddAttribute(2, "x", X);
        builder.AddAttribute(3, "y", Y);
        builder.AddContent(4, Words);
        builder.CloseElement();
    }
}
