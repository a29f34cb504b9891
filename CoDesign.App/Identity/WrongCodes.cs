namespace CoDesign.App.Identity;

/// <summary>
/// Limits guessing of workshop codes. Only wrong ones count: per device, and in total for whoever throws the
/// device's cookie away. Never by address, for a whole workshop sits behind one router.
/// </summary>
public sealed class WrongCodes(TimeProvider time, IConfiguration configuration)
{
    private static readonly TimeSpan _deviceWindow = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _totalWindow = TimeSpan.FromMinutes(1);

    private readonly int _perDevice = configuration.GetValue("Join:WrongPerDevice", 10);
    private readonly int _inTotal = configuration.GetValue("Join:WrongInTotal", 60);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Count> _devices = [];
    private Count _total;

    /// <summary>Whether a device may try another code. Counts as wrong until <see cref="WasRight"/> says otherwise.</summary>
    public bool MayTry(string device)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            Forget(now);
            var own = _devices.TryGetValue(device, out var count) ? count : new Count(now + _deviceWindow, 0);
            if (_total.Ends <= now) _total = new Count(now + _totalWindow, 0);
            if (own.Wrong >= _perDevice || _total.Wrong >= _inTotal) return false;
            _devices[device] = own with { Wrong = own.Wrong + 1 };
            _total = _total with { Wrong = _total.Wrong + 1 };
            return true;
        }
    }

    /// <summary>The code that the device just tried was right.</summary>
    public void WasRight(string device)
    {
        lock (_lock)
        {
            _total = _total with { Wrong = Math.Max(0, _total.Wrong - 1) };
            if (_devices.TryGetValue(device, out var own)) _devices[device] = own with { Wrong = Math.Max(0, own.Wrong - 1) };
        }
    }

    // The total bounds how many devices can come in between, so this stays small.
    private void Forget(DateTimeOffset now)
    {
        foreach (var over in _devices.Where(device => device.Value.Ends <= now || device.Value.Wrong == 0).Select(device => device.Key).ToArray())
            _devices.Remove(over);
    }

    private readonly record struct Count(DateTimeOffset Ends, int Wrong);
}
