using System.Net;
using CoDesign.App.Identity;
using CoDesign.App.Live;
using CoDesign.Domain.Contracts;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Tests.Journeys;
using Microsoft.Extensions.DependencyInjection;

namespace CoDesign.Tests.Evaluations;

/// <summary>The pages after the award, without scripts: who finds them, and what they do.</summary>
public sealed class AwardPageTests(SampleHost host) : IClassFixture<SampleHost>
{
    [Theory]
    [InlineData("award", "moderator commissioner")]
    [InlineData("result", "moderator commissioner evaluator-1 evaluator-3 member")]
    [InlineData("summaries", "moderator commissioner evaluator-1 evaluator-3 member")]
    [InlineData("after", "moderator commissioner evaluator-1 evaluator-3")]
    [InlineData("audit", "moderator commissioner")]
    public async Task Each_page_of_the_panel_is_there_for_who_may_see_it_and_for_nobody_else(string page, string readers)
    {
        var panel = await PanelAsync();
        foreach (var persona in new[] { "moderator", "commissioner", "evaluator-1", "evaluator-3", "member", "provider", "provider-2", "facilitator", "service-user", "administrator" })
        {
            using var reader = await host.SignedInAsync(persona);
            var found = (await reader.GetAsync($"/panels/{panel.Id}/{page}")).StatusCode == HttpStatusCode.OK;
            Assert.True(found == readers.Split(' ').Contains(persona), $"{persona} {(found ? "found" : "did not find")} the {page}.");
        }
    }

    [Fact]
    public async Task A_bidder_reads_why_books_a_time_and_gives_it_back_and_another_never_sees_it()
    {
        var panel = await PanelAsync();
        string BidOf(string persona) => $"/bids/{panel.BidOf(SamplePeople.Find(persona)!.Id)!.Bid}";
        using var daniel = await host.SignedInAsync("provider-2");
        using var ruth = await host.SignedInAsync("provider");
        Assert.Equal(HttpStatusCode.NotFound, (await ruth.GetAsync($"{BidOf("provider-2")}/summary")).StatusCode);
        Assert.Contains("Why not", (await daniel.ReadAsync($"{BidOf("provider-2")}/summary")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Why not", (await ruth.ReadAsync($"{BidOf("provider")}/summary")).Body!.TextContent, StringComparison.Ordinal);

        var slot = panel.Feedback.Single(slot => slot.Bid == panel.BidOf(SamplePeople.Find("provider-2")!.Id)!.Bid).Id.Text();
        Assert.DoesNotContain(slot, await SlotsForRuthAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await daniel.SubmitAsync(BidOf("provider-2"), "cancel-feedback")).StatusCode);
        Assert.Contains(slot, await SlotsForRuthAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await daniel.SubmitAsync(BidOf("provider-2"), "book-feedback", ("slot", slot))).StatusCode);
        Assert.DoesNotContain(slot, await SlotsForRuthAsync(), StringComparison.Ordinal);

        async Task<string> SlotsForRuthAsync() => (await ruth.ReadAsync(BidOf("provider"))).GetElementById("book-feedback")!.InnerHtml;
    }

    [Fact]
    public async Task Anybody_reads_the_contract_and_not_what_was_promised_in_the_bid()
    {
        var panel = await PanelAsync();
        var address = $"/contracts/{ContractId.Of(panel.Id, panel.Signed[0].Lot)}";
        var promise = panel.Commitments[0].Quote;
        using var anybody = host.NewVisitor();
        using var amina = await host.SignedInAsync("service-user");
        using var daniel = await host.SignedInAsync("provider-2");

        Assert.Contains("Harbour Lights", (await anybody.ReadAsync(address)).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(promise, (await anybody.ReadAsync(address)).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(promise, (await daniel.ReadAsync(address)).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(promise, await (await anybody.GetAsync($"/api{address}")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains(promise, (await amina.ReadAsync(address)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Promised on the visit, as it was written down, for “Half an hour where you meet”.", (await amina.ReadAsync(address)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_value_of_a_table_that_stacks_carries_the_name_of_its_column()
    {
        var panel = await PanelAsync();
        using var helen = await host.SignedInAsync("evaluator-1");

        var tables = (await helen.ReadAsync($"/panels/{panel.Id}/result")).QuerySelectorAll("table.stacks");

        Assert.Equal(4, tables.Length);
        Assert.All(tables, table => Assert.All(table.QuerySelectorAll("tbody tr"), line =>
            Assert.Equal(table.QuerySelectorAll("thead th").Skip(1).Select(column => column.TextContent), line.QuerySelectorAll("td").Select(value => value.GetAttribute("data-label")))));
    }

    [Fact]
    public async Task Anybody_reads_on_the_contract_who_provides_it_together_and_what_each_does()
    {
        var panel = await PanelAsync();
        using var anybody = host.NewVisitor();

        var parts = (await anybody.ReadAsync($"/contracts/{ContractId.Of(panel.Id, panel.Signed[0].Lot)}")).QuerySelectorAll("section[aria-labelledby='parties-title'] li").Select(part => part.TextContent);

        Assert.Equal(
            ["Harbour Lights, which leads: Everything by the sea, the training of all companions, and the office.", "Upland Visitors: Outings in the two districts in the hills, with eleven companions of their own."],
            parts);
    }

    [Fact]
    public async Task Somebody_of_the_panel_notes_what_to_do_otherwise_without_scripts()
    {
        var panel = await PanelAsync();
        using var len = await host.SignedInAsync("evaluator-3");

        Assert.Equal(HttpStatusCode.SeeOther, (await len.SubmitAsync($"/panels/{panel.Id}/after", "note-lesson", ("words", "Meet once in a café."))).StatusCode);
        using var tom = await host.SignedInAsync("commissioner");
        Assert.Contains("Meet once in a café.", (await tom.ReadAsync($"/panels/{panel.Id}/after")).Body!.TextContent, StringComparison.Ordinal);
    }

    private async Task<Panel> PanelAsync()
    {
        var sample = await host.SampleAsync();
        return (Panel)host.Services.GetRequiredService<LiveStreams>().Get(sample.Awarded.Tender.Panel.Stream).State;
    }
}
