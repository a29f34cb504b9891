using System.Reflection;
using CoDesign.App.Live;
using CoDesign.App.Storage;

namespace CoDesign.App.Shell;

/// <summary>What an administrator sees of the installation itself; nothing of what is kept in it.</summary>
public sealed class Installation(LiveStreams live, DataFolder folder, IConfiguration configuration, IHostEnvironment environment)
{
    /// <summary>The version that runs.</summary>
    public static string Version { get; } = typeof(Installation).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    /// <summary>Whether commands are decided: the same as <c>/health/ready</c>.</summary>
    public bool IsReady => live.IsRunning;

    /// <summary>The databases with their sizes in bytes, what isn't yet merged into them too.</summary>
    public IReadOnlyList<(string Name, long Bytes)> Databases => [("Histories", SizeOf("codesign.db")), ("Accounts", SizeOf("identity.db"))];

    /// <summary>The settings that matter most, in words. Nothing secret.</summary>
    public IReadOnlyList<(string Name, string Value)> Settings =>
    [
        ("Environment", environment.EnvironmentName),
        ("Folder of all data", folder.Path),
        ("Sample project", configuration.GetValue("SampleData", environment.IsDevelopment()) ? "made at the first start" : "not made"),
        ("Sign-in with an organisation’s accounts", Identity.OrganisationSignIn.ButtonOf(configuration) is null ? "not set up" : "set up"),
    ];

    /// <summary>A size as people say it, in steps of 10 MB: a finer one would grow with each answer of a sealed bid, and tell of it.</summary>
    public static string Size(long bytes) => ((bytes / 10_000_000) + 1) * 10 is var most && most < 1_000 ? $"under {most} MB" : $"under {most / 1_000m:0.##} GB";

    private long SizeOf(string database) => Directory.EnumerateFiles(folder.Path, database + "*").Sum(file => new FileInfo(file).Length);
}
