using System.Globalization;
using System.Text.RegularExpressions;
using CoDesign.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoDesign.Tests.Journeys;

/// <summary>The second half of the path: from the live tender document to a ranked result.</summary>
internal static class BuyingTogether
{
    public const string Organisation = "Harbour Lights";
    public const string Answer = "We visit three times before the first walk.";

    public static async Task<string> PrepareTenderAsync(IPage tom, IPage amina, string project, DateTimeOffset deadline)
    {
        await tom.GotoAsync($"{project}/tender");
        await tom.SubmitAsync("Begin the tender");
        await tom.GetByLabel("What is wanted, in short").FillAsync("Companions for people with dementia.");
        await tom.GetByLabel("Estimated value in pounds").FillAsync("180,000");
        await tom.GetByLabel("How long it lasts, in months").FillAsync("24");
        await tom.SubmitAsync("Save", exact: true);
        await tom.GotoAsync($"{project}/tender/documents");
        await Expect(tom.Locator(".document")).ToContainTextAsync("Companions for people with dementia.");
        await tom.GotoAsync($"{project}/tender/timetable");
        await tom.GetByLabel("Bids are in time until").FillAsync(deadline.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture));
        await tom.SubmitAsync("Set the deadline");
        await tom.GotoAsync($"{project}/tender/questions");
        await tom.GetByLabel("A short name for it").FillAsync("Knowing the person");
        await tom.GetByLabel("What are bidders asked?").FillAsync("How will companions get to know the person?");
        await tom.GetByLabel(DesigningTogether.Clause).CheckAsync();
        await tom.SubmitAsync("Add this question");
        await Expect(tom.Locator(".table")).ToContainTextAsync("Knowing the person");
        await SetGroupAsync(tom, "Officers", "40", serviceUsers: false);
        await SetGroupAsync(tom, "Service users", "60", serviceUsers: true);
        await AppointAsync(tom, "evaluator-1@codesign.example", null, "Evaluator, Officers");
        await AppointAsync(tom, "evaluator-2@codesign.example", null, "Evaluator, Officers");
        await AppointAsync(tom, null, "Amina", "Evaluator, Service users");
        await AppointAsync(tom, "moderator@codesign.example", null, "Moderator");

        await tom.GotoAsync($"{project}/tender/documents");
        await Expect(tom.Locator(".document")).ToContainTextAsync("Service users: 60%");

        // Whoever has the document open sees at once what somebody else writes in a clause, marked.
        var writing = await tom.Context.NewPageAsync();
        await writing.GotoAsync(amina.Url);
        await writing.Locator(".cm-content").PressAsync("Control+End");
        await writing.Locator(".cm-content").PressSequentiallyAsync(" Never in a hurry.");
        await Expect(amina.Locator(".cm-content")).ToContainTextAsync("Never in a hurry.");
        await Expect(tom.Locator(".document .changed").Filter(new() { HasText = "Never in a hurry." }).First).ToBeVisibleAsync();

        await ExplainAsync(tom, project);
        await tom.GotoAsync($"{project}/tender/publish");
        await tom.ConfirmAsync("Publish the tender");
        await Expect(tom.Locator(".receipt code")).ToHaveTextAsync(new Regex("^[0-9a-f]{64}$"));
        return new Uri(new Uri(tom.Url), await tom.Locator(".receipt a").First.GetAttributeAsync("href")).AbsolutePath;
    }

    /// <summary>Every gap that is left gets its reason, without which nothing is published.</summary>
    public static async Task ExplainAsync(IPage tom, string project)
    {
        await tom.GotoAsync($"{project}/thread/gaps");
        while (await tom.Locator("#explain-gap").CountAsync() > 0)
        {
            await tom.Locator("#explain-gap input[type=radio]").Last.CheckAsync();
            await tom.GetByLabel("In plain words").FillAsync("Kept for the next contract.");
            await tom.LoadsAsync(() => tom.Locator("#explain-gap button[type=submit]").ClickAsync());
        }
    }

    private static async Task SetGroupAsync(IPage tom, string name, string weight, bool serviceUsers)
    {
        await tom.GetByText("Add a group, or change its weight").ClickAsync();
        await tom.GetByLabel("Name of the group").FillAsync(name);
        await tom.GetByLabel("How much it counts in each question").FillAsync(weight);
        if (serviceUsers) await tom.GetByLabel("These are people who use the service").CheckAsync();
        await tom.SubmitAsync("Save the group");
        await Expect(tom.Locator("section[aria-labelledby=panel-title] .people")).ToContainTextAsync($"{name}: ");
    }

    private static async Task AppointAsync(IPage tom, string? email, string? member, string seat)
    {
        await tom.GetByText("Appoint somebody").ClickAsync();
        if (email is not null) await tom.GetByLabel("Their e-mail address").FillAsync(email);
        if (member is not null) await tom.GetByLabel("Somebody of the project").SelectOptionAsync(member);
        await tom.Locator("#appoint").GetByLabel("As", new() { Exact = true }).SelectOptionAsync(seat);
        await tom.SubmitAsync("Appoint them");
    }

    public static async Task BidAsync(IPage ruth, string opportunity)
    {
        await ruth.GotoAsync("/opportunities");
        await ruth.GetByRole(AriaRole.Link, new() { Name = "Days out with dementia" }).ClickAsync();
        Assert.Equal(opportunity, new Uri(ruth.Url).AbsolutePath);
        await Expect(ruth.Locator(".document")).ToContainTextAsync("Somebody the person knows");
        await ruth.GetByLabel("The name of your organisation").FillAsync(Organisation);
        await ruth.SubmitAsync("Start a bid");
        await ruth.Locator(".cm-content").PressSequentiallyAsync(Answer);
        await Expect(ruth.Locator(".text-state")).ToHaveTextAsync("Saved");
        await ruth.GetByLabel("Your price for the whole contract").FillAsync("172,500");
        await ruth.SubmitAsync("Save the price");
        await Expect(ruth.Locator("#announcer")).ToContainTextAsync("Saved");
        await ruth.SubmitAsync("Submit the bid");
        await Expect(ruth.Locator("#receipt code")).ToHaveTextAsync(new Regex("^[0-9a-f]{64}$"));
    }

    /// <summary>Finds the panel's page from the list of projects, and stays there.</summary>
    public static async Task<string> SitDownAsync(IPage person)
    {
        await person.GotoAsync("/projects");
        await person.GetByRole(AriaRole.Link, new() { Name = "Days out with dementia" }).ClickAsync();
        await Expect(person.Locator("#main")).ToContainTextAsync("Bids are sealed until the deadline");
        return new Uri(person.Url).AbsolutePath;
    }

    public static async Task OpenAsync(IPage sian, IPage helen)
    {
        await sian.ReloadAsync();
        await helen.ReloadAsync();
        await sian.SubmitAsync("Open the bids");
        await Expect(helen.Locator(".notice")).ToContainTextAsync("Somebody has said that the bids are to be opened.");
        await helen.SubmitAsync("Open the bids");
        await Expect(sian.Locator(".notice").First).ToContainTextAsync("The bids are open.");
    }

    public static async Task ScoreAsync(IPage person, string panel, string score, string reason)
    {
        await person.GotoAsync(panel);
        await person.GetByLabel("No, nothing").CheckAsync();
        await person.SubmitAsync("Go on");
        await Expect(person.Locator("#main")).ToContainTextAsync(Answer);
        await person.GetByLabel(score).CheckAsync();
        await person.GetByLabel("Why? Say it in your own words.").FillAsync(reason);
        await person.SubmitAsync("Save this score");
        await person.LoadsAsync(() => person.Locator(".tasks a").First.ClickAsync());
        await Expect(person.GetByLabel("Why? Say it in your own words.")).ToHaveValueAsync(reason);
        await person.SubmitAsync("All done? Look through my scores");
        await person.SubmitAsync("Lock my scores");
        await Expect(person.Locator("#main")).ToContainTextAsync("Your scores are locked");
    }

    public static async Task ModerateAsync(IPage sian, IPage helen, string panel, string reason)
    {
        await sian.GotoAsync(panel);
        await sian.GetByLabel("All at once").CheckAsync();
        await sian.ConfirmAsync("Open the scores to the panel");
        await Expect(sian.Locator("#main")).ToContainTextAsync("How each number is made");

        // 40% × 3 + 60% × 5 = 4.2 of 5, of 60 for quality: 50.40. The only price gets all 40.
        await helen.GotoAsync(panel);
        await Expect(helen.Locator("tbody tr").First).ToContainTextAsync("50.40");
        await Expect(helen.Locator("tbody tr").First).ToContainTextAsync("90.40");
        await helen.Locator("details summary").First.ClickAsync();
        await Expect(helen.Locator("details").First).ToContainTextAsync(reason);
    }

    public static async Task AwardAsync(IPage sian, IPage helen, IPage tom, string panel)
    {
        await sian.GotoAsync($"{panel}/summaries");
        await sian.LoadsAsync(() => sian.GetByRole(AriaRole.Link, new() { Name = "Bidder A" }).ClickAsync());
        await sian.SubmitAsync("Save the summary of Bidder A");
        await sian.GotoAsync($"{panel}/award");
        await sian.SubmitAsync("Propose Bidder A");
        await tom.GotoAsync($"{panel}/award");
        await Expect(tom.Locator("#main")).Not.ToContainTextAsync("Bidder A");
        await tom.ConfirmAsync("Approve the award");
        await sian.GotoAsync(panel);
        await Expect(helen.Locator("#main")).ToContainTextAsync($"The contract goes to {Organisation}.");
        await tom.GotoAsync(panel);
        await Expect(tom.Locator("#main")).ToContainTextAsync($"The contract goes to {Organisation}.");
    }

    public static async Task FollowTheThreadAsync(IPage tom, string project)
    {
        await tom.GotoAsync($"{project}/thread");
        await tom.Locator("tr").Filter(new() { HasText = DesigningTogether.Words }).First.GetByRole(AriaRole.Link).ClickAsync();
        var table = tom.Locator("table");
        foreach (var step in new[] { "Walking companions", "Ten people go out twice a week", "People with dementia feel safe going out", DesigningTogether.Clause, "Knowing the person", "50.40 of 60.00" })
            await Expect(table).ToContainTextAsync(step);
        await Expect(table).Not.ToContainTextAsync("Two in three people");
        await Expect(tom.Locator(".flow-node.chosen")).Not.ToHaveCountAsync(0);
    }
}
