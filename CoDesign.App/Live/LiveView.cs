using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace CoDesign.App.Live;

/// <summary>
/// Shows one slice of a view and keeps it true. Renders again only when the slice is another (lists by reference, records by
/// what is in them), so that nothing is sent for what the reader may not see; at most once per 50 ms, and lets go on dispose. The one place that asks for rendering by hand.
/// </summary>
/// <typeparam name="TView">The view that is read.</typeparam>
/// <typeparam name="TSlice">What of it is shown here.</typeparam>
public sealed class LiveView<TView, TSlice> : ComponentBase, IDisposable where TView : class
{
    private Watch<TView>? _watch;
    private TSlice? _slice;
    private bool _found;
    private bool _stale;

    [Inject] private LiveStreams Live { get; set; } = null!;
    [Inject] private Bus Bus { get; set; } = null!;
    [Inject] private TimeProvider Time { get; set; } = null!;

    /// <summary>Reads the view; null where the reader may see nothing.</summary>
    [Parameter, EditorRequired] public required Func<Reading, TView?> Read { get; set; }

    /// <summary>What of the view is shown.</summary>
    [Parameter, EditorRequired] public required Func<TView, TSlice> Select { get; set; }

    /// <summary>Shows the slice.</summary>
    [Parameter, EditorRequired] public required RenderFragment<TSlice> ChildContent { get; set; }

    /// <summary>Shown when the view isn't there, or no longer open to the reader.</summary>
    [Parameter] public RenderFragment? Missing { get; set; }

    /// <inheritdoc />
    public void Dispose() => _watch?.Dispose();

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        _watch = new Watch<TView>(Live, Bus, Time, reading => Read(reading), () => _ = InvokeAsync(Refresh));
        Look();
        _stale = true;
    }

    /// <inheritdoc />
    protected override void OnParametersSet() => _stale = true;

    /// <inheritdoc />
    protected override bool ShouldRender()
    {
        if (!_stale) return false;
        _stale = false;
        return true;
    }

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (_found) builder.AddContent(0, ChildContent(_slice!));
        else builder.AddContent(1, Missing);
    }

    private void Refresh()
    {
        if (!Look()) return;
        _stale = true;
        StateHasChanged();
    }

    /// <summary>Reads, and says whether there is something else to show.</summary>
    private bool Look()
    {
        var view = _watch!.Read();
        var (found, slice) = (view is not null, view is null ? default : Select(view));
        if (found == _found && EqualityComparer<TSlice?>.Default.Equals(slice, _slice)) return false;
        (_found, _slice) = (found, slice);
        return true;
    }
}
