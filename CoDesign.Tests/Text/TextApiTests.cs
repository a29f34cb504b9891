using System.Net;
using System.Text;
using System.Text.Json;

namespace CoDesign.Tests.Text;

/// <summary>Shared texts by the door for programs: the same rules, and never a fault whatever is sent.</summary>
public sealed class TextApiTests(HostFixture host) : IClassFixture<HostFixture>
{
    [Fact]
    public async Task A_program_writes_and_reads_as_its_person_may()
    {
        var clause = await ClauseOnSite.MakeAsync(host.Services, "Meals");
        using var grace = await host.SignedInAsync("facilitator");
        Assert.Equal(HttpStatusCode.OK, await SendAsync(grace, clause, "push-updates", """{"version":1,"updates":[{"clientId":"a","operationId":"1","changes":[[0,"Warm "],5]}]}"""));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(grace, clause, "replace-text", """{"version":1,"shown":"Meals","text":"Meals 😀"}"""));
        using var seen = JsonDocument.Parse(await (await grace.GetAsync($"/api/texts/{clause.Text}")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("Warm Meals 😀", seen.RootElement.GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("push-updates", """{"version":1,"updates":null}""")]
    [InlineData("push-updates", """{"version":1,"updates":[null]}""")]
    [InlineData("push-updates", """{"version":1,"updates":[{}]}""")]
    [InlineData("push-updates", """{"version":1,"updates":[{"clientId":"a","operationId":"1","changes":null}]}""")]
    [InlineData("push-updates", """{"version":1,"updates":[{"clientId":"a","operationId":"1","changes":[-1]}]}""")]
    [InlineData("push-updates", """{"version":1,"updates":[{"clientId":"a","operationId":"1","changes":[[0,"\ud83d"]]}]}""")]
    [InlineData("push-updates", """{"version":1,"updates":[{"clientId":"a","operationId":"1","changes":[2147483647]}]}""")]
    [InlineData("push-updates", """{"version":-5,"updates":[{"clientId":"a","operationId":"1","changes":[5]}]}""")]
    [InlineData("push-updates", """{"version":9223372036854775807,"updates":[{"clientId":"a","operationId":"1","changes":[5]}]}""")]
    [InlineData("push-updates", """{"version":"one","updates":"all"}""")]
    [InlineData("push-updates", """[""")]
    [InlineData("replace-text", """{"version":1,"shown":null,"text":"x"}""")]
    [InlineData("replace-text", """{"version":-1,"shown":"Meals","text":"x"}""")]
    [InlineData("replace-text", """{"version":1,"shown":"Meals","text":"\u0001"}""")]
    [InlineData("create-text", """{"owner":"project/00000000000000000000000000000001"}""")]
    public async Task Whatever_is_sent_is_refused_in_words_and_changes_nothing(string command, string body)
    {
        var clause = await ClauseOnSite.MakeAsync(host.Services, "Meals");
        using var tom = await host.SignedInAsync("commissioner");
        var status = await SendAsync(tom, clause, command, body);
        Assert.InRange((int)status, 400, 499);
        Assert.Equal("Meals", clause.Words);
    }

    [Fact]
    public async Task A_stranger_learns_nothing_of_a_text()
    {
        var clause = await ClauseOnSite.MakeAsync(host.Services, "Meals");
        using var stranger = host.NewVisitor();
        using var bidder = await host.SignedInAsync("provider-2");
        foreach (var outside in new[] { stranger, bidder })
        {
            var there = await outside.GetAsync($"/api/texts/{clause.Text}");
            var nowhere = await outside.GetAsync($"/api/texts/{Guid.NewGuid():n}");
            Assert.Equal(nowhere.StatusCode, there.StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, await SendAsync(outside, clause, "replace-text", """{"version":1,"shown":"Meals","text":""}"""));
        }

        Assert.Equal("Meals", clause.Words);
    }

    private static async Task<HttpStatusCode> SendAsync(Visitor visitor, ClauseOnSite clause, string command, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/api/texts/{clause.Text}/commands/{command}", UriKind.Relative))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        return (await visitor.SendAsync(request)).StatusCode;
    }
}
