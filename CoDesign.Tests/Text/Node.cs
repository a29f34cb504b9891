using System.Diagnostics;

namespace CoDesign.Tests.Text;

/// <summary>
/// Node.js with the packages of <c>wwwroot-assets</c>, for tests that ask the JavaScript originals.
/// A test that needs it is skipped, saying so, where Node.js isn't installed; the build machine has it.
/// </summary>
internal static class Node
{
    private static readonly Lazy<string?> Missing = new(Prepare);

    /// <summary>The folder of the sources of what runs in the browser.</summary>
    public static string Assets { get; } = Path.Combine(Root(), "wwwroot-assets");

    /// <summary>The folder of the bundles that are committed.</summary>
    public static string Bundles { get; } = Path.Combine(Root(), "CoDesign.App", "wwwroot");

    /// <summary>Starts a script of <c>wwwroot-assets</c>; its input and output are the test's.</summary>
    public static Process Start(params string[] arguments)
    {
        if (Missing.Value is { } why) Assert.Skip(why);
        return Run("node", arguments);
    }

    private static string? Prepare()
    {
        try
        {
            using var version = Run("node", "--version");
            version.WaitForExit();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "Node.js is not installed, so nothing can be compared with the JavaScript originals.";
        }

        if (Directory.Exists(Path.Combine(Assets, "node_modules", "@codemirror"))) return null;
        using var install = Run(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", "ci", "--no-audit", "--no-fund");
        var said = install.StandardError.ReadToEndAsync();
        install.StandardOutput.ReadToEnd();
        install.WaitForExit();
        return install.ExitCode == 0 ? null : throw new InvalidOperationException($"npm ci failed: {said.Result}");
    }

    private static Process Run(string program, params string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = Assets,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CoDesign.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
