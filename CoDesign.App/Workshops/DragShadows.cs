using System.Collections.Concurrent;
using CoDesign.Domain.Workshops;

namespace CoDesign.App.Workshops;

/// <summary>A note that somebody is dragging just now.</summary>
public sealed record DragShadow(NoteId Note, Spot Spot, object Screen);

/// <summary>
/// Where notes are while somebody drags them. Never stored: it goes to the screens that have the canvas open, and is gone.
/// </summary>
public sealed class DragShadows
{
    private readonly ConcurrentDictionary<ActivityId, ConcurrentDictionary<object, Action<DragShadow>>> _screens = new();

    /// <summary>Shows a screen what others drag, until the answer is disposed.</summary>
    public IDisposable Watch(ActivityId board, object screen, Action<DragShadow> show)
    {
        var screens = _screens.GetOrAdd(board, _ => new());
        screens[screen] = show;
        return new Watching(() => screens.TryRemove(screen, out _));
    }

    /// <summary>Says to all other screens where a note is being dragged.</summary>
    public void Cast(ActivityId board, DragShadow shadow)
    {
        if (!_screens.TryGetValue(board, out var screens)) return;
        foreach (var (screen, show) in screens)
        {
            if (screen != shadow.Screen) show(shadow);
        }
    }

    private sealed class Watching(Action stop) : IDisposable
    {
        public void Dispose() => stop();
    }
}
