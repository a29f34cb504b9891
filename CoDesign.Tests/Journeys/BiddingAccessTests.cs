using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using CoDesign.App.Shell;
using CoDesign.Domain.Tenders;
using CoDesign.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoDesign.Tests.Journeys;

/// <summary>Until bids are open, everybody can use what they have of a tender: looked at twice; by keys alone; without scripts.</summary>
[Trait("Category", "Browser")]
public sealed class BiddingAccessTests(JourneyHost host, BrowserFixture browser) : IClassFixture<JourneyHost>
{
    [Fact]
    public async Task Everybody_can_use_the_pages_before_the_bids_are_open()
    {
        var tender = await TenderOnSite.PublishedAsync(host, asksEvidence: true);
        var draft = await tender.BidAsync("provider", submitted: false);
        using (var ruth = await host.SignedInAsync("provider-2"))
            Assert.Equal(HttpStatusCode.SeeOther, (await ruth.SubmitAsync(tender.Opportunity, "ask-about-tender", ("question", "May volunteers do it?"))).StatusCode);
        var follow = await FollowedAsync(tender);
        await browser.LookAsync(host.Address, "provider", tender.Opportunity, draft);
        await browser.LookAsync(host.Address, "provider-2", tender.Opportunity, follow, $"{follow}/stop", "/dev/outbox");
        await browser.LookAsync(host.Address, "commissioner", $"/projects/{tender.Project}/tender", $"/projects/{tender.Project}/tender/questions", tender.Question,
            $"/projects/{tender.Project}/tender/questions/scale", await LotAsync(tender), $"/projects/{tender.Project}/tender/rehearsal", $"/projects/{tender.Project}/tender/enquiries");
        await browser.LookAsync(host.Address, "member", "/projects", $"/projects/{tender.Project}", $"/projects/{tender.Project}/insights", $"/projects/{tender.Project}/tender");

        tender.PassDeadline();
        await browser.LookAsync(host.Address, "provider", tender.Opportunity, draft);
        var enquiries = $"/projects/{tender.Project}/tender/enquiries";
        await browser.LookAsync(host.Address, "commissioner", enquiries);
        using (var tom = await host.SignedInAsync("commissioner")) await tom.SubmitAsync(enquiries, "explain-open-enquiries", ("reason", "It came too late."));
        await browser.LookAsync(host.Address, "commissioner", enquiries);
    }

    [Fact]
    public async Task Everybody_can_use_the_pages_on_which_people_bid_together()
    {
        var tender = await TenderOnSite.PublishedAsync(host);
        await tender.AmendAsync("Somebody asked for a minute more.");
        await browser.LookAsync(host.Address, "provider-2", $"{tender.Opportunity}/versions/1", $"{tender.Opportunity}/versions/2", $"{tender.Opportunity}/you-said-we-did");
        var bid = await tender.BidAsync("provider", submitted: false);
        using var ruth = await host.SignedInAsync("provider");
        await ruth.SubmitAsync(bid, "invite-to-team");
        await ruth.SubmitAsync(bid, "add-partner", ("name", "Downland Walks"), ("does", "Walks at night."), ("access", "reads"));
        var page = await ruth.ReadAsync(bid);
        var (team, partner) = (Path(page, ".invitations code"), Path(page, "#partners code"));
        var share = page.QuerySelector("#set-shares input[name^='partners[']")!.GetAttribute("name")!;
        await ruth.SubmitAsync(bid, "set-shares", ("lead", "60"), ("does", "Wardens"), (share, "40"));
        await browser.LookAsync(host.Address, "provider", bid);
        foreach (var persona in new[] { "provider-2", "evaluator-1" }) await browser.LookAsync(host.Address, persona, team, partner);
        using (var daniel = await host.SignedInAsync("provider-2")) await daniel.SubmitAsync(partner, "join-as-partner");
        await browser.LookAsync(host.Address, "provider-2", $"{bid}/part");

        // Somebody who bids in no other test here: a bid takes over the profile of whoever has one.
        using var grace = await host.SignedInAsync("facilitator");
        var begun = await grace.SubmitAsync("/providers/mine", "begin-provider", ("name", "Downland Walks"), ("kind", "vcse"), ("size", "upTo9"));
        var people = await grace.ReadAsync(await grace.SubmitAsync($"{begun.Headers.Location}/people", "invite-colleague", ("for", "Daniel")));
        await browser.LookAsync(host.Address, "provider-2", new Uri(people.GetElementById("invitation-link")!.GetAttribute("value")!).PathAndQuery);
    }

    [Fact]
    public async Task Everybody_can_use_the_pages_of_offers_of_work_and_of_authorities()
    {
        using var daniel = await host.SignedInAsync("provider-2");
        using var sam = await host.SignedInAsync("administrator");
        var closes = UkTime.Local(host.Time.GetUtcNow().AddDays(3)).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
        var posted = await daniel.SubmitAsync("/subcontracts/new", "post-subcontract", ("organisation", "Downland Care"), ("title", "Drivers for the coast"), ("what", "Two drivers each evening."),
            ("least", "5,000"), ("most", "£9,000"), ("area", "The coast"), ("closes", closes));
        var offer = posted.Headers.Location!.ToString();
        using (var ruth = await host.SignedInAsync("provider")) await ruth.SubmitAsync(offer, "contact-poster", ("organisation", "Harbour Lights"), ("message", "We have a driver on Fridays."));
        await sam.PostJsonAsync($"/api/authorities/{AuthorityList.Stream.Value:n}/commands/add-authority", new { name = "Harbour Town" });
        var authority = (await sam.ReadAsync("/authorities")).QuerySelector("main a[href^='/authorities/']")!.GetAttribute("href")!;
        await browser.LookAsync(host.Address, "provider", "/opportunities?stage=subcontracts", offer, "/authorities", authority);
        await browser.LookAsync(host.Address, "provider-2", "/subcontracts/new", offer);
        await browser.LookAsync(host.Address, "administrator", "/", "/projects", "/account", "/admin", "/admin/authorities", offer);
    }

    [Fact]
    public async Task A_provider_answers_shows_evidence_and_submits_by_keyboard_alone()
    {
        var tender = await TenderOnSite.PublishedAsync(host, asksEvidence: true);
        var ruth = await browser.PersonAsync(host.Address, persona: "provider");
        await ruth.GotoAsync(tender.Opportunity);
        await ruth.WriteAsync("#start-bid input[name=organisation]", "Harbour Lights");
        await ruth.LoadsAsync(() => ruth.Keyboard.PressAsync("Enter"));
        await ruth.Locator("co-text[ready]").WaitForAsync();
        await ruth.TabToAsync(".cm-content");
        await ruth.Keyboard.TypeAsync("Volunteers do.");
        await Expect(ruth.Locator(".text-state")).ToHaveTextAsync("Saved");
        await ruth.TabToAsync("input[type=file]");
        await ruth.Locator("input[type=file]").SetInputFilesAsync(
        [
            new FilePayload { Name = "Lookouts.pdf", MimeType = "application/pdf", Buffer = [.. "%PDF-1.7 "u8, .. new byte[500_000]] },
            new FilePayload { Name = "Rescued.csv", MimeType = "text/csv", Buffer = [.. "year,people\n2025,31\n"u8] },
        ]);
        await ruth.EnterAsync(".evidence button[type=submit]");
        await Expect(ruth.Locator(".evidence .file")).ToHaveCountAsync(2);
        await ruth.WriteAsync("input[name=price]", "80,000");
        await ruth.LoadsAsync(() => ruth.Keyboard.PressAsync("Enter"));
        await Expect(ruth.Locator("#not-submitted")).ToContainTextAsync("complete, but it is not submitted");
        await Expect(ruth.Locator(".answer")).ToContainTextAsync("2 of 300 words");
        await Expect(ruth.Locator("co-countdown")).ToContainTextAsync("left.");
        await ruth.EnterAsync("#submit-bid button[type=submit]");
        await Expect(ruth.Locator("#receipt")).ToContainTextAsync("£80,000");
        await ruth.GotoAsync(new Uri(ruth.Url).AbsolutePath + "/receipts/1");
        await ruth.ShouldBeAccessibleAsync();
        await Expect(ruth.Locator("button[data-print]")).ToBeVisibleAsync();
        await ruth.LeaveAsync();
    }

    [Fact]
    public async Task A_provider_answers_and_submits_without_scripts()
    {
        var tender = await TenderOnSite.PublishedAsync(host);
        var ruth = await browser.PersonAsync(host.Address, 390, scripts: false, persona: "provider");
        await ruth.GotoAsync(tender.Opportunity);
        await ruth.GetByLabel("The name of your organisation").FillAsync("Harbour Lights");
        await ruth.PressAsync("Start a bid");
        await ruth.Locator("co-text textarea").FillAsync("Volunteers do.");
        await ruth.PressAsync("Save", exact: true);
        await Expect(ruth.Locator("co-text textarea")).ToHaveValueAsync("Volunteers do.");
        await ruth.GetByLabel("Your price for the whole contract").FillAsync("80,000");
        await ruth.PressAsync("Save the price");
        await ruth.PressAsync("Submit the bid");
        await Expect(ruth.Locator("#receipt")).ToContainTextAsync("£80,000");
        await ruth.LeaveAsync();
    }

    private static string Path(IParentNode page, string code) => new Uri(page.QuerySelector(code)!.TextContent).PathAndQuery;

    /// <summary>Where an address that was asked whether it wants to follow the tender says yes.</summary>
    private async Task<string> FollowedAsync(TenderOnSite tender)
    {
        using var dora = host.NewVisitor();
        await dora.SubmitAsync(tender.Opportunity, "follow-by-mail", ("email", "dora@example.org"));
        var outbox = (await dora.ReadAsync("/dev/outbox")).QuerySelector("main")!.TextContent;
        return Regex.Match(outbox, "/follow/[0-9a-f]{32}").Value;
    }

    /// <summary>A lot that is being thought of for the next version; the address of its page.</summary>
    private async Task<string> LotAsync(TenderOnSite tender)
    {
        using var tom = await host.SignedInAsync("commissioner");
        var lots = $"/projects/{tender.Project}/tender/lots";
        foreach (var lot in new[] { "North", "South" }) await tom.SubmitAsync(lots, "add-lot", ("title", lot), ("value", "45,000"));
        return (await tom.ReadAsync(lots)).QuerySelector("#main .rows a")!.GetAttribute("href")!;
    }
}
