using System.Net;
using CoDesign.Domain.Projects;
using CoDesign.Tests.Projects;

namespace CoDesign.Tests.Identity;

/// <summary>What Bert agreed to at the door is shown on his own page, and he takes it back there.</summary>
public sealed class ConsentPageTests(HostFixture host) : IClassFixture<HostFixture>
{
    private const string OwnWords = "We may quote you in the county’s report.";

    [Fact]
    public async Task Bert_sees_what_he_agreed_to_and_takes_it_back()
    {
        var project = await OpenAsync("610001");
        using var bert = host.NewVisitor();
        await JoinAsync(bert, "610001");
        using var tom = await host.SignedInAsync("commissioner");
        Assert.Contains("Bert of the bench", await PeopleAsync(tom, project), StringComparison.Ordinal);

        var agreed = (await bert.ReadAsync(project.Page("mine"))).QuerySelector("[aria-labelledby=consent-title]")!.TextContent;
        Assert.Contains(OwnWords, agreed, StringComparison.Ordinal);
        Assert.Contains(ConsentWords.Editions[ConsentWords.Latest][0], agreed, StringComparison.Ordinal);

        await project.DoAsync("commissioner", new DescribeProject("Safe by the sea", "People feel safe.", "We quote nobody."));
        agreed = (await bert.ReadAsync(project.Page("mine"))).QuerySelector("[aria-labelledby=consent-title]")!.TextContent;
        Assert.Contains(OwnWords, agreed, StringComparison.Ordinal);
        Assert.Contains("We quote nobody.", agreed, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await bert.SubmitAsync(project.Page("mine"), "withdraw-consent")).StatusCode);
        Assert.DoesNotContain("Bert of the bench", await PeopleAsync(tom, project), StringComparison.Ordinal);
        Assert.DoesNotContain("Bert of the bench", await (await tom.GetAsync(project.Page("insights"))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await bert.SubmitAsync(project.Page("mine"), "give-consent")).StatusCode);
        Assert.Contains("Bert of the bench", await PeopleAsync(tom, project), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_change_while_somebody_reads_them_at_the_door_are_read_again()
    {
        var project = await OpenAsync("610002");
        using var bert = host.NewVisitor();
        var door = await bert.ReadAsync("/join/610002");
        var hidden = door.QuerySelectorAll("#welcome input[type=hidden]").Select(input => (input.GetAttribute("name")!, input.GetAttribute("value")!));
        await project.DoAsync("commissioner", new DescribeProject("Safe by the sea", "People feel safe.", "We quote nobody."));

        var answer = await bert.PostAsync("/join/610002", [.. hidden, ("consent", "true")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var again = await bert.ReadAsync(answer);
        Assert.Contains("Read it again", again.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("We quote nobody.", again.GetElementById("welcome")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2", again.QuerySelector("#welcome input[name=wording]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_program_that_joins_somebody_says_that_they_agree()
    {
        var project = await OpenAsync("610003");
        using var bert = host.NewVisitor();
        Assert.Equal(HttpStatusCode.OK, (await bert.PostJsonAsync("/api/join", new { code = "610003", name = "Bert of the bench" })).StatusCode);

        Assert.NotNull((await bert.ReadAsync(project.Page("mine"))).GetElementById("withdraw-consent"));
        using var tom = await host.SignedInAsync("commissioner");
        Assert.Contains("Bert of the bench", await PeopleAsync(tom, project), StringComparison.Ordinal);
    }

    private async Task<ProjectOnSite> OpenAsync(string code)
    {
        var project = await ProjectOnSite.MakeAsync(host.Services);
        await project.DoAsync("commissioner", new OpenJoining(code));
        await project.DoAsync("commissioner", new DescribeProject("Safe by the sea", "People feel safe.", OwnWords));
        return project;
    }

    private static async Task JoinAsync(Visitor visitor, string code)
    {
        var joined = await visitor.SubmitAsync($"/join/{code}", "welcome", ("name", "Bert of the bench"), ("consent", "true"));
        Assert.Equal(HttpStatusCode.SeeOther, joined.StatusCode);
    }

    private static async Task<string> PeopleAsync(Visitor visitor, ProjectOnSite project) =>
        (await visitor.ReadAsync(project.Page())).QuerySelector("ul.people")!.TextContent;
}
