using System.Diagnostics;
using System.Text;

namespace CoDesign.Tests.Durability;

/// <summary>The built app as a process of its own on a data folder, so that it can be killed like any process.</summary>
public sealed class AppProcess : IDisposable
{
    private const string Says = "CoDesign is at ";
    private readonly Process _process;

    private AppProcess(Process process, Uri address) => (_process, Address) = (process, address);

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>Starts it, on a free port unless it is to be where it was, and waits until it says where it is.</summary>
    public static async Task<AppProcess> StartAsync(string data, CancellationToken cancellation, Uri? at = null)
    {
        var process = Launch("--urls", at?.GetLeftPart(UriPartial.Authority) ?? "http://127.0.0.1:0", "--Data:Path", data, "--SampleData", "false");
        var said = new StringBuilder();
        try
        {
            while (await process.StandardOutput.ReadLineAsync(cancellation).AsTask().WaitAsync(Patience.Limit, cancellation) is { } line)
            {
                said.AppendLine(line);
                if (!line.StartsWith(Says, StringComparison.Ordinal)) continue;
                _ = process.StandardOutput.ReadToEndAsync(cancellation);
                return new AppProcess(process, new Uri(line[Says.Length..]));
            }

            throw new InvalidOperationException($"The app ended before it answered.\n{said}");
        }
        catch
        {
            End(process);
            throw;
        }
    }

    /// <summary>Lets it check every stored event; what it says, and how it ends.</summary>
    public static async Task<(int Code, string Said)> VerifyAsync(string data, CancellationToken cancellation)
    {
        using var process = Launch("verify", "--Data:Path", data);
        var said = await process.StandardOutput.ReadToEndAsync(cancellation).WaitAsync(Patience.Limit, cancellation);
        await process.WaitForExitAsync(cancellation).WaitAsync(Patience.Limit, cancellation);
        return (process.ExitCode, said);
    }

    /// <summary>Ends it at once, whatever it is doing: SIGKILL.</summary>
    public void Kill() => _process.Kill();

    public Task EndedAsync(CancellationToken cancellation) => _process.WaitForExitAsync(cancellation).WaitAsync(Patience.Limit, cancellation);

    public void Dispose() => End(_process);

    private static void End(Process process)
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }

    private static Process Launch(params string[] arguments)
    {
        var app = AppContext.BaseDirectory.Replace("CoDesign.Tests", "CoDesign.App", StringComparison.Ordinal);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(app, "CoDesign.App.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = app,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["Logging__LogLevel__Default"] = "Warning", ["DOTNET_TieredPGO"] = "0" },
        };
        var process = Process.Start(start) ?? throw new InvalidOperationException("The app did not start.");
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return process;
    }
}
