using CoDesign.App.Text;
using Microsoft.Extensions.Configuration;

namespace CoDesign.Tests.Text;

/// <summary>How much one participant may ask of texts.</summary>
public sealed class TextPaceTests
{
    [Fact]
    public async Task Who_asks_without_end_is_refused_and_nobody_else_waits_for_it()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Text:CallsPerSecond", "10")]).Build();
        using var pace = new TextPace(configuration);
        using var gone = new CancellationTokenSource();
        var asked = Enumerable.Range(0, 1_000).Select(_ => pace.MayGoOnAsync(ClauseOnSite.Tom, gone.Token).AsTask()).ToArray();
        Assert.Contains(asked, answer => answer.IsCompletedSuccessfully && !answer.Result);
        Assert.True(await pace.MayGoOnAsync(ClauseOnSite.Amina, TestContext.Current.CancellationToken));
        Assert.True(await asked[0]);
        await gone.CancelAsync();
    }
}
