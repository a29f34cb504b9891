using System.Net;
using CoDesign.App.Evaluations;
using CoDesign.App.Identity;
using CoDesign.App.Live;
using CoDesign.App.Subcontracts;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Subcontracts;
using CoDesign.Domain.Tenders;
using CoDesign.Tests.Journeys;
using Microsoft.Extensions.DependencyInjection;

namespace CoDesign.Tests.Sample;

/// <summary>Whoever signs in as one of the sample's people finds what the app can do under way.</summary>
public sealed class SampleShowsTests(SampleHost host) : IClassFixture<SampleHost>
{
    [Fact]
    public async Task A_panel_talks_about_a_score_that_is_far_off_and_goes_on_when_it_is_confirmed()
    {
        var panel = (await host.SampleAsync()).Talking.Tender.Panel;
        var room = See(panel, "moderator").Moderation!;
        Assert.Equal((ScoreSettlement.PanelConsensus, 3, 6), (room.Settlement, room.Final, room.Answers.Length));
        var now = room.Now!;
        Assert.Equal((AnswerStage.Agreed, AnswerStage.Hidden), (now.Stage, room.Answers.Single(answer => answer == room.Next).Stage));
        Assert.Equal("Passengers", now.Scores.Single(score => score.SpeaksFirst).Seat);
        Assert.Equal((3, "Officers 2"), (now.Notes.Length, now.Dissents.Single().Seat));

        using var len = await host.SignedInAsync("evaluator-3");
        Assert.True(See(panel, "evaluator-3").Moderation!.Now!.MayConfirm);
        Assert.Equal(HttpStatusCode.SeeOther, (await len.SubmitAsync($"/panels/{panel}/moderation", "confirm-outcome")).StatusCode);

        Assert.Equal(AnswerStage.Final, See(panel, "moderator").Moderation!.Now!.Stage);
    }

    [Fact]
    public async Task Interviews_visits_and_past_work_were_scored_and_locked_and_count_in_the_result()
    {
        var sample = await host.SampleAsync();
        foreach (var (tender, rounds) in new[] { (sample.Talking.Tender, new[] { ScoringRound.Interview }), (sample.Awarded.Tender, [ScoringRound.Interview, ScoringRound.Visit, ScoringRound.PastPerformance]) })
        {
            var panel = Find<Panel>(tender.Panel.Stream);
            Assert.Equal(rounds, panel.LaterRounds);
            Assert.Equal(3, panel.Locked.Count);
            foreach (var round in rounds)
            {
                var asked = Find<Tender>(tender.Stream).Questions.Single(question => question.Round == round).Id;
                Assert.Equal(panel.Bids!.Count, panel.Records.Count(record => record.Round == round));
                Assert.Equal(panel.Bids.Count, panel.Evidence.Count(evidence => evidence.Question == asked));
                Assert.Equal(panel.Bids.Count, panel.Scores.Where(score => score.Question == asked).DistinctBy(score => score.Bid).Count());
            }
        }

        var result = See(sample.Awarded.Tender.Panel, "moderator").Result!;
        Assert.All(result.Rows, row => Assert.DoesNotContain(row.Questions, part => part.IsUnscored));
    }

    [Fact]
    public async Task Whoever_chaired_reads_what_was_written_down_in_every_round_that_is_over()
    {
        var panel = (await host.SampleAsync()).Awarded.Tender.Panel;
        using var sian = await host.SignedInAsync("moderator");

        var page = (await sian.ReadAsync($"/panels/{panel}/rounds")).QuerySelector("main")!;
        Assert.Equal(["Interview", "Visit", "Past performance"], page.QuerySelectorAll("section > h2").Select(round => round.TextContent));
        foreach (var heard in new[] { "which side he likes to stand on", "We wait for you at the gate", "46 of 52 pairs lasted six months" }) Assert.Contains(heard, page.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_gave_stands_in_the_order_of_the_bids_for_every_round()
    {
        var panel = (await host.SampleAsync()).Awarded.Tender.Panel;
        using var len = await host.SignedInAsync("evaluator-3");

        var lists = (await len.ReadAsync($"/panels/{panel}/mine")).QuerySelectorAll(".my-scores").Select(list => list.QuerySelectorAll("strong").Select(bid => bid.TextContent).ToArray()).ToArray();

        Assert.Equal(6, lists.Length);
        Assert.All(lists, bids => Assert.Equal(["Bidder A", "Bidder B", "Bidder C", "Bidder D", "Bidder E"], bids));
    }

    [Fact]
    public async Task Work_is_offered_to_others_and_a_message_waits_for_an_answer()
    {
        var offer = new SubcontractId((await host.SampleAsync()).Offer.Tender.Value);
        SubcontractView Seen(string persona) => SubcontractReading.View(Reading, offer, Id(persona), DateTimeOffset.UtcNow)!;

        Assert.Equal((true, true), (Seen("provider-2").IsOpen, Seen("provider-2").IsMine));
        Assert.Equal([true, false], Seen("provider-2").Contacts.Select(one => one.Answer.Length > 0));
        Assert.Equal("Harbour Lights", Seen("provider").Contacts.Single().Organisation);
    }

    [Fact]
    public async Task A_second_authority_buys_here_and_has_a_page()
    {
        await host.SampleAsync();
        using var anybody = host.NewVisitor();

        Assert.Contains("Saltmarsh Town Council", (await anybody.ReadAsync("/authorities")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Twelve benches on the sea front", (await anybody.ReadAsync("/authorities/saltmarsh-town-council")).Body!.TextContent, StringComparison.Ordinal);
    }

    private Reading Reading => new(host.Services.GetRequiredService<LiveStreams>());

    private T Find<T>(StreamId stream) where T : class => Reading.Find<T>(stream)!;

    private PanelView See(PanelId panel, string persona) => PanelReading.View(Reading, panel, Id(persona))!;

    private static ParticipantId Id(string persona) => SamplePeople.Find(persona)!.Id;
}
