using System.Net;
using System.Text.RegularExpressions;
using CoDesign.Tests.Browser;
using Microsoft.Playwright;
using static CoDesign.Tests.Journeys.ScoringOnSite;
using static Microsoft.Playwright.Assertions;

namespace CoDesign.Tests.Journeys;

/// <summary>Whoever goes on from an answer finds again what they typed about it and didn't save, without scripts and whichever way they go.</summary>
[Trait("Category", "Browser")]
public sealed class WaysOnTests(JourneyHost host, BrowserFixture browser) : IClassFixture<JourneyHost>
{
    private const string Reason = "They know every rock, but";
    private const string Words = "Who, by night?";
    private const string NotSaved = "You have not saved this yet.";

    /// <summary>What is pressed, on which of two answers, and where it leads: {0} is that answer's bid, {1} the other one's, {2} the question.</summary>
    public static TheoryData<string, int, string> Ways => new()
    {
        { "Go on to the next", 0, "?bid={1}&question={2}#score" },
        { "Go back one", 1, "?bid={1}&question={2}#score" },
        { "Bidder B, Watching", 0, "?bid={1}&question={2}#score" },
        { "See how it works and try it", 0, "/practice" },
        { "I need help with this", 0, "/help?bid={0}&question={2}" },
        { "I know who this is", 0, "/interests?bid={0}&question={2}#know-{0}" },
        { "Largest", 0, "?bid={0}&question={2}#size" },
        { "Keep this note", 0, "?bid={0}&question={2}#notes" },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task What_is_typed_is_there_again_and_counts_for_nothing(string button, int on, string way)
    {
        var tender = await TwoAnswersAsync();
        var (bid, other) = (tender.Bids[on], tender.Bids[1 - on]);
        var answer = $"{tender.Panel}?bid={bid}&question={tender.QuestionId}";
        var len = await browser.PersonAsync(host.Address, 390, scripts: false, persona: "evaluator-3");
        await len.GotoAsync(answer);
        await len.GetByText("Size of text").ClickAsync();
        await len.GetByLabel("4 – Very good").CheckAsync();
        await len.GetByLabel("Why? Say it in your own words.").FillAsync(Reason);
        await len.GetByRole(AriaRole.Textbox, new() { Name = "Your note" }).FillAsync(Words);

        await len.PressAsync(button);

        await ArrivesAsync(len, tender, string.Format(null, way, bid, other, tender.QuestionId));
        await len.GotoAsync(answer);
        await Expect(len.GetByLabel("4 – Very good")).ToBeCheckedAsync();
        await Expect(len.GetByLabel("Why? Say it in your own words.")).ToHaveValueAsync(Reason);
        await Expect(len.Locator(".my-notes")).ToContainTextAsync(Words);
        await Expect(len.Locator("#not-saved")).ToHaveTextAsync(NotSaved);
        await Expect(len.Locator(".tasks [aria-current] + .hint")).ToHaveTextAsync("not saved yet");
        Assert.Empty(tender.PanelState.Scores);
        await len.LeaveAsync();
    }

    [Fact]
    public async Task What_is_half_typed_is_there_again_and_is_still_no_score()
    {
        var tender = await TwoAnswersAsync();
        var len = await browser.PersonAsync(host.Address, 390, scripts: false, persona: "evaluator-3");
        await len.GotoAsync(tender.Panel);
        await len.GetByLabel("Why? Say it in your own words.").FillAsync(Reason);
        await len.PressAsync("Go on to the next");
        await len.GetByLabel("2 – Some way").CheckAsync();
        await len.PressAsync("Go back one");

        await Expect(len.GetByLabel("Why? Say it in your own words.")).ToHaveValueAsync(Reason);
        await len.PressAsync("Save this score");
        await Expect(len.Locator(".error-summary")).ToBeVisibleAsync();
        await len.PressAsync("Go on to the next");
        await Expect(len.GetByLabel("2 – Some way")).ToBeCheckedAsync();
        await len.PressAsync("Save this score");
        await Expect(len.Locator(".error-summary")).ToBeVisibleAsync();
        Assert.Empty(tender.PanelState.Scores);
        await len.LeaveAsync();
    }

    [Fact]
    public async Task A_change_that_is_not_saved_is_told_before_scores_are_locked()
    {
        var tender = await TwoAnswersAsync();
        await tender.ScoreAsync("evaluator-3");
        var len = await browser.PersonAsync(host.Address, 390, scripts: false, persona: "evaluator-3");
        await len.GotoAsync($"{tender.Panel}?bid={tender.Bids[0]}&question={tender.QuestionId}");
        await Expect(len.Locator("#lock-scores")).ToHaveCountAsync(0);
        await len.GetByLabel("Why? Say it in your own words.").FillAsync(Reason);

        await len.PressAsync("All done? Look through my scores");

        await ArrivesAsync(len, tender, "#lock-title");
        await Expect(len.Locator(".tasks li").First).ToContainTextAsync("4 of 5, and a change that is not saved");
        await Expect(len.Locator(".tasks li").Last).ToContainTextAsync("4 of 5");
        await len.Locator(".my-scores a").First.ClickAsync();
        await Expect(len.GetByLabel("Why? Say it in your own words.")).ToHaveValueAsync(Reason);
        await len.LeaveAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Enter_saves_the_score_and_does_not_lead_away(bool scripts)
    {
        var tender = await TwoAnswersAsync();
        var helen = await browser.PersonAsync(host.Address, scripts: scripts, persona: "evaluator-1");
        await helen.GotoAsync(tender.Panel);
        await helen.GetByLabel("Why? Say it in your own words.").FillAsync(Reason);
        await helen.GetByLabel("4 – Very good").CheckAsync();
        await helen.GetByLabel("4 – Very good").PressAsync("Enter");

        await Expect(helen.Locator(".tasks li").First).ToContainTextAsync("4 of 5");
        Assert.Single(tender.PanelState.Scores);
        await helen.LeaveAsync();
    }

    [Fact]
    public async Task Another_size_of_text_is_told_as_such_and_not_as_something_saved()
    {
        var tender = await TwoAnswersAsync();
        var helen = await browser.PersonAsync(host.Address, persona: "evaluator-1");
        await helen.GotoAsync($"{tender.Panel}?bid={tender.Bids[0]}&question={tender.QuestionId}");
        await helen.GetByLabel("Why? Say it in your own words.").FillAsync(Reason);
        await helen.GetByText("Size of text").ClickAsync();
        await helen.SubmitAsync("Largest");

        await Expect(helen.Locator("#announcer")).ToHaveTextAsync("The text has a new size.");
        await Expect(helen.Locator("html")).ToHaveAttributeAsync("data-size", "largest");
        await Expect(helen.GetByLabel("Why? Say it in your own words.")).ToHaveValueAsync(Reason);
        await helen.ShouldBeAccessibleAsync();
        await helen.LeaveAsync();
    }

    /// <summary>
    /// A link beside a form leaves behind what is typed there, where no scripts run. Before anything is declared, the way to the practice
    /// stands above the form, and may: there one question is asked, and the practice comes before it.
    /// </summary>
    [Fact]
    public async Task Nothing_beside_the_form_about_an_answer_or_an_interest_is_a_link()
    {
        var tender = await TwoAnswersAsync(declared: false);
        using var helen = await host.SignedInAsync("evaluator-1");
        foreach (var form in new[] { "declare-interests", "declare-interests", "score-answer" })
        {
            var page = await helen.ReadAsync(tender.Panel);
            Assert.NotNull(page.GetElementById(form));
            Assert.Empty(page.QuerySelectorAll(form == "score-answer" ? ".workspace.scoring a:not([download])" : ".workspace.scoring :is(section, nav) a").Select(link => link.TextContent));
            Assert.Equal([form], page.QuerySelectorAll(".workspace.scoring form").Select(one => one.Id));
            if (form == "declare-interests") await DoneAsync(helen, tender.Panel, form, ("conflict", "false"));
        }
    }

    [Fact]
    public async Task Nobody_is_led_to_another_site_by_what_a_form_says()
    {
        var tender = await TwoAnswersAsync();
        using var helen = await host.SignedInAsync("evaluator-1");
        foreach (var way in new[] { "//elsewhere.example", "?\r\nSet-Cookie: a=b", "https://elsewhere.example" })
        {
            using var answer = await helen.SubmitAsync(tender.Panel, "score-answer", ("then", way));
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
            Assert.StartsWith(new Uri(host.Address, tender.Panel).AbsoluteUri, new Uri(host.Address, answer.Headers.Location!).AbsoluteUri, StringComparison.Ordinal);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }
    }

    private async Task<TenderOnSite> TwoAnswersAsync(bool declared = true)
    {
        var tender = await TenderOnSite.PublishedAsync(host);
        foreach (var provider in new[] { "provider", "provider-2" }) await tender.BidAsync(provider, submitted: true);
        tender.PassDeadline();
        await tender.OpenAsync();
        foreach (var evaluator in declared ? ["evaluator-1", "evaluator-3"] : Array.Empty<string>()) await tender.DeclareAsync(evaluator);
        return tender;
    }

    private static Task ArrivesAsync(IPage page, TenderOnSite tender, string way) => page.ArriveAsync(Regex.Escape(tender.Panel + way));
}
