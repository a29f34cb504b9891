using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CoDesign.App.Identity;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using Microsoft.Extensions.DependencyInjection;

namespace CoDesign.Tests.Identity;

public sealed class ErasePageTests(HostFixture host) : IClassFixture<HostFixture>
{
    private static CancellationToken Here => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_joined_by_code_erases_what_they_wrote_and_is_forgotten_on_the_device()
    {
        var (project, code) = await ProjectAsync();
        using var bert = host.NewVisitor();
        var joined = await bert.PostJsonAsync("/api/join", new { code, name = "Bert" });
        var person = (await joined.Content.ReadFromJsonAsync<JsonElement>(Here)).GetProperty("participantId").GetString()!;
        await bert.PostJsonAsync($"/api/projects/{project}/commands/capture-insight", new { text = "It's the getting home.", source = "serviceUser", tags = Array.Empty<string>() });

        var unsure = await bert.SubmitAsync("/erase", "erase-mine");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsure.StatusCode);
        Assert.NotNull((await bert.ReadAsync(unsure)).QuerySelector(".error-summary a[href$='#erase-mine-sure']"));
        Assert.Equal(HttpStatusCode.SeeOther, (await bert.SubmitAsync("/erase", "erase-mine", ("sure", "true"))).StatusCode);

        Assert.Equal(HttpStatusCode.NotFound, (await bert.GetAsync($"/projects/{project}")).StatusCode);
        using var tom = await host.SignedInAsync("commissioner");
        var wall = await (await tom.GetAsync($"/projects/{project}/insights")).Content.ReadAsStringAsync(Here);
        Assert.Contains(Written.Erased, wall, StringComparison.Ordinal);
        Assert.DoesNotContain("getting home", wall, StringComparison.Ordinal);
        Assert.Equal(People.Nameless, host.Services.GetRequiredService<People>().NameOf(new ParticipantId(Guid.ParseExact(person, "n"))));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("commissioner")]
    public async Task Others_ask_an_administrator(string? persona)
    {
        using var visitor = persona is null ? host.NewVisitor() : await host.SignedInAsync(persona);

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/erase")).StatusCode);
        Assert.Null((await visitor.ReadAsync("/opportunities")).QuerySelector("a[href='/erase']"));
    }

    [Fact]
    public async Task An_administrator_erases_somebody_with_an_account_who_asked_for_it()
    {
        using var daniel = await host.SignedInAsync("provider-2");
        var made = await daniel.PostJsonAsync("/api/projects", new { name = "Hotlines", diamond = "serviceRedesign", purpose = "Calls." });
        var project = new ProjectId(Guid.ParseExact((await made.Content.ReadFromJsonAsync<JsonElement>(Here)).GetProperty("id").GetString()!, "n"));
        var person = SamplePeople.Find("provider-2")!.Id;
        using var sam = await host.SignedInAsync("administrator");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sam.SubmitAsync("/admin", "erase", ("person", person.Text()))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await sam.SubmitAsync("/admin", "erase", ("person", person.Text()), ("sure", "true"))).StatusCode);

        Assert.Equal(Written.Erased, ((Project)host.Services.GetRequiredService<App.Live.LiveStreams>().Get(project.Stream).State).Name);
        var page = (await sam.ReadAsync("/admin")).DocumentElement.TextContent;
        Assert.DoesNotContain("Daniel", page, StringComparison.Ordinal);
        Assert.DoesNotContain("provider-2@", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await daniel.GetAsync("/account")).StatusCode);
    }

    private async Task<(string Project, string Code)> ProjectAsync()
    {
        using var tom = await host.SignedInAsync("commissioner");
        var made = await tom.PostJsonAsync("/api/projects", new { name = "Warm meals", diamond = "serviceRedesign", purpose = "Nobody eats alone." });
        var project = (await made.Content.ReadFromJsonAsync<JsonElement>(Here)).GetProperty("id").GetString()!;
        const string code = "771204";
        (await tom.PostJsonAsync($"/api/projects/{project}/commands/open-joining", new { code })).EnsureSuccessStatusCode();
        return (project, code);
    }
}
