using System.Net;
using System.Net.Http.Json;
using CoDesign.App.Identity;
using CoDesign.App.Live;
using CoDesign.Domain.Projects;
using CoDesign.Tests.Projects;
using Microsoft.Extensions.DependencyInjection;

namespace CoDesign.Tests.Identity;

/// <summary>A whole hall behind one router takes out its phones at once.</summary>
public sealed class JoiningAtOnceTests(HostFixture host) : IClassFixture<HostFixture>
{
    private static CancellationToken Here => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Three_hundred_people_behind_one_address_all_get_in_though_every_tenth_mistypes_the_code()
    {
        var project = await ProjectOnSite.MakeAsync(host.Services);
        await project.DoAsync("commissioner", new OpenJoining("303030"));
        var before = State(project).People.Count;

        var joined = await Task.WhenAll(Enumerable.Range(0, 300).Select(async number =>
        {
            using var guest = host.NewVisitor();
            if (number % 10 == 0) Assert.Equal(HttpStatusCode.UnprocessableEntity, (await JoinAsync(guest, "303031", number)).StatusCode);
            var answer = await JoinAsync(guest, "303030", number);
            Assert.True(answer.IsSuccessStatusCode, $"Guest {number}: {await answer.Content.ReadAsStringAsync(Here)}");
            return (await answer.Content.ReadFromJsonAsync<Joined>(Here))!.ParticipantId;
        }));

        Assert.Equal(300, joined.Distinct().Count());
        Assert.Equal(before + 300, State(project).People.Count);
    }

    private static Task<HttpResponseMessage> JoinAsync(Visitor guest, string code, int number) => guest.PostJsonAsync("/api/join", new { code, name = $"Guest {number}" });

    private Project State(ProjectOnSite project) => (Project)host.Services.GetRequiredService<LiveStreams>().Get(project.Id.Stream).State;
}
