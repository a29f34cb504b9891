using CoDesign.Domain.Projects;
using CoDesign.Tests.Browser;
using CoDesign.Tests.Projects;
using Microsoft.Playwright;

namespace CoDesign.Tests.Journeys;

/// <summary>Somebody without an account says something on one phone and finds it again on another.</summary>
[Trait("Category", "Browser")]
public sealed class OwnCodeTests(HostFixture host, BrowserFixture browser) : IClassFixture<HostFixture>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Amina_comes_back_on_another_phone_and_sees_her_own_words(bool scripts)
    {
        var project = await ProjectOnSite.MakeAsync(host.Services);
        var digits = scripts ? "630001" : "630002";
        await project.DoAsync("commissioner", new OpenJoining(digits));
        var old = await browser.PersonAsync(host.Address, 390, scripts: scripts);
        await old.GotoAsync($"/join/{digits}");
        await old.GetByLabel("What shall we call you?").FillAsync("Amina");
        await old.GetByLabel("That is all right with me").CheckAsync();
        await old.GetByLabel("Give me a code to write down").CheckAsync();
        await old.GetByRole(AriaRole.Button, new() { Name = "Join in" }).ClickAsync();
        var written = await old.Locator(".receipt .join-digits").InnerTextAsync();
        await old.ShouldFitAsync(scripts);
        await old.GetByRole(AriaRole.Link, new() { Name = "I wrote it down, go on" }).ClickAsync();
        await old.ArriveAsync($"/projects/{project.Id}");
        await old.GotoAsync(project.Page("insights"));
        await old.GetByLabel("What did you see, hear or live through?").FillAsync("The last bus goes at five.");
        await old.GetByLabel("Somebody who uses the service").CheckAsync();
        await old.GetByRole(AriaRole.Button, new() { Name = "Add this insight" }).ClickAsync();
        await old.Locator(".wall li").Filter(new() { HasText = "The last bus goes at five." }).WaitForAsync();
        await old.LeaveAsync();

        var phone = await browser.PersonAsync(host.Address, 390, scripts: scripts);
        await phone.GotoAsync("/join");
        await phone.GetByLabel("What did you write down?").FillAsync("22222-22222");
        await phone.GetByRole(AriaRole.Button, new() { Name = "Come back" }).ClickAsync();
        await phone.Locator("#come-back .error-summary").WaitForAsync();
        await phone.ShouldFitAsync(scripts);
        await phone.GetByLabel("What did you write down?").FillAsync(written);
        await phone.GetByRole(AriaRole.Button, new() { Name = "Come back" }).ClickAsync();
        await phone.GetByRole(AriaRole.Link, new() { Name = "Safe by the sea" }).First.ClickAsync();
        await phone.ArriveAsync($"/projects/{project.Id}");
        await phone.GotoAsync(project.Page("mine"));
        await phone.GetByText("The last bus goes at five.").WaitForAsync();
        await phone.GetByRole(AriaRole.Heading, new() { Name = "Come back on another device" }).WaitForAsync();
        await phone.ShouldFitAsync(scripts);
        await phone.LeaveAsync();
    }
}

file static class Checks
{
    /// <summary>axe needs scripts.</summary>
    public static Task ShouldFitAsync(this IPage page, bool scripts) => scripts ? page.ShouldBeAccessibleAsync() : Task.CompletedTask;
}
