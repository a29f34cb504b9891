namespace CoDesign.Tests.Text;

/// <summary>The app runs without Node.js, from bundles that are committed; these must be what the sources make.</summary>
public sealed class BundleTests
{
    [Fact]
    public async Task The_committed_bundles_are_what_the_sources_make()
    {
        var fresh = Directory.CreateTempSubdirectory("codesign-bundles");
        try
        {
            using var node = Node.Start("build.mjs", fresh.FullName);
            var errors = await node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await node.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(node.ExitCode == 0, errors);
            foreach (var folder in new[] { "js", "css" })
            {
                var made = Files(Path.Combine(fresh.FullName, folder));
                var committed = Files(Path.Combine(Node.Bundles, folder));
                Assert.Equal(made.Keys, committed.Keys);
                Assert.All(made.Keys, name => Assert.True(made[name].AsSpan().SequenceEqual(committed[name]),
                    $"{folder}/{name} is stale. Run: npm run build, in wwwroot-assets."));
            }
        }
        finally
        {
            fresh.Delete(recursive: true);
        }
    }

    private static SortedDictionary<string, byte[]> Files(string folder) =>
        new(Directory.GetFiles(folder).ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes), StringComparer.Ordinal);

    [Fact]
    public async Task The_sources_of_what_runs_in_the_browser_hold_no_type_errors()
    {
        using var node = Node.Start(Path.Combine("node_modules", "typescript", "bin", "tsc"), "--noEmit");
        var said = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(node.ExitCode == 0, said);
    }
}
