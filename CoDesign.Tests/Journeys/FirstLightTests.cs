using CoDesign.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoDesign.Tests.Journeys;

/// <summary>
/// The whole path, from somebody's first words to a ranked result, walked by six people in six browsers at once.
/// What one does is asserted on the screens of the others.
/// </summary>
[Trait("Category", "Browser")]
public sealed class FirstLightTests(JourneyHost host, BrowserFixture browser) : IClassFixture<JourneyHost>
{
    private const string Words = "I stopped going out when the bus changed its route.";
    private const string Clause = "Getting out and about";

    [Fact]
    public async Task People_turn_their_words_into_a_result()
    {
        SetDefaultExpectTimeout(30_000);
        var tom = await Person("commissioner");
        var amina = await browser.PersonAsync(host.Address, 390);
        var (ruth, helen, priya, sian) = (await Person("provider"), await Person("evaluator-1"), await Person("evaluator-2"), await Person("moderator"));

        var project = await BeginAsync(tom);
        await JoinAsync(tom, amina, project);
        await SpeakAsync(tom, amina, project);
        await TryAsync(tom, amina, project);
        await WriteTogetherAsync(tom, amina, project);
        var tender = await PrepareTenderAsync(tom, amina, project);
        await BidAsync(ruth, tender);
        await ScoreAsync(sian, [helen, priya, amina], tom, project);
        await FollowTheThreadAsync(tom, project);
    }

    private static async Task<string> BeginAsync(IPage tom)
    {
        await tom.GotoAsync("/projects/new");
        await tom.GetByLabel("What is the project called?").FillAsync("Days out with dementia");
        await tom.GetByLabel("Service re-design").CheckAsync();
        await tom.GetByLabel("What is it for?").FillAsync("So that people with dementia can go out when they like.");
        await Submit(tom, "Begin the project");
        await Expect(tom.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Days out with dementia");
        return new Uri(tom.Url).AbsolutePath;
    }

    private static async Task JoinAsync(IPage tom, IPage amina, string project)
    {
        await Submit(tom, "Let people join with a code");
        var digits = await tom.Locator(".join-digits").First.InnerTextAsync();
        var code = string.Concat(digits.Where(char.IsAsciiDigit));

        await amina.GotoAsync("/join");
        await amina.GetByLabel("Code").FillAsync(code);
        await Submit(amina, "Go on");
        await amina.GetByLabel("What shall we call you?").FillAsync("Amina");
        await amina.GetByLabel("I care for somebody who does").CheckAsync();
        await amina.GetByLabel("That is all right with me").CheckAsync();
        await Submit(amina, "Join in");
        await Expect(amina.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Days out with dementia");

        await Expect(tom.Locator(".feed")).ToContainTextAsync("Amina joined");
        Assert.EndsWith(project, new Uri(amina.Url).AbsolutePath, StringComparison.Ordinal);
    }

    private static async Task SpeakAsync(IPage tom, IPage amina, string project)
    {
        await tom.GotoAsync($"{project}/insights");
        await amina.GotoAsync($"{project}/insights");
        await Expect(amina.GetByLabel("A carer")).ToBeCheckedAsync();
        await amina.GetByLabel("What did you see, hear or live through?").FillAsync(Words);
        await Press(amina, "Add this insight");
        await Expect(tom.Locator(".wall")).ToContainTextAsync(Words);

        await tom.GetByLabel("What did you see, hear or live through?").FillAsync("Two in three people with dementia no longer go out alone.");
        await tom.GetByLabel("Figures or research").CheckAsync();
        await Press(tom, "Add this insight");
        await Expect(amina.Locator(".wall")).ToContainTextAsync("Two in three people");
    }

    private static async Task TryAsync(IPage tom, IPage amina, string project)
    {
        await CardLink(amina, Words, "Make an idea from this");
        await tom.GotoAsync($"{project}/ideas");
        await amina.GetByLabel("A short name for it").FillAsync("Walking companions");
        await amina.GetByLabel("What would happen?").FillAsync("Somebody who knows you comes along.");
        await Expect(amina.GetByLabel(Words)).ToBeCheckedAsync();
        await Press(amina, "Propose this idea");
        await Expect(tom.Locator("#main")).ToContainTextAsync("Walking companions");

        await CardLink(tom, "Walking companions", "Try this out");
        await amina.GotoAsync($"{project}/trials");
        await tom.GetByLabel("What do we expect?").FillAsync("Ten people go out twice a week");
        await tom.GetByLabel("How will we know?").FillAsync("They keep a diary");
        await Submit(tom, "Start the trial");
        await Expect(amina.Locator("#main")).ToContainTextAsync("Ten people go out twice a week");

        await amina.GotoAsync($"{project}/trials");
        await amina.GetByLabel("What happened?").FillAsync("Nine of ten did, and asked for more.");
        await amina.GetByLabel("It works").CheckAsync();
        await Submit(amina, "Record what it showed");
        await Expect(tom.Locator("#main")).ToContainTextAsync("Nine of ten did, and asked for more.");

        await CardLink(tom, "Ten people go out twice a week", "Describe the outcome");
        await amina.GotoAsync($"{project}/outcomes");
        await tom.GetByLabel("What would be different for the person?").FillAsync("People with dementia feel safe going out");
        await Press(tom, "Add this outcome");
        await Expect(amina.Locator("#main")).ToContainTextAsync("People with dementia feel safe going out");
        await amina.GetByRole(AriaRole.Link, new() { Name = "Add a measure" }).First.ClickAsync();
        await amina.GetByLabel("What is counted").FillAsync("outings a month");
        await amina.GetByLabel("To reach").FillAsync("8");
        await Press(amina, "Add this measure");
        await Expect(tom.Locator("#main")).ToContainTextAsync("outings a month: 8");
    }

    private static async Task WriteTogetherAsync(IPage tom, IPage amina, string project)
    {
        await tom.GotoAsync($"{project}/outcomes");
        await tom.GetByRole(AriaRole.Link, new() { Name = "Write a clause" }).First.ClickAsync();
        await tom.GetByLabel("What is it about?").FillAsync(Clause);
        await Submit(tom, "Add this clause");
        await Expect(tom.Locator("co-text[ready]")).ToBeVisibleAsync();
        await amina.GotoAsync(new Uri(tom.Url).PathAndQuery);
        await Expect(amina.Locator("co-text[ready]")).ToBeVisibleAsync();

        var (toms, aminas) = (tom.Locator(".cm-content"), amina.Locator(".cm-content"));
        await toms.PressSequentiallyAsync("The provider finds a companion. ");
        await Expect(aminas).ToContainTextAsync("The provider finds a companion.");
        await aminas.PressAsync("Control+End");
        await aminas.PressSequentiallyAsync("Somebody the person knows 🚶.");
        await Expect(toms).ToContainTextAsync("Somebody the person knows 🚶.");
        await Expect(tom.Locator(".text-state")).ToHaveTextAsync("Saved");
        await Expect(tom.Locator("#main")).ToContainTextAsync(Words);
    }

    private async Task<string> PrepareTenderAsync(IPage tom, IPage amina, string project)
    {
        await tom.GotoAsync($"{project}/tender");
        await Submit(tom, "Begin the tender");
        await tom.GetByLabel("What is wanted, in short").FillAsync("Companions for people with dementia.");
        await tom.GetByLabel("Estimated value in pounds").FillAsync("180,000");
        await tom.GetByLabel("How long it lasts, in months").FillAsync("24");
        await Submit(tom, "Save", exact: true);
        await Expect(tom.Locator(".document")).ToContainTextAsync("Companions for people with dementia.");
        await tom.GetByLabel("Bids are in time until").FillAsync(host.Time.GetUtcNow().AddHours(3).ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture));
        await Submit(tom, "Set the deadline");
        await tom.GetByLabel("A short name for it").FillAsync("Knowing the person");
        await tom.GetByLabel("What are bidders asked?").FillAsync("How will companions get to know the person?");
        await tom.GetByLabel(Clause).CheckAsync();
        await Submit(tom, "Add this question");
        await Expect(tom.Locator(".document")).ToContainTextAsync("Knowing the person");
        await SetGroupAsync(tom, "Officers", "40", serviceUsers: false);
        await SetGroupAsync(tom, "Service users", "60", serviceUsers: true);
        await AppointAsync(tom, "evaluator-1@codesign.example", null, "Evaluator, Officers");
        await AppointAsync(tom, "evaluator-2@codesign.example", null, "Evaluator, Officers");
        await AppointAsync(tom, null, "Amina", "Evaluator, Service users");
        await AppointAsync(tom, "moderator@codesign.example", null, "Moderator");

        // Whoever has the document open sees at once what somebody else writes in a clause, marked.
        await amina.Locator(".cm-content").PressAsync("Control+End");
        await amina.Locator(".cm-content").PressSequentiallyAsync(" Never in a hurry.");
        await Expect(tom.Locator(".document .changed")).ToContainTextAsync("Never in a hurry.");

        await Confirm(tom, "Publish the tender");
        await Expect(tom.Locator(".receipt code")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^[0-9a-f]{64}$"));
        return new Uri(new Uri(tom.Url), await tom.Locator(".receipt a").First.GetAttributeAsync("href")).AbsolutePath;
    }

    private static async Task SetGroupAsync(IPage tom, string name, string weight, bool serviceUsers)
    {
        await tom.GetByText("Add a group, or change its weight").ClickAsync();
        await tom.GetByLabel("Name of the group").FillAsync(name);
        await tom.GetByLabel("How much it counts in each question").FillAsync(weight);
        if (serviceUsers) await tom.GetByLabel("These are people who use the service").CheckAsync();
        await Submit(tom, "Save the group");
        await Expect(tom.Locator(".document")).ToContainTextAsync($"{name}: {weight}%");
    }

    private static async Task AppointAsync(IPage tom, string? email, string? member, string seat)
    {
        await tom.GetByText("Appoint somebody").ClickAsync();
        if (email is not null) await tom.GetByLabel("Their e-mail address").FillAsync(email);
        if (member is not null) await tom.GetByLabel("Somebody of the project").SelectOptionAsync(member);
        await tom.Locator("#appoint").GetByLabel("As", new() { Exact = true }).SelectOptionAsync(seat);
        await Submit(tom, "Appoint them");
    }

    private static async Task BidAsync(IPage ruth, string opportunity)
    {
        await ruth.GotoAsync("/opportunities");
        await ruth.GetByRole(AriaRole.Link, new() { Name = "Days out with dementia" }).ClickAsync();
        Assert.Equal(opportunity, new Uri(ruth.Url).AbsolutePath);
        await Expect(ruth.Locator(".document")).ToContainTextAsync("Somebody the person knows");
        await ruth.GetByLabel("The name of your organisation").FillAsync("Harbour Lights");
        await Submit(ruth, "Start a bid");
        await ruth.Locator(".cm-content").PressSequentiallyAsync("We visit three times before the first walk.");
        await Expect(ruth.Locator(".text-state")).ToHaveTextAsync("Saved");
        await ruth.GetByLabel("Your price for the whole contract").FillAsync("172,500");
        await Submit(ruth, "Save the price");
        await Expect(ruth.Locator("#announcer")).ToContainTextAsync("Saved");
        await Submit(ruth, "Submit the bid");
        await Expect(ruth.Locator("#receipt code")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^[0-9a-f]{64}$"));
    }

    private async Task ScoreAsync(IPage sian, IPage[] evaluators, IPage tom, string project)
    {
        await sian.GotoAsync("/projects");
        await sian.GetByRole(AriaRole.Link, new() { Name = "Days out with dementia" }).ClickAsync();
        var panel = new Uri(sian.Url).AbsolutePath;
        await Expect(sian.Locator("#main")).ToContainTextAsync("Bids are sealed until the deadline");
        host.Time.Pass(TimeSpan.FromHours(4));

        var helen = evaluators[0];
        await helen.GotoAsync(panel);
        await sian.ReloadAsync();
        await Submit(sian, "Open the bids");
        await Expect(helen.Locator(".notice")).ToContainTextAsync("Somebody has said that the bids are to be opened.");
        await Submit(helen, "Open the bids");
        await Expect(sian.Locator(".notice").First).ToContainTextAsync("The bids are open.");

        foreach (var (person, index) in evaluators.Select((person, index) => (person, index)))
        {
            await person.GotoAsync(panel);
            await person.GetByLabel("No, nothing").CheckAsync();
            await Submit(person, "Go on");
            await Expect(person.Locator("#main")).ToContainTextAsync("We visit three times before the first walk.");
            Assert.DoesNotContain("Harbour Lights", await person.ContentAsync(), StringComparison.Ordinal);
            await person.GetByLabel(index == 2 ? "5 – Excellent" : "3 – Good").CheckAsync();
            await person.GetByLabel("Why? Say it in your own words.").FillAsync(index == 2 ? "They take their time." : "Clear, but no figures.");
            await Submit(person, "Save this score");
            await Submit(person, "Lock my scores");
            await Expect(person.Locator("#main")).ToContainTextAsync("Your scores are locked");
            Assert.DoesNotContain("Result", await person.Locator("#main").InnerTextAsync(), StringComparison.Ordinal);
        }

        await tom.GotoAsync(panel);
        await Expect(tom.Locator("#main")).ToContainTextAsync("stays with the panel until the award");
        await sian.GotoAsync(panel);
        await Confirm(sian, "Open the scores to the panel");
        await Expect(sian.Locator("#main")).ToContainTextAsync("How each number is made");

        // 40% × 3 + 60% × 5 = 4.2 of 5, of 60 for quality: 50.40. The only price gets all 40.
        await helen.GotoAsync(panel);
        await Expect(helen.Locator("tbody tr").First).ToContainTextAsync("50.40");
        await Expect(helen.Locator("tbody tr").First).ToContainTextAsync("90.40");
        await helen.Locator("details summary").First.ClickAsync();
        await Expect(helen.Locator("details").First).ToContainTextAsync("They take their time.");

        await Confirm(sian, "Award the contract to Bidder A");
        await Expect(helen.Locator("#main")).ToContainTextAsync("The contract goes to Harbour Lights.");
        await tom.GotoAsync(panel);
        await Expect(tom.Locator("#main")).ToContainTextAsync("The contract goes to Harbour Lights.");
        Assert.StartsWith("/projects/", project, StringComparison.Ordinal);
    }

    private static async Task FollowTheThreadAsync(IPage tom, string project)
    {
        await tom.GotoAsync($"{project}/thread");
        await tom.Locator("tr").Filter(new() { HasText = Words }).First.GetByRole(AriaRole.Link).ClickAsync();
        var table = tom.Locator("table");
        foreach (var step in new[] { "Walking companions", "Ten people go out twice a week", "People with dementia feel safe going out", Clause, "Knowing the person", "50.40 of 60.00" })
            await Expect(table).ToContainTextAsync(step);
        await Expect(table).Not.ToContainTextAsync("Two in three people");
        await Expect(tom.Locator(".flow-node.chosen")).Not.ToHaveCountAsync(0);
    }

    private static Task CardLink(IPage page, string card, string link) =>
        page.Locator(".card").Filter(new() { HasText = card }).GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync();

    private Task<IPage> Person(string persona) => browser.PersonAsync(host.Address, persona: persona);

    /// <summary>Presses a button after which the page, or another one, is loaded.</summary>
    private static async Task Submit(IPage page, string button, bool exact = false)
    {
        await page.EvaluateAsync("() => { window.before = true; }");
        await Press(page, button, exact);
        await page.WaitForFunctionAsync("() => !window.before && document.readyState === 'complete'");
    }

    private static async Task Confirm(IPage page, string button)
    {
        await page.EvaluateAsync("() => { window.before = true; }");
        await Press(page, button);
        await page.Locator("#confirm [data-yes]").ClickAsync();
        await page.WaitForFunctionAsync("() => !window.before && document.readyState === 'complete'");
    }

    private static Task Press(IPage page, string button, bool exact = false) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = exact }).First.ClickAsync();
}
