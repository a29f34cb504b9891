using CoDesign.Storms;
using CoDesign.Tests.Durability;

namespace CoDesign.Tests.Text;

/// <summary>
/// Forty people behind one address type into one clause over lines that delay, lose and break, while the server is killed twice.
/// The same for two minutes is a measurement: <c>chaos</c> in <c>bench</c>.
/// </summary>
[Trait("Category", "Slow")]
public sealed class ChaosTests(ITestOutputHelper output) : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("codesign-chaos-").FullName;
    private readonly List<AppProcess> _started = [];

    private static CancellationToken Here => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_end_with_the_same_text_and_every_step_is_in_it_once()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"Seed {seed}");
        var calm = await Storm.RunAsync(StartAsync, people: 40, most: 40, TimeSpan.FromSeconds(5), kills: 2, seed);
        output.WriteLine($"{calm.Steps.Count} steps, {calm.Typists.Sum(typist => typist.Breaks)} breaks, {calm.Typists.Sum(typist => typist.Losses)} losses");

        Assert.All(calm.Typists, typist => Assert.Equal(calm.Text, typist.Copy.Text));
        Assert.Equal(calm.Text, calm.Replayed);
        Assert.Equal((0, 0, 0), (calm.Lost, calm.Doubled, calm.Missing));
        Assert.All(calm.Typists, typist => Assert.NotEmpty(typist.Acknowledged));
        await calm.Last.KillAsync();
        var (code, said) = await AppProcess.VerifyAsync(_data, Here);
        Assert.True(code == 0, said);
    }

    public void Dispose()
    {
        foreach (var app in _started) app.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private async Task<Running> StartAsync(Uri? at)
    {
        var app = await AppProcess.StartAsync(_data, Here, at);
        _started.Add(app);
        return new Running(app.Address, async () =>
        {
            app.Kill();
            await app.EndedAsync(Here);
        });
    }
}
