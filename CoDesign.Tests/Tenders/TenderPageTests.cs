using System.Net;
using CoDesign.App.Identity;
using CoDesign.Domain.Kernel;
using CoDesign.Tests.Journeys;

namespace CoDesign.Tests.Tenders;

public sealed class TenderPageTests(SampleHost host) : IClassFixture<SampleHost>
{
    [Fact]
    public async Task A_commissioner_chooses_how_the_price_is_scored_and_the_page_says_it()
    {
        var address = $"/projects/{(await host.SampleAsync()).Running}/tender/questions";
        using var tom = await host.SignedInAsync("commissioner");

        var refused = await tom.SubmitAsync(address, "choose-price-formula", ("formula", "benchmark"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.NotNull((await tom.ReadAsync(refused)).QuerySelector(".error-summary a[href$='#choose-price-formula-benchmark']"));

        var done = await tom.SubmitAsync(address, "choose-price-formula", ("formula", "benchmark"), ("benchmark", "80,000"), ("isCapped", "true"));
        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        var page = await tom.ReadAsync(address);
        Assert.Contains("A price of £80,000.00 gets all points", page.QuerySelector("section[aria-labelledby=price-formula-title]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#choose-price-formula input[value=benchmark][checked]"));
    }

    [Fact]
    public async Task Weights_that_do_not_total_100_come_back_as_they_were_typed()
    {
        var address = $"/projects/{(await host.SampleAsync()).Running}/tender/questions";
        using var tom = await host.SignedInAsync("commissioner");
        var fields = (await tom.ReadAsync(address)).QuerySelectorAll("#weights-top input[type=text]").Select(field => field.GetAttribute("name")!).ToArray();
        (string, string)[] Typed(params string[] weights) => [.. fields.Zip(weights)];

        var refused = await tom.SubmitAsync(address, "weights-top", Typed("55.5", "40", "1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await tom.ReadAsync(refused);
        Assert.Contains("must total exactly 100", page.QuerySelector("#weights-top .error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["55.5", "55.5"], page.QuerySelector("#weights-top .weight")!.QuerySelectorAll("input").Select(field => field.GetAttribute("value")!));

        Assert.Equal(HttpStatusCode.SeeOther, (await tom.SubmitAsync(address, "weights-top", Typed(fields.Length == 2 ? ["55.5", "44.5"] : ["40", "40", "20"]))).StatusCode);
    }

    [Fact]
    public async Task Only_a_commissioner_is_offered_to_choose_it()
    {
        var address = $"/projects/{(await host.SampleAsync()).Running}/tender/questions";
        using var grace = await host.SignedInAsync("facilitator");

        Assert.Null((await grace.ReadAsync(address)).GetElementById("choose-price-formula"));
    }

    [Fact]
    public async Task Only_those_whom_the_panel_may_have_are_offered_for_it()
    {
        var address = $"/projects/{(await host.SampleAsync()).Running}/tender/questions";
        using var tom = await host.SignedInAsync("commissioner");
        await tom.SubmitAsync(address, "set-panel-group", ("name", "Everybody"), ("weight", "50"));

        var offered = (await tom.ReadAsync(address)).QuerySelectorAll("#appoint-participant option").Select(option => option.GetAttribute("value")!).ToHashSet();

        Assert.Contains(Persona("service-user"), offered);
        Assert.All(new[] { "commissioner", "facilitator", "provider", "member" }, persona => Assert.DoesNotContain(Persona(persona), offered));
        foreach (var person in offered.Where(value => value.Length > 0))
            Assert.Equal(HttpStatusCode.SeeOther, (await tom.SubmitAsync(address, "appoint", ("participant", person), ("seat", "group:Everybody"))).StatusCode);
    }

    private static string Persona(string persona) => SamplePeople.Find(persona)!.Id.Text();
}
