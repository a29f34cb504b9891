using System.Net;
using CoDesign.Domain.Workshops;

namespace CoDesign.Tests.Workshops;

/// <summary>The facilitator counts in what people voted on paper or by phone, without scripts.</summary>
public sealed class PaperVotePageTests(HostFixture host) : IClassFixture<HostFixture>
{
    [Fact]
    public async Task Votes_on_paper_are_counted_in_corrected_taken_out_and_told_in_the_result()
    {
        var (page, mark) = await VotingAsync(Deciding.Dots);
        using var fay = await host.SignedInAsync("facilitator");
        await fay.SubmitAsync(page, "count-in", ("forWhom", "Margaret"), (mark, "3"), ("agreed", "true"));
        await fay.SubmitAsync(page, "count-in", ("forWhom", "Paper 2"), (mark, "1"), ("agreed", "true"));
        await fay.SubmitAsync(page, "count-in", ("forWhom", "Paper 3"), (mark, "2"), ("agreed", "true"));
        var shown = await fay.ReadAsync(page);
        Assert.Equal(["Margaret", "Paper 2", "Paper 3"], shown.QuerySelectorAll(".count-in li strong").Select(whom => whom.TextContent));

        var correct = new Uri(new Uri("http://here"), shown.QuerySelector(".count-in li a")!.GetAttribute("href")!).PathAndQuery;
        var form = (await fay.ReadAsync(correct)).QuerySelector("details[open] form")!;
        Assert.Equal("3", form.QuerySelector("option[selected]")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.SeeOther, (await fay.SubmitAsync(correct, form.Id!, ("forWhom", "Margaret"), (mark, "2"))).StatusCode);
        await fay.SubmitAsync(page, shown.QuerySelectorAll(".count-in li form")[2].Id!);

        await fay.SubmitAsync(page, "enter-stage", ("stage", "discuss"));
        var result = (await fay.ReadAsync(page)).QuerySelector(".results")!;
        Assert.Contains("2 people voted, 2 of them on paper or by phone.", result.TextContent, StringComparison.Ordinal);
        Assert.Contains("3 dots", result.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_refused_comes_back_in_sight_with_what_was_typed()
    {
        var (page, mark) = await VotingAsync(Deciding.Consent);
        using var fay = await host.SignedInAsync("facilitator");
        var answer = await fay.SubmitAsync(page, "count-in", ("forWhom", "Margaret"), (mark, "0"), ("agreed", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var form = (await fay.ReadAsync(answer)).QuerySelector("details[open] form#count-in")!;
        Assert.Contains("Say what you object to", form.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Margaret", form.QuerySelector("input[name=forWhom]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Who_does_not_run_the_activity_is_not_offered_to_count_votes_in()
    {
        var (page, _) = await VotingAsync(Deciding.Dots);
        using var amina = await host.SignedInAsync("service-user");
        var shown = await amina.ReadAsync(page);
        Assert.NotNull(shown.GetElementById("cast-ballot"));
        Assert.Null(shown.QuerySelector(".count-in"));
    }

    /// <summary>A vote on one note; the address of its page, and the field of the note's mark.</summary>
    private async Task<(string Page, string Mark)> VotingAsync(Deciding deciding)
    {
        var board = await BoardOnSite.MakeAsync(host.Services, Stage.Reveal, deciding);
        await board.NoteAsync("service-user", "Light");
        await board.DoAsync("facilitator", new EnterStage(Stage.Vote));
        return (board.Page, $"marks[{board.State.Ballot!.Options.Single().Id:n}]");
    }
}
