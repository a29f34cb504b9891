using System.Diagnostics;

namespace CoDesign.Bench;

/// <summary>The Release build of the app as a process of its own on a new data folder.</summary>
internal sealed class Server : IDisposable
{
    private const string Says = "CoDesign is at ";
    private readonly Process _process;

    private Server(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>What the process holds of the machine's memory, in MiB.</summary>
    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / (1024 * 1024);
        }
    }

    public static async Task<Server> StartAsync(string data)
    {
        var app = AppContext.BaseDirectory.Replace($"{Path.DirectorySeparatorChar}bench{Path.DirectorySeparatorChar}bin",
            $"{Path.DirectorySeparatorChar}CoDesign.App{Path.DirectorySeparatorChar}bin", StringComparison.Ordinal);
        var process = Process.Start(new ProcessStartInfo("dotnet",
            [Path.Combine(app, "CoDesign.App.dll"), "--urls", "http://127.0.0.1:0", "--Data:Path", data, "--SampleData", "false"])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = app,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["Logging__LogLevel__Default"] = "Warning" },
        }) ?? throw new InvalidOperationException("The app did not start.");
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith(Says, StringComparison.Ordinal)) continue;
            _ = process.StandardOutput.ReadToEndAsync();
            return new Server(process, new Uri(line[Says.Length..]));
        }

        throw new InvalidOperationException("The app ended before it answered.");
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
