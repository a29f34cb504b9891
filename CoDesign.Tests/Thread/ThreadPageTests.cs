using System.Net;
using CoDesign.App.Live;
using CoDesign.App.Thread;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Thread;
using CoDesign.Tests.Journeys;
using Microsoft.Extensions.DependencyInjection;

namespace CoDesign.Tests.Thread;

public sealed class ThreadPageTests(SampleHost host) : IClassFixture<SampleHost>
{
    [Fact]
    public async Task The_last_tie_goes_only_after_saying_what_would_come_from_nothing()
    {
        var (id, idea) = await IdeaAsync(links => links == 1);
        var address = Address(id, idea.To);
        using var amina = await host.SignedInAsync("service-user");
        var form = (await amina.ReadAsync(address)).QuerySelectorAll("form[id^=untie-]").Single();
        Assert.Contains("will then come from nothing", form.TextContent, StringComparison.Ordinal);

        var refused = await amina.SubmitAsync(address, form.Id!);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.NotNull((await amina.ReadAsync(refused)).QuerySelector($".error-summary a[href$='#{form.Id}-confirmed']"));
        Assert.Contains(idea, Links(id));

        Assert.Equal(HttpStatusCode.SeeOther, (await amina.SubmitAsync(address, form.Id!, ("confirmed", "true"))).StatusCode);
        Assert.DoesNotContain(idea, Links(id));
    }

    [Fact]
    public async Task One_tie_of_several_goes_at_once()
    {
        var (id, idea) = await IdeaAsync(links => links > 1);
        using var amina = await host.SignedInAsync("service-user");
        var before = Links(id).Count;

        Assert.Equal(HttpStatusCode.SeeOther, (await amina.SubmitAsync(Address(id, idea.To), "untie-0")).StatusCode);

        Assert.Equal(before - 1, Links(id).Count);
    }

    [Fact]
    public async Task Who_only_reads_is_offered_none()
    {
        var (id, idea) = await IdeaAsync(links => links > 1);
        using var joan = await host.SignedInAsync("member");

        var page = await joan.ReadAsync(Address(id, idea.To));

        Assert.NotNull(page.QuerySelector("#thread-table-title"));
        Assert.Empty(page.QuerySelectorAll("form[id^=untie-]"));
    }

    /// <summary>A tie to an idea of the running project that has as many of them as asked for, and no trial of its own.</summary>
    private async Task<(ProjectId Project, ThreadLink Link)> IdeaAsync(Func<int, bool> links)
    {
        var project = (await host.SampleAsync()).Running;
        var all = Links(project);
        var to = all.Where(link => link.To.Kind == ThreadKind.Idea).GroupBy(link => link.To).First(group => links(group.Count())).Key;
        return (project, all.First(link => link.To == to));
    }

    private System.Collections.Immutable.ImmutableList<ThreadLink> Links(ProjectId project) => ((Project)host.Services.GetRequiredService<LiveStreams>().Get(project.Stream).State).Links;

    private static string Address(ProjectId project, ThreadRef thing) => $"/projects/{project}/thread?follow={ThreadReading.Name(thing)}";
}
