using CoDesign.App.Evaluations;
using CoDesign.App.Live;
using CoDesign.Domain.Evaluations;
using CoDesign.Tests.Browser;
using Microsoft.Extensions.DependencyInjection;
using static CoDesign.Tests.Journeys.ScoringOnSite;
using static Microsoft.Playwright.Assertions;

namespace CoDesign.Tests.Journeys;

/// <summary>What has happened outside the moderation room is said in it, to those whom it concerns.</summary>
public sealed class RoomNewsTests(JourneyHost host, BrowserFixture browser) : IClassFixture<JourneyHost>
{
    private static readonly string[] _everybody = ["evaluator-1", "evaluator-2", "evaluator-3", "moderator"];

    [Fact]
    public async Task An_answer_changes_the_room_of_those_alone_who_are_to_read_it()
    {
        var tender = await TenderOnSite.OpenedAsync(host);
        await tender.LockAsync();
        await tender.OfPanelAsync("moderator", new OpenModeration());
        var help = new HelpId(await tender.OfPanelAsync("evaluator-1", new AskForHelp(null, null, "What is a mean?")));
        Assert.Equal([null, null, null, null], Answered());

        await tender.OfPanelAsync("moderator", new AnswerHelp(help, false, null, "What all gave, shared out."));
        Assert.Equal([true, null, null, null], Answered());

        await tender.OfPanelAsync("moderator", new AnswerHelp(help, true, "What is a mean?", "What all gave, shared out."));
        Assert.Equal([true, true, true, null], Answered());

        bool?[] Answered() => [.. _everybody.Select(persona => RoomOf(tender, persona).AnsweredAt is null ? (bool?)null : true)];
    }

    [Fact]
    public async Task Nobody_is_sent_anything_for_an_answer_that_is_not_for_them_and_everybody_for_the_award()
    {
        var tender = await TenderOnSite.PublishedAsync(host);
        var bid = await tender.BidAsync("provider", submitted: true);
        tender.PassDeadline();
        await tender.OpenAsync();
        await tender.ProposeAsync(bid);
        var help = new HelpId(await tender.OfPanelAsync("evaluator-1", new AskForHelp(null, null, "What is a mean?")));
        var before = _everybody.Select(persona => RoomOf(tender, persona)).ToArray();

        await tender.OfPanelAsync("moderator", new AnswerHelp(help, false, null, "What all gave, shared out."));
        Assert.Equal([false, true, true, true], _everybody.Zip(before).Select(one => RoomOf(tender, one.First) == one.Second));

        await tender.OfPanelAsync("commissioner", new ApproveAward(null, 8));
        Assert.All(_everybody, persona => Assert.True(RoomOf(tender, persona).IsAwarded));
        Assert.All(before, room => Assert.False(room.IsAwarded));
    }

    [Fact]
    [Trait("Category", "Browser")]
    public async Task The_room_says_by_itself_that_one_was_answered_and_that_the_award_is_made()
    {
        var tender = await TenderOnSite.PublishedAsync(host);
        var bid = await tender.BidAsync("provider", submitted: true);
        tender.PassDeadline();
        await tender.OpenAsync();
        await tender.ProposeAsync(bid);
        var help = new HelpId(await tender.OfPanelAsync("evaluator-1", new AskForHelp(null, null, "What is a mean?")));
        var (helen, priya) = (await browser.PersonAsync(host.Address, persona: "evaluator-1"), await browser.PersonAsync(host.Address, 390, persona: "evaluator-2"));
        foreach (var person in new[] { helen, priya })
        {
            await person.GotoAsync($"{tender.Panel}/moderation");
            await Expect(person.Locator(".board-bar")).ToContainTextAsync("1 of 1 answer done.");
            await Expect(person.Locator("#help-answered, #moved-on")).ToHaveCountAsync(0);
        }

        await tender.OfPanelAsync("moderator", new AnswerHelp(help, false, null, "What all gave, shared out."));
        await Expect(helen.Locator("#help-answered")).ToContainTextAsync("The moderator has written to you.");

        await tender.OfPanelAsync("commissioner", new ApproveAward(null, 8));
        foreach (var person in new[] { helen, priya }) await Expect(person.Locator("#moved-on")).ToContainTextAsync("The award is made.");
        await Expect(priya.Locator("#help-answered")).ToHaveCountAsync(0);
        await helen.ShouldBeAccessibleAsync();
        await helen.LoadsAsync(() => helen.Locator("#moved-on a").ClickAsync());
        await Expect(helen.Locator("#main")).ToContainTextAsync("What was decided, and why");
        foreach (var person in new[] { helen, priya }) await person.LeaveAsync();
    }

    private Room RoomOf(TenderOnSite tender, string persona) =>
        Room.Read(new Reading(host.Services.GetRequiredService<LiveStreams>()), tender.PanelId, null, Id(persona))!;
}
