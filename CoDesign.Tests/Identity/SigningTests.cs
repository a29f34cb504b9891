using System.Net;
using System.Net.Http.Headers;
using CoDesign.App.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CoDesign.Tests.Identity;

public sealed class SigningTests(HostFixture host) : IClassFixture<HostFixture>
{
    private const string Password = "four quiet words here";

    private async Task<string> AccountAsync()
    {
        await using var scope = host.Services.CreateAsyncScope();
        var email = $"{Guid.NewGuid():n}@codesign.example";
        var account = await scope.ServiceProvider.GetRequiredService<Accounts>().OpenAsync(email, "Tom Ashdown", new(Guid.NewGuid()));
        var link = await scope.ServiceProvider.GetRequiredService<Accounts>().PasswordLinkAsync(account);
        using var visitor = host.NewVisitor();
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.SubmitAsync(link, "set-password", ("password", Password))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.SubmitAsync(link, "set-password", ("password", Password + "!"))).StatusCode);
        return email;
    }

    [Fact]
    public async Task A_password_set_by_a_link_signs_in_and_the_link_is_spent()
    {
        var email = await AccountAsync();
        using var tom = host.NewVisitor();

        var answer = await tom.SubmitAsync("/sign-in?return=%2Faccount", "sign-in", ("email", email), ("password", Password));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(email, (await tom.ReadAsync("/account")).QuerySelector(".lead")!.TextContent);
        Assert.Equal(HttpStatusCode.SeeOther, (await tom.PostAsync("/sign-out")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await tom.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task A_known_and_an_unknown_address_fail_alike_and_the_password_is_not_shown_again()
    {
        var email = await AccountAsync();
        using var visitor = host.NewVisitor();
        var known = await visitor.ReadAsync(await visitor.SubmitAsync("/sign-in", "sign-in", ("email", email), ("password", "wrong")));
        var unknown = await visitor.ReadAsync(await visitor.SubmitAsync("/sign-in", "sign-in", ("email", "nobody@codesign.example"), ("password", "wrong")));

        Assert.Equal(known.QuerySelector(".error-summary")!.TextContent, unknown.QuerySelector(".error-summary")!.TextContent);
        Assert.Null(known.GetElementById("sign-in-password")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Guessing_a_password_locks_the_account_for_a_while()
    {
        var email = await AccountAsync();
        using var visitor = host.NewVisitor();
        for (var guess = 0; guess < 8; guess++) await visitor.SubmitAsync("/sign-in", "sign-in", ("email", email), ("password", $"guess {guess}"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.SubmitAsync("/sign-in", "sign-in", ("email", email), ("password", Password))).StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\tx")]
    public void Signing_in_sends_nobody_to_another_site(string address) => Assert.Equal("/projects", Signing.Local(address, "/projects"));

    [Theory]
    [InlineData("commissioner", true)]
    [InlineData("service-user", false)]
    public async Task A_sample_person_is_one_click_away(string persona, bool hasAccount)
    {
        using var person = await host.SignedInAsync(persona);
        var page = await person.ReadAsync("/");

        Assert.Contains(SamplePeople.Find(persona)!.Name, page.QuerySelector(".site-nav")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(hasAccount, page.QuerySelector(".site-nav a[href='/account']") is not null);
    }

    [Fact]
    public async Task A_program_with_a_token_is_known_until_the_token_ends()
    {
        await using var scope = host.Services.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByEmailAsync(SamplePeople.Find("commissioner")!.Email);
        var tokens = scope.ServiceProvider.GetRequiredService<ApiTokens>();
        var key = await tokens.MakeAsync(account!.Id, "Report", mayAct: false, days: 1);

        Assert.Contains("Tom Ashdown", await HomeAsync(key!), StringComparison.Ordinal);
        Assert.DoesNotContain("Tom Ashdown", await HomeAsync(key![..^1] + "0x"), StringComparison.Ordinal);
        await tokens.EndAsync(account.Id, key!.Split('_')[1]);
        Assert.DoesNotContain("Tom Ashdown", await HomeAsync(key), StringComparison.Ordinal);
    }

    private async Task<string> HomeAsync(string key)
    {
        using var program = host.NewVisitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return await (await program.SendAsync(request)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}

public sealed class SigningInProductionTests(ProductionHostFixture host) : IClassFixture<ProductionHostFixture>
{
    [Fact]
    public async Task There_are_no_sample_people()
    {
        using var visitor = host.NewVisitor();

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync("/dev/sign-in/commissioner")).StatusCode);
        Assert.DoesNotContain("/dev/", (await visitor.ReadAsync("/sign-in")).DocumentElement.InnerHtml, StringComparison.Ordinal);
        await using var scope = host.Services.CreateAsyncScope();
        Assert.Empty(await scope.ServiceProvider.GetRequiredService<Accounts>().AllAsync(TestContext.Current.CancellationToken));
    }
}
