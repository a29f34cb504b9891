using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;

namespace CoDesign.Bench;

/// <summary>The Release build of the app as a process of its own on a new data folder.</summary>
internal sealed class Server : IAsyncDisposable
{
    private const string Says = "CoDesign is at ";
    private readonly Process _process;
    private readonly DirectoryInfo? _folder;
    private readonly Channel<string> _said = Channel.CreateUnbounded<string>();

    private Server(Process process, DirectoryInfo? folder) => (_process, _folder) = (process, folder);

    public Uri Address { get; private set; } = null!;

    /// <summary>Whether this is a Release build: the app is the one that was built with it.</summary>
    public static bool IsRelease { get; } = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    /// <summary>What the process holds of the machine's memory, in MiB.</summary>
    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / (1024 * 1024);
        }
    }

    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts it on a folder that is deleted afterwards.</summary>
    public static Task<Server> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("codesign-bench-");
        return StartAsync(folder, folder, tellsHeap: true);
    }

    /// <summary>Starts it on a folder that stays, as it comes unless its heap is asked for; where it is told to be.</summary>
    public static Task<Server> StartAsync(DirectoryInfo data, bool tellsHeap = false, Uri? at = null) => StartAsync(data, null, tellsHeap, at);

    /// <summary>What is on the heap after a full collection, in bytes.</summary>
    public async Task<long> HeapAsync()
    {
        await _process.StandardInput.WriteLineAsync(StartupHook.Question);
        while (true)
        {
            if (long.TryParse(await _said.Reader.ReadAsync(), CultureInfo.InvariantCulture, out var bytes)) return bytes;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder?.Delete(recursive: true);
    }

    private static async Task<Server> StartAsync(DirectoryInfo data, DirectoryInfo? temporary, bool tellsHeap, Uri? at = null)
    {
        var app = AppContext.BaseDirectory.Replace($"{Path.DirectorySeparatorChar}bench{Path.DirectorySeparatorChar}bin",
            $"{Path.DirectorySeparatorChar}CoDesign.App{Path.DirectorySeparatorChar}bin", StringComparison.Ordinal);
        var start = new ProcessStartInfo("dotnet",
            [Path.Combine(app, "CoDesign.App.dll"), "--urls", at?.GetLeftPart(UriPartial.Authority) ?? "http://127.0.0.1:0", "--Data:Path", data.FullName, "--SampleData", "false"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = app,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["Logging__LogLevel__Default"] = "Warning" },
        };
        if (tellsHeap) start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location;
        var server = new Server(Process.Start(start) ?? throw new InvalidOperationException("The app did not start."), temporary);
        _ = server.ReadAsync();
        await foreach (var line in server._said.Reader.ReadAllAsync())
        {
            if (!line.StartsWith(Says, StringComparison.Ordinal)) continue;
            server.Address = new Uri(line[Says.Length..]);
            return server;
        }

        throw new InvalidOperationException("The app ended before it answered.");
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line) _said.Writer.TryWrite(line);
        _said.Writer.TryComplete();
    }
}
