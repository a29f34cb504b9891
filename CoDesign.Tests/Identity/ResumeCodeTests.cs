using System.Net;
using System.Net.Http.Json;
using System.Text;
using AngleSharp.Dom;
using CoDesign.App.Identity;
using CoDesign.App.Storage;
using CoDesign.Domain.Projects;
using CoDesign.Tests.Projects;
using Microsoft.Extensions.DependencyInjection;

namespace CoDesign.Tests.Identity;

/// <summary>Bert joined without an account, and comes back on another device with a code that he wrote down.</summary>
public sealed class ResumeCodeTests(HostFixture host) : IClassFixture<HostFixture>
{
    private static CancellationToken Here => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bert_gets_a_code_at_the_door_and_is_himself_on_another_device()
    {
        var project = await OpenAsync("620001");
        using var phone = host.NewVisitor();
        var door = await phone.SubmitAsync("/join/620001", "welcome", ("name", "Bert of the bench"), ("source", "carer"), ("consent", "true"), ("paper", "true"));
        Assert.Equal(HttpStatusCode.OK, door.StatusCode);
        var shown = await phone.ReadAsync(door);
        Assert.Null(shown.GetElementById("welcome"));
        Assert.Equal($"/projects/{project.Id}", shown.QuerySelector(".receipt a.button")!.GetAttribute("href"));
        await SayAsync(phone, project, "The bench is wet.");

        using var library = host.NewVisitor();
        var back = await library.SubmitAsync("/join", "come-back", ("resume", CodeOn(shown)));

        Assert.Equal(HttpStatusCode.SeeOther, back.StatusCode);
        Assert.Contains("The bench is wet.", (await library.ReadAsync(project.Page("mine"))).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Bert of the bench", (await library.ReadAsync("/")).QuerySelector(".site-nav")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("carer", (await library.ReadAsync(project.Page("insights"))).QuerySelector("input[name=source][checked]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Who_asks_for_no_code_goes_straight_in()
    {
        await OpenAsync("620002");
        using var phone = host.NewVisitor();
        Assert.Equal(HttpStatusCode.SeeOther, (await phone.SubmitAsync("/join/620002", "welcome", ("consent", "true"))).StatusCode);
    }

    [Fact]
    public async Task A_new_code_ends_the_one_before()
    {
        var (project, phone) = await JoinedAsync("620003");
        using var _ = phone;
        var first = await MakeAsync(phone, project);
        var second = await MakeAsync(phone, project);

        Assert.NotEqual(first, second);
        Assert.Null(await PersonOfAsync(first));
        Assert.NotNull(await PersonOfAsync(second));
    }

    [Fact]
    public async Task It_may_be_typed_as_it_was_read_off_paper()
    {
        var (project, phone) = await JoinedAsync("620004");
        using var _ = phone;
        var made = await MakeAsync(phone, project);
        var read = " " + made.ToLowerInvariant().Replace('2', 'z').Replace('5', 's').Replace('8', 'b').Replace('6', 'g').Replace("-", " – ", StringComparison.Ordinal);

        Assert.NotNull(await PersonOfAsync(read));
    }

    [Theory]
    [InlineData("")]
    [InlineData("4KTN7")]
    [InlineData("4KTN7-RH2QX-9")]
    [InlineData("407 318")]
    public async Task Whatever_brings_nobody_back_is_refused_alike(string typed)
    {
        var (project, phone) = await JoinedAsync($"62001{typed.Length % 10}");
        using var _ = phone;
        var ended = await MakeAsync(phone, project);
        await MakeAsync(phone, project);

        Assert.Equal(await RefusalAsync(ended), await RefusalAsync(typed));
    }

    [Fact]
    public async Task Only_a_keyed_hash_is_kept()
    {
        var (project, phone) = await JoinedAsync("620020");
        using var _ = phone;
        var plain = (await MakeAsync(phone, project)).Replace("-", "", StringComparison.Ordinal);

        await using var scope = host.Services.CreateAsyncScope();
        foreach (var kept in scope.ServiceProvider.GetRequiredService<IdentityDb>().ResumeCodes)
        {
            Assert.NotEqual(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(plain)), kept.Hash);
            Assert.NotEqual(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes($"resume-code:{plain}")), kept.Hash);
        }

        var folder = scope.ServiceProvider.GetRequiredService<DataFolder>();
        foreach (var file in Directory.EnumerateFiles(folder.Path, "*.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, Here);
            Assert.DoesNotContain(plain, Encoding.Latin1.GetString(bytes.ToArray()), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Ten_wrong_codes_end_the_guessing_on_one_device_and_on_no_other()
    {
        var (project, phone) = await JoinedAsync("620021");
        using var _ = phone;
        var right = await MakeAsync(phone, project);
        using var guesser = host.NewVisitor();
        for (var guess = 0; guess < 10; guess++)
            Assert.Contains("resume.code-unknown", await (await TryAsync(guesser, $"2222{guess}22222")).Content.ReadAsStringAsync(Here), StringComparison.Ordinal);

        Assert.Contains("join.too-many", await (await TryAsync(guesser, right)).Content.ReadAsStringAsync(Here), StringComparison.Ordinal);
        Assert.Contains("join.too-many", await (await guesser.PostJsonAsync("/api/join", new { code = "620021" })).Content.ReadAsStringAsync(Here), StringComparison.Ordinal);
        Assert.NotNull(await PersonOfAsync(right));
    }

    [Fact]
    public async Task Who_erases_what_they_wrote_comes_back_with_no_code()
    {
        var (project, phone) = await JoinedAsync("620022");
        using var _ = phone;
        var made = await MakeAsync(phone, project);
        await phone.SubmitAsync("/erase", "erase-mine", ("sure", "true"));

        Assert.Null(await PersonOfAsync(made));
    }

    [Fact]
    public async Task People_with_accounts_and_strangers_get_none()
    {
        var project = await OpenAsync("620023");
        using var tom = await host.SignedInAsync("commissioner");
        using var stranger = host.NewVisitor();

        Assert.Null((await tom.ReadAsync(project.Page("mine"))).GetElementById("resume-code"));
        Assert.Equal(HttpStatusCode.NotFound, (await tom.PostJsonAsync("/api/resume-code", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostJsonAsync("/api/resume-code", new { })).StatusCode);
    }

    [Fact]
    public async Task A_program_makes_a_code_and_comes_back_with_it()
    {
        var (_, phone) = await JoinedAsync("620024");
        using var same = phone;
        var made = await (await phone.PostJsonAsync("/api/resume-code", new { })).Content.ReadFromJsonAsync<ResumeWords>(Here);

        Assert.NotNull(await PersonOfAsync(made!.Code!));
    }

    internal static string CodeOn(IParentNode page) => page.QuerySelector(".receipt .join-digits")!.TextContent;

    private static Task<HttpResponseMessage> SayAsync(Visitor visitor, ProjectOnSite project, string words) =>
        visitor.PostJsonAsync($"/api/projects/{project.Id}/commands/capture-insight", new { text = words, source = "carer", tags = Array.Empty<string>() });

    private static Task<HttpResponseMessage> TryAsync(Visitor visitor, string typed) => visitor.PostJsonAsync("/api/resume", new { code = typed });

    private static async Task<string> MakeAsync(Visitor visitor, ProjectOnSite project) =>
        CodeOn(await visitor.ReadAsync(await visitor.SubmitAsync(project.Page("mine"), "resume-code")));

    /// <summary>Who comes back with a code on a fresh device; null where nobody does.</summary>
    private async Task<string?> PersonOfAsync(string typed)
    {
        using var fresh = host.NewVisitor();
        var answer = await TryAsync(fresh, typed);
        return answer.IsSuccessStatusCode ? (await answer.Content.ReadFromJsonAsync<Resumed>(Here))!.ParticipantId : null;
    }

    /// <summary>All that a page says to who types a code in vain.</summary>
    private async Task<string> RefusalAsync(string typed)
    {
        using var fresh = host.NewVisitor();
        var answer = await fresh.SubmitAsync("/join", "come-back", ("resume", typed));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return (await fresh.ReadAsync(answer)).QuerySelector("#come-back .error-summary")!.TextContent;
    }

    private async Task<(ProjectOnSite Project, Visitor Phone)> JoinedAsync(string code)
    {
        var project = await OpenAsync(code);
        var phone = host.NewVisitor();
        await phone.PostJsonAsync("/api/join", new { code, name = "Bert" });
        return (project, phone);
    }

    private async Task<ProjectOnSite> OpenAsync(string code)
    {
        var project = await ProjectOnSite.MakeAsync(host.Services);
        await project.DoAsync("commissioner", new OpenJoining(code));
        return project;
    }
}

/// <summary>A guesser who throws the device's cookie away each time.</summary>
public sealed class ResumeGuessingTests(ResumeGuessingTests.FewGuesses host) : IClassFixture<ResumeGuessingTests.FewGuesses>
{
    [Fact]
    public async Task Wrong_codes_end_the_guessing_for_all_devices_together()
    {
        for (var guess = 0; guess < 4; guess++) Assert.Contains("resume.code-unknown", await TryAsync($"2222{guess}22222"), StringComparison.Ordinal);

        Assert.Contains("join.too-many", await TryAsync("2222922222"), StringComparison.Ordinal);
    }

    private async Task<string> TryAsync(string typed)
    {
        using var fresh = host.NewVisitor();
        return await (await fresh.PostJsonAsync("/api/resume", new { code = typed })).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    public sealed class FewGuesses : HostFixture
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings => [KeyValuePair.Create("Join:WrongInTotal", "4")];
    }
}
