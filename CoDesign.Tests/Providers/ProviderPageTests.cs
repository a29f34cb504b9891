using System.Net;
using CoDesign.App.Identity;
using CoDesign.Domain.Providers;
using CoDesign.Tests.Journeys;

namespace CoDesign.Tests.Providers;

/// <summary>Keeping a profile without scripts, and who finds what of it.</summary>
public sealed class ProviderPageTests(JourneyHost host) : IClassFixture<JourneyHost>
{
    [Fact]
    public async Task Ruth_keeps_the_profile_of_her_charity_without_scripts()
    {
        using var ruth = await host.SignedInAsync("provider");
        var profile = await BeginAsync(ruth, "Harbour Lights");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ruth.SubmitAsync($"{profile}/certification", "certify-provider")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await ruth.SubmitAsync($"{profile}/certification", "certify-provider", AllTicked)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await ruth.SubmitAsync($"{profile}/evidence", "keep-insurance", ("kind", "publicLiability"), ("cover", "5,000,000"), ("ends", "2030-01-31"))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await ruth.SubmitAsync($"{profile}/evidence", "keep-policy", ("kind", "safeguarding"), ("name", "Keeping people safe"), ("reviewedOn", "2026-03-01"), ("link", "https://harbour.example/safe"))).StatusCode);
        var refused = await ruth.ReadAsync(await ruth.SubmitAsync($"{profile}/evidence", "keep-policy", ("kind", "equality"), ("name", "Fair"), ("reviewedOn", "2026-03-01"), ("link", "javascript:alert(1)")));

        Assert.NotNull(refused.QuerySelector(".error-summary a[href$='#keep-policy-link']"));
        Assert.True(refused.QuerySelector("#keep-policy")!.Closest("details")!.HasAttribute("open"));
        var page = await ruth.ReadAsync($"{profile}/evidence");
        Assert.Contains("£5,000,000 until 31 January 2030", page.QuerySelector("section[aria-labelledby=insurance-title]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("https://harbour.example/safe", page.QuerySelector("section[aria-labelledby=policies-title] a")!.GetAttribute("href"));
        Assert.Contains("All 11 sentences are true", (await ruth.ReadAsync($"{profile}/certification")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_is_there_for_its_members_alone_until_it_is_shown()
    {
        using var ruth = await host.SignedInAsync("provider");
        using var daniel = await host.SignedInAsync("provider-2");
        using var anybody = host.NewVisitor();
        var profile = await BeginAsync(ruth, "Lighthouse Friends");
        async Task<HttpStatusCode> Look(Visitor who, string address) => (await who.GetAsync(address)).StatusCode;

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (await Look(daniel, profile), await Look(anybody, profile)));
        Assert.Equal(HttpStatusCode.NotFound, await Look(daniel, $"/api{profile}"));
        await ruth.SubmitAsync(profile, "set-contact", ("email", "office@lighthouse.example"));
        await ruth.SubmitAsync(profile, "show-provider");

        Assert.Contains("Lighthouse Friends", (await anybody.ReadAsync("/providers?words=lighthouse")).Body!.TextContent, StringComparison.Ordinal);
        var page = (await anybody.ReadAsync(profile)).DocumentElement.OuterHtml;
        Assert.Contains("Lighthouse Friends", page, StringComparison.Ordinal);
        Assert.DoesNotContain("office@lighthouse.example", page, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound),
            (await Look(daniel, $"{profile}/evidence"), await Look(daniel, $"{profile}/certification"), await Look(daniel, $"{profile}/people")));

        await ruth.SubmitAsync(profile, "show-provider");
        Assert.Equal(HttpStatusCode.NotFound, await Look(anybody, profile));
        Assert.DoesNotContain("Lighthouse Friends", (await anybody.ReadAsync("/providers?words=lighthouse")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_colleague_comes_in_by_a_link_that_works_once_and_whoever_is_suspended_is_cut_off()
    {
        using var ruth = await host.SignedInAsync("provider");
        using var daniel = await host.SignedInAsync("provider-2");
        using var tom = await host.SignedInAsync("commissioner");
        var profile = await BeginAsync(ruth, "Shore Neighbours");
        var link = new Uri((await ruth.ReadAsync(await ruth.SubmitAsync($"{profile}/people", "invite-colleague", ("for", "Daniel")))).GetElementById("invitation-link")!.GetAttribute("value")!).PathAndQuery;

        Assert.Contains("Shore Neighbours", (await daniel.ReadAsync(link)).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await daniel.SubmitAsync(link, "join-provider")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await tom.GetAsync(link)).StatusCode);
        Assert.Contains("Shore Neighbours", (await daniel.ReadAsync("/providers/mine")).Body!.TextContent, StringComparison.Ordinal);

        var suspensions = (Suspensions)host.Services.GetService(typeof(Suspensions))!;
        suspensions.Suspend(SamplePeople.Find("provider-2")!.Id);
        try
        {
            Assert.Equal(HttpStatusCode.NotFound, (await daniel.GetAsync(profile)).StatusCode);
        }
        finally
        {
            suspensions.Restore(SamplePeople.Find("provider-2")!.Id);
        }
    }

    [Fact]
    public async Task Two_organisations_find_each_other_on_a_tenders_page_and_talk_without_addresses()
    {
        var tender = await TenderOnSite.PublishedAsync(host);
        using var ruth = await host.SignedInAsync("provider");
        using var daniel = await host.SignedInAsync("provider-2");
        using var anybody = host.NewVisitor();
        var profile = await BeginAsync(ruth, "Pier Company");
        var walks = (await BeginAsync(daniel, "Downland Walks")).Split('/')[^1];
        var id = profile.Split('/')[^1];

        Assert.Equal(HttpStatusCode.SeeOther, (await ruth.SubmitAsync(tender.Opportunity, "look-for-partners", ("provider", id), ("brings", "A pier"), ("looksFor", "Walkers"))).StatusCode);
        Assert.DoesNotContain("Pier Company", (await anybody.ReadAsync(tender.Opportunity)).Body!.TextContent, StringComparison.Ordinal);
        var page = await daniel.ReadAsync(tender.Opportunity);
        var place = page.QuerySelectorAll("#seekers article").Select((card, place) => (card, place)).Single(one => one.card.TextContent.Contains("Pier Company", StringComparison.Ordinal)).place;
        var sent = await daniel.SubmitAsync(tender.Opportunity, $"write-to-{place}", ("from", walks), ("words", "We walk."));
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);

        var talks = (await ruth.ReadAsync($"{profile}/talks")).Body!;
        Assert.Contains("We walk.", talks.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("@", talks.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await daniel.GetAsync($"{profile}/talks")).StatusCode);
    }

    private static (string, string)[] AllTicked => [.. Enumerable.Range(0, SelfCertification.Rules[^1].Value.Length).Select(place => ($"answers[{place}].holds", "true"))];

    private static async Task<string> BeginAsync(Visitor who, string name)
    {
        var begun = await who.SubmitAsync("/providers/mine", "begin-provider", ("name", name), ("kind", "vcse"), ("size", "upTo9"));
        Assert.Equal(HttpStatusCode.SeeOther, begun.StatusCode);
        return new Uri(new Uri("http://localhost"), begun.Headers.Location!).AbsolutePath;
    }
}
