using CoDesign.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoDesign.Tests.Journeys;

/// <summary>The first half of the path: from somebody's first words to a clause that two people write at once.</summary>
internal static class DesigningTogether
{
    public const string Words = "I stopped going out when the bus changed its route.";
    public const string Clause = "Getting out and about";

    public static async Task<string> BeginAsync(IPage tom)
    {
        await tom.GotoAsync("/projects/new");
        await tom.GetByLabel("What is the project called?").FillAsync("Days out with dementia");
        await tom.GetByLabel("Service re-design").CheckAsync();
        await tom.GetByLabel("What is it for?").FillAsync("So that people with dementia can go out when they like.");
        await tom.SubmitAsync("Begin the project");
        await Expect(tom.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Days out with dementia");
        return new Uri(tom.Url).AbsolutePath;
    }

    public static async Task JoinAsync(IPage tom, IPage amina, string project)
    {
        await tom.SubmitAsync("Let people join with a code");
        var digits = await tom.Locator(".join-digits").First.InnerTextAsync();
        var code = string.Concat(digits.Where(char.IsAsciiDigit));

        await amina.GotoAsync("/join");
        await amina.GetByLabel("Code").FillAsync(code);
        await amina.SubmitAsync("Go on");
        await amina.GetByLabel("What shall we call you?").FillAsync("Amina");
        await amina.GetByLabel("I care for somebody who does").CheckAsync();
        await amina.GetByLabel("That is all right with me").CheckAsync();
        await amina.SubmitAsync("Join in");
        await Expect(amina.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Days out with dementia");

        await Expect(tom.Locator(".feed")).ToContainTextAsync("Amina joined");
        Assert.EndsWith(project, new Uri(amina.Url).AbsolutePath, StringComparison.Ordinal);
    }

    public static async Task SpeakAsync(IPage tom, IPage amina, string project)
    {
        await tom.GotoAsync($"{project}/insights");
        await amina.GotoAsync($"{project}/insights");
        await Expect(amina.GetByLabel("A carer")).ToBeCheckedAsync();
        await amina.GetByLabel("What did you see, hear or live through?").FillAsync(Words);
        await amina.PressAsync("Add this insight");
        await Expect(tom.Locator(".wall")).ToContainTextAsync(Words);

        await tom.GetByLabel("What did you see, hear or live through?").FillAsync("Two in three people with dementia no longer go out alone.");
        await tom.GetByLabel("Figures or research").CheckAsync();
        await tom.PressAsync("Add this insight");
        await Expect(amina.Locator(".wall")).ToContainTextAsync("Two in three people");
    }

    public static async Task TryAsync(IPage tom, IPage amina, string project)
    {
        await CardLink(amina, Words, "Make an idea from this");
        await tom.GotoAsync($"{project}/ideas");
        await amina.GetByLabel("A short name for it").FillAsync("Walking companions");
        await amina.GetByLabel("What would happen?").FillAsync("Somebody who knows you comes along.");
        await Expect(amina.GetByLabel(Words)).ToBeCheckedAsync();
        await amina.PressAsync("Propose this idea");
        await Expect(tom.Locator("#main")).ToContainTextAsync("Walking companions");

        await CardLink(tom, "Walking companions", "Try this out");
        await amina.GotoAsync($"{project}/trials");
        await tom.GetByLabel("What do we expect?").FillAsync("Ten people go out twice a week");
        await tom.GetByLabel("How will we know?").FillAsync("They keep a diary");
        await tom.SubmitAsync("Start the trial");
        await Expect(amina.Locator("#main")).ToContainTextAsync("Ten people go out twice a week");

        await amina.GotoAsync($"{project}/trials");
        await amina.GetByLabel("What happened?").FillAsync("Nine of ten did, and asked for more.");
        await amina.GetByLabel("It works").CheckAsync();
        await amina.SubmitAsync("Record what it showed");
        await Expect(tom.Locator("#main")).ToContainTextAsync("Nine of ten did, and asked for more.");

        await CardLink(tom, "Ten people go out twice a week", "Describe the outcome");
        await amina.GotoAsync($"{project}/outcomes");
        await tom.GetByLabel("What would be different for the person?").FillAsync("People with dementia feel safe going out");
        await tom.PressAsync("Add this outcome");
        await Expect(amina.Locator("#main")).ToContainTextAsync("People with dementia feel safe going out");
        await amina.GetByRole(AriaRole.Link, new() { Name = "Add a measure" }).First.ClickAsync();
        await amina.GetByLabel("What is counted").FillAsync("outings a month");
        await amina.GetByLabel("To reach").FillAsync("8");
        await amina.PressAsync("Add this measure");
        await Expect(tom.Locator("#main")).ToContainTextAsync("outings a month: 8");
    }

    public static async Task WriteTogetherAsync(IPage tom, IPage amina, string project)
    {
        await tom.GotoAsync($"{project}/outcomes");
        await tom.GetByRole(AriaRole.Link, new() { Name = "Write a clause" }).First.ClickAsync();
        await tom.GetByLabel("What is it about?").FillAsync(Clause);
        await tom.SubmitAsync("Add this clause");
        await Expect(tom.Locator("co-text[ready]")).ToBeVisibleAsync();
        await amina.GotoAsync(new Uri(tom.Url).PathAndQuery);
        await Expect(amina.Locator("co-text[ready]")).ToBeVisibleAsync();

        var (toms, aminas) = (tom.Locator(".cm-content"), amina.Locator(".cm-content"));
        await toms.PressSequentiallyAsync("The provider finds a companion. ");
        await Expect(aminas).ToContainTextAsync("The provider finds a companion.");
        await toms.PressSequentiallyAsync("Somebody the person knows 🚶.");
        await Expect(aminas).ToContainTextAsync("Somebody the person knows 🚶.");
        await Expect(tom.Locator(".text-state")).ToHaveTextAsync("Saved");
        await Expect(tom.Locator("#main")).ToContainTextAsync(Words);
    }

    private static Task CardLink(IPage page, string card, string link) =>
        page.Locator(".card").Filter(new() { HasText = card }).GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync();
}
