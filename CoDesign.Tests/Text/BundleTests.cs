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
            var made = Directory.GetFiles(Path.Combine(fresh.FullName, "js")).Order().ToArray();
            Assert.Equal(made.Select(Path.GetFileName), Directory.GetFiles(Node.Bundles).Order().Select(Path.GetFileName));
            foreach (var bundle in made)
            {
                var committed = Path.Combine(Node.Bundles, Path.GetFileName(bundle));
                Assert.True(File.ReadAllBytes(bundle).AsSpan().SequenceEqual(File.ReadAllBytes(committed)),
                    $"{Path.GetFileName(bundle)} is stale. Run: npm run build, in wwwroot-assets.");
            }
        }
        finally
        {
            fresh.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_sources_of_what_runs_in_the_browser_hold_no_type_errors()
    {
        using var node = Node.Start(Path.Combine("node_modules", "typescript", "bin", "tsc"), "--noEmit");
        var said = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(node.ExitCode == 0, said);
    }
}
