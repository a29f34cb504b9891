using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace CoDesign.App.Live;

/// <summary>
/// Shows a long list in blocks, each of which renders again only when one of its items is another, or the frame. So a change
/// of one item costs the same however long the list is, which counts where two hundred people look at it.
/// </summary>
/// <typeparam name="TItem">What is listed, compared by value.</typeparam>
/// <typeparam name="TFrame">All else that the items' content depends on, compared by value.</typeparam>
public sealed class LongList<TItem, TFrame> : ComponentBase
{
    private const int BlockSize = 16;

    /// <summary>The items, oldest first, so that what is added changes the last block only.</summary>
    [Parameter, EditorRequired] public required IEnumerable<TItem> Items { get; set; }

    /// <summary>All else that the content depends on.</summary>
    [Parameter, EditorRequired] public required TFrame Frame { get; set; }

    /// <summary>Whether the last item is shown first.</summary>
    [Parameter] public bool NewestFirst { get; set; }

    /// <summary>Shows one item.</summary>
    [Parameter, EditorRequired] public required RenderFragment<TItem> ChildContent { get; set; }

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var blocks = Items.Chunk(BlockSize).ToArray();
        for (var i = 0; i < blocks.Length; i++)
        {
            var number = NewestFirst ? blocks.Length - 1 - i : i;
            builder.OpenComponent<Block>(0);
            builder.SetKey(number);
            builder.AddComponentParameter(1, nameof(Block.List), this);
            builder.AddComponentParameter(2, nameof(Block.Items), blocks[number]);
            builder.CloseComponent();
        }
    }

    private sealed class Block : ComponentBase
    {
        private (TItem[] Items, TFrame Frame)? _shown;

        [Parameter] public LongList<TItem, TFrame> List { get; set; } = null!;
        [Parameter] public TItem[] Items { get; set; } = null!;

        protected override bool ShouldRender() =>
            _shown is not { } shown || !shown.Items.SequenceEqual(Items) || !EqualityComparer<TFrame>.Default.Equals(shown.Frame, List.Frame);

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            _shown = (Items, List.Frame);
            foreach (var item in List.NewestFirst ? Items.Reverse() : Items) builder.AddContent(0, List.ChildContent, item);
        }
    }
}
