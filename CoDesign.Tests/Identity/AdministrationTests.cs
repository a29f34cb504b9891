using System.Net;
using CoDesign.App.Identity;
using CoDesign.App.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace CoDesign.Tests.Identity;

public sealed class AdministrationTests(HostFixture host) : IClassFixture<HostFixture>
{
    private const string Password = "four quiet words here";

    [Theory]
    [InlineData(null)]
    [InlineData("commissioner")]
    [InlineData("service-user")]
    public async Task For_everybody_else_the_page_is_not_there(string? persona)
    {
        using var visitor = persona is null ? host.NewVisitor() : await host.SignedInAsync(persona);

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/admin")).StatusCode);
        Assert.Null((await visitor.ReadAsync("/opportunities")).QuerySelector("a[href='/admin']"));
    }

    [Fact]
    public async Task Another_cannot_send_its_forms_either()
    {
        using var sam = await host.SignedInAsync("administrator");
        using var tom = await host.SignedInAsync("commissioner");
        var name = $"suspend-{SamplePeople.Find("provider")!.Id}";
        var token = (await tom.ReadAsync("/account")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        Assert.NotNull((await sam.ReadAsync("/admin")).GetElementById(name));
        var answer = await tom.PostAsync("/admin", ("_handler", name), ("__RequestVerificationToken", token));

        Assert.False(answer.IsSuccessStatusCode);
        Assert.NotNull((await sam.ReadAsync("/admin")).GetElementById(name));
    }

    [Theory]
    [InlineData("person", false)]
    [InlineData("administrator", true)]
    public async Task An_account_is_opened_for_somebody_who_then_sets_the_password(string kind, bool looksAfter)
    {
        using var sam = await host.SignedInAsync("administrator");
        var email = $"{Guid.NewGuid():n}@codesign.example";

        var page = await sam.ReadAsync(await sam.SubmitAsync("/admin", "open-account", ("name", "Hannah Reed"), ("email", email), ("kind", kind)));
        var link = new Uri(page.QuerySelector(".receipt code")!.TextContent).PathAndQuery;
        using var hannah = host.NewVisitor();
        Assert.Equal(HttpStatusCode.SeeOther, (await hannah.SubmitAsync(link, "set-password", ("password", Password))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await hannah.SubmitAsync("/sign-in", "sign-in", ("email", email), ("password", Password))).StatusCode);

        Assert.Equal(looksAfter ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await hannah.GetAsync("/admin")).StatusCode);
        Assert.Equal(looksAfter, (await hannah.ReadAsync("/account")).QuerySelector(".site-nav a[href='/admin']") is not null);
    }

    [Theory]
    [InlineData("no address", "Hannah Reed", "email")]
    [InlineData("commissioner@codesign.example", "Hannah Reed", "email")]
    [InlineData("hannah@codesign.example", "", "name")]
    public async Task What_is_missing_is_said_beside_its_field(string email, string name, string field)
    {
        using var sam = await host.SignedInAsync("administrator");

        var answer = await sam.SubmitAsync("/admin", "open-account", ("name", name), ("email", email), ("kind", "person"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull((await sam.ReadAsync(answer)).QuerySelector($".error-summary a[href$='#open-account-{field}']"));
    }

    [Fact]
    public async Task Nobody_suspends_themselves()
    {
        using var sam = await host.SignedInAsync("administrator");
        var me = SamplePeople.Find("administrator")!.Id;
        await using var scope = host.Services.CreateAsyncScope();

        Assert.Null((await sam.ReadAsync("/admin")).GetElementById($"suspend-{me}"));
        Assert.Equal("account.own", (await scope.ServiceProvider.GetRequiredService<Accounts>().SuspendAsync(me, me))!.Code);
    }

    [Fact]
    public async Task The_page_tells_how_the_installation_is()
    {
        using var sam = await host.SignedInAsync("administrator");

        var facts = (await sam.ReadAsync("/admin")).QuerySelector(".facts")!.TextContent;

        Assert.Contains("Ready", facts, StringComparison.Ordinal);
        Assert.Contains(Installation.Version, facts, StringComparison.Ordinal);
        Assert.All(host.Services.GetRequiredService<Installation>().Databases, database => Assert.True(database.Bytes > 4_096));
    }
}
