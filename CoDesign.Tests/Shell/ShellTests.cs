using System.Net;

namespace CoDesign.Tests.Shell;

public sealed class ShellTests(HostFixture host) : IClassFixture<HostFixture>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/join")]
    [InlineData("/sign-in")]
    [InlineData("/display")]
    public async Task A_page_has_a_map_that_can_be_heard(string address)
    {
        using var visitor = host.NewVisitor();
        var page = await visitor.ReadAsync(address);

        Assert.Equal("en-GB", page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Single(page.QuerySelectorAll("main#main[tabindex='-1']"));
        Assert.Single(page.QuerySelectorAll("[aria-live=polite]"));
        Assert.Equal($"{address}#main", page.QuerySelector("a.skip")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/nowhere")]
    [InlineData("/css/app.css")]
    [InlineData("/account")]
    public async Task Every_answer_tells_the_browser_to_trust_only_us(string address)
    {
        using var visitor = host.NewVisitor();
        var headers = (await visitor.GetAsync(address)).Headers;

        var policy = headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self' 'nonce-", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", headers.GetValues("Referrer-Policy").Single());
    }

    [Fact]
    public async Task Scripts_carry_the_nonce_of_their_own_answer()
    {
        using var visitor = host.NewVisitor();
        var answer = await visitor.GetAsync("/");
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        var scripts = (await visitor.ReadAsync(answer)).QuerySelectorAll("script");

        Assert.NotEmpty(scripts);
        Assert.All(scripts, script => Assert.Contains($"'nonce-{script.GetAttribute("nonce")}'", policy, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/join/000000")]
    [InlineData("/problem/500")]
    [InlineData("/dev/sign-in/nobody")]
    public async Task What_is_not_there_says_so_in_plain_words(string address)
    {
        using var visitor = host.NewVisitor();
        var answer = await visitor.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.NotEmpty((await visitor.ReadAsync(answer)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_program_gets_no_page_for_an_address_that_is_not_there()
    {
        using var visitor = host.NewVisitor();
        var answer = await visitor.GetAsync("/api/nowhere");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_in_plain_words()
    {
        using var visitor = host.NewVisitor();
        var answer = await visitor.PostAsync("/join", ("_handler", "join"), ("code", "123456"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("We couldn't take that in", (await visitor.ReadAsync(answer)).QuerySelector("h1")!.TextContent);
    }

    [Theory]
    [InlineData("/_blazor/negotiate")]
    [InlineData("/hubs/text/negotiate")]
    [InlineData("/api/projects")]
    public async Task Another_site_cannot_act_in_our_name(string address)
    {
        using var visitor = host.NewVisitor();
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Headers.Add("Origin", "https://elsewhere.example");

        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Another_site_cannot_open_a_live_connection()
    {
        using var socket = new System.Net.WebSockets.ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", "https://elsewhere.example");
        var address = new UriBuilder(host.Address) { Scheme = "ws", Path = "/_blazor" }.Uri;

        var refused = await Assert.ThrowsAsync<System.Net.WebSockets.WebSocketException>(
            () => socket.ConnectAsync(address, TestContext.Current.CancellationToken));
        Assert.Contains("403", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Colours_and_text_size_are_kept_without_scripts()
    {
        using var visitor = host.NewVisitor();
        var answer = await visitor.SubmitAsync("/display", "display", ("theme", "contrast"), ("size", "largest"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var page = await visitor.ReadAsync("/");
        Assert.Equal("contrast", page.DocumentElement.GetAttribute("data-theme"));
        Assert.Equal("largest", page.DocumentElement.GetAttribute("data-size"));
    }
}
