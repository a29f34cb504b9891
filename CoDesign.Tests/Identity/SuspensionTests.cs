using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using CoDesign.App.Identity;
using CoDesign.Tests.Browser;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace CoDesign.Tests.Identity;

/// <summary>Who is suspended is cut off at once, whatever they have open, and nothing of theirs is let in again.</summary>
public sealed class SuspensionTests(HostFixture host, BrowserFixture browser) : IClassFixture<HostFixture>
{
    private const string Password = "four quiet words here";

    private static CancellationToken Here => TestContext.Current.CancellationToken;

    [Fact]
    public async Task News_that_is_being_sent_ends_and_is_not_given_again()
    {
        var (hannah, email) = await HannahAsync();
        var project = await ProjectAsync(hannah);
        using var asked = new HttpRequestMessage(HttpMethod.Get, $"/api/projects/{project}/events");
        using var client = new HttpClient(new HttpClientHandler { CookieContainer = hannah.Cookies }) { BaseAddress = host.Address };
        using var news = await client.SendAsync(asked, HttpCompletionOption.ResponseHeadersRead, Here);
        using var reader = new StreamReader(await news.Content.ReadAsStreamAsync(Here));
        Assert.Equal("event: changed", await reader.ReadLineAsync(Here));

        await SuspendAsync(email);

        await Assert.ThrowsAnyAsync<IOException>(() => reader.ReadToEndAsync(Here));
        Assert.Equal(HttpStatusCode.Forbidden, (await hannah.GetAsync($"/api/projects/{project}/events")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await hannah.GetAsync($"/api/projects/{project}")).StatusCode);
    }

    [Fact]
    public async Task A_hub_is_closed_and_not_opened_again()
    {
        var (hannah, email) = await HannahAsync();
        await using var hub = new HubConnectionBuilder().WithUrl(new Uri(host.Address, "/hubs/text"), options => options.Cookies = hannah.Cookies).Build();
        var closed = new TaskCompletionSource();
        hub.Closed += _ =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };
        await hub.StartAsync(Here);

        await SuspendAsync(email);

        await closed.Task.WaitAsync(Here);
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => hub.StartAsync(Here));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task A_token_and_a_cookie_and_the_password_open_nothing_until_the_account_is_restored()
    {
        var (hannah, email) = await HannahAsync();
        var project = await ProjectAsync(hannah);
        await using var scope = host.Services.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByEmailAsync(email);
        var key = await scope.ServiceProvider.GetRequiredService<ApiTokens>().MakeAsync(account!.Id, "Report", mayAct: true, days: 1);
        Assert.Equal(HttpStatusCode.OK, await WithTokenAsync(key!, project));

        await SuspendAsync(email);

        Assert.Equal(HttpStatusCode.NotFound, await WithTokenAsync(key!, project));
        var page = await hannah.GetAsync("/account");
        Assert.Equal((HttpStatusCode.Redirect, "/sign-in"), (page.StatusCode, page.Headers.Location!.AbsolutePath));
        Assert.DoesNotContain("account", hannah.Cookies.GetCookies(host.Address).Select(cookie => cookie.Name));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignInAsync(hannah, email)).StatusCode);

        await RestoreAsync(email);

        Assert.Equal(HttpStatusCode.SeeOther, (await SignInAsync(hannah, email)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await hannah.GetAsync($"/projects/{project}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await WithTokenAsync(key!, project));
    }

    [Fact]
    public async Task Others_keep_what_they_have_open()
    {
        var (hannah, email) = await HannahAsync();
        var (ruth, _) = await HannahAsync();
        await using var hub = new HubConnectionBuilder().WithUrl(new Uri(host.Address, "/hubs/text"), options => options.Cookies = ruth.Cookies).Build();
        await hub.StartAsync(Here);
        hannah.Dispose();

        await SuspendAsync(email);

        await Assert.ThrowsAsync<Microsoft.AspNetCore.SignalR.HubException>(() => hub.InvokeAsync<JsonElement>("Open", Guid.NewGuid().ToString("n"), Here));
        Assert.Equal(HttpStatusCode.OK, (await ruth.GetAsync("/account")).StatusCode);
    }

    [Fact]
    [Trait("Category", "Browser")]
    public async Task A_page_that_is_open_shows_nothing_of_the_project_any_more()
    {
        var (hannah, email) = await HannahAsync();
        var project = await ProjectAsync(hannah);
        var page = await browser.PersonAsync(host.Address);
        await page.Context.AddCookiesAsync(hannah.Cookies.GetCookies(host.Address).Select(cookie => new Microsoft.Playwright.Cookie
        {
            Name = cookie.Name,
            Value = cookie.Value,
            Url = host.Address.ToString(),
        }));
        await page.GotoAsync($"/projects/{project}/insights");
        await Commands(hannah, project, "capture-insight", new { text = "Said before.", source = "carer", tags = Array.Empty<string>() });
        await page.Locator("blockquote").WaitForAsync();

        await SuspendAsync(email);

        await page.Locator("blockquote").WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });
        await page.LeaveAsync();
    }

    [Fact]
    public async Task Who_was_suspended_stays_so_after_a_restart()
    {
        var (_, email) = await HannahAsync();
        await SuspendAsync(email);
        await using var scope = host.Services.CreateAsyncScope();

        var fresh = new Suspensions(host.Services.GetRequiredService<IServiceScopeFactory>());

        Assert.True(fresh.IsSuspended((await scope.ServiceProvider.GetRequiredService<Accounts>().FindAsync(email))!.Value));
    }

    /// <summary>Hannah, a manager of a charity, with an account of her own, signed in.</summary>
    private async Task<(Visitor Hannah, string Email)> HannahAsync()
    {
        var email = $"{Guid.NewGuid():n}@codesign.example";
        await using var scope = host.Services.CreateAsyncScope();
        var (link, _) = await scope.ServiceProvider.GetRequiredService<Accounts>().OpenForAsync(email, "Hannah Reed", isAdministrator: false);
        var hannah = host.NewVisitor();
        await hannah.SubmitAsync(link!, "set-password", ("password", Password));
        Assert.Equal(HttpStatusCode.SeeOther, (await SignInAsync(hannah, email)).StatusCode);
        return (hannah, email);
    }

    private static Task<HttpResponseMessage> SignInAsync(Visitor visitor, string email) =>
        visitor.SubmitAsync("/sign-in", "sign-in", ("email", email), ("password", Password));

    private static async Task<string> ProjectAsync(Visitor visitor)
    {
        var made = await visitor.PostJsonAsync("/api/projects", new { name = "Warm meals", diamond = "serviceRedesign", purpose = "Nobody eats alone." });
        return (await made.Content.ReadFromJsonAsync<JsonElement>(Here)).GetProperty("id").GetString()!;
    }

    private static async Task Commands(Visitor visitor, string project, string command, object body) =>
        (await visitor.PostJsonAsync($"/api/projects/{project}/commands/{command}", body)).EnsureSuccessStatusCode();

    private async Task<HttpStatusCode> WithTokenAsync(string key, string project)
    {
        using var program = host.NewVisitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/projects/{project}") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", key) } };
        return (await program.SendAsync(request)).StatusCode;
    }

    private Task SuspendAsync(string email) => SendAsync("suspend", email);

    private Task RestoreAsync(string email) => SendAsync("restore", email);

    private async Task SendAsync(string what, string email)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var person = await scope.ServiceProvider.GetRequiredService<Accounts>().FindAsync(email);
        using var sam = await host.SignedInAsync("administrator");
        Assert.Equal(HttpStatusCode.SeeOther, (await sam.SubmitAsync("/admin", $"{what}-{person}")).StatusCode);
    }
}
