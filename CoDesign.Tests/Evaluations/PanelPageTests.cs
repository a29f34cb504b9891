using System.Net;
using CoDesign.App.Evaluations;
using CoDesign.App.Identity;
using CoDesign.App.Live;
using CoDesign.App.Sample;
using CoDesign.Domain.Evaluations;
using CoDesign.Tests.Sample;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace CoDesign.Tests.Evaluations;

public sealed class PanelPageTests(ScoringHost host) : IClassFixture<ScoringHost>
{
    [Fact]
    public async Task The_moderator_lets_somebody_go_who_can_not_score_and_sees_whom_the_panel_needs()
    {
        var panel = await host.PanelAsync();
        var priya = SamplePeople.Find("evaluator-2")!.Id;
        using var sian = await host.SignedInAsync("moderator");
        using var helen = await host.SignedInAsync("evaluator-1");
        Assert.Empty((await helen.ReadAsync($"/panels/{panel}")).QuerySelectorAll("form[id^=release-]"));

        Assert.Equal(HttpStatusCode.SeeOther, (await sian.SubmitAsync($"/panels/{panel}", $"release-{priya}")).StatusCode);

        Assert.Null((await sian.ReadAsync($"/panels/{panel}")).GetElementById($"release-{priya}"));
        Assert.Null(((Panel)host.Services.GetRequiredService<LiveStreams>().Get(panel.Stream).State).GroupOf(priya));

        Assert.Null((await sian.ReadAsync($"/panels/{panel}")).GetElementById("gaps"));
        await sian.SubmitAsync($"/panels/{panel}", $"release-{SamplePeople.Find("evaluator-3")!.Id}");
        Assert.Contains("Somebody more is needed", (await sian.ReadAsync($"/panels/{panel}")).GetElementById("gaps")!.TextContent, StringComparison.Ordinal);
    }
}

/// <summary>The app with the sample stopped in the middle of the scoring.</summary>
public sealed class ScoringHost : HostFixture
{
    private readonly StopAfter _stop = new(3, typeof(AnswerScored));

    /// <summary>The panel that is scoring.</summary>
    public async Task<PanelId> PanelAsync()
    {
        var sample = ActivatorUtilities.CreateInstance<SampleProject>(Services);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sample.MakeAsync(SampleFile.Read(), _stop.Token));
        return Services.GetRequiredService<Seats>().Of(SamplePeople.Find("moderator")!.Id).Single();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.AddSingleton<IReadModel>(_stop));
    }
}
