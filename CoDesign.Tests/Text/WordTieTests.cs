using CoDesign.App.Live;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Text;
using CoDesign.Domain.Thread;
using Microsoft.Extensions.DependencyInjection;
using static CoDesign.Tests.Text.OpenText;

namespace CoDesign.Tests.Text;

/// <summary>A tie of the thread can be about a few words of a clause, and goes with them.</summary>
public sealed class WordTieTests(HostFixture host) : IClassFixture<HostFixture>
{
    [Fact]
    public void Who_takes_part_ties_words_to_what_was_said_and_other_words_later_take_their_place()
    {
        var text = Clause("Meals are warm. Meals are shared.");
        Assert.Null(text.Ask(Amina, new TieWords(ColdAtNoon, "Meals", 14)).Refusal);
        Assert.Equal(("Meals", new Anchor(16, 21)), (text.State.Ties.Single().Quote, text.State.TiePlaces.Single()));
        Assert.Null(text.Ask(HarbourLights, new TieWords(ColdAtNoon, "warm", null)).Refusal);
        Assert.Equal("warm", text.State.Ties.Single().Quote);
        Assert.Null(text.Ask(Amina, new UntieWords(ColdAtNoon)).Refusal);
        Assert.Empty(text.State.Ties);
        Assert.Empty(text.State.TiePlaces);
        Assert.Empty(text.Ask(Amina, new UntieWords(ColdAtNoon)).Events);
    }

    [Fact]
    public void Words_that_are_not_there_things_that_are_not_there_and_who_only_reads_are_refused()
    {
        var text = Clause("Warm meals");
        Assert.Equal("quote.unknown", text.Ask(Amina, new TieWords(ColdAtNoon, "cold meals", null)).Refusal?.Code);
        Assert.Equal("quote.empty", text.Ask(Amina, new TieWords(ColdAtNoon, " ", null)).Refusal?.Code);
        Assert.Equal("from.unknown", text.Ask(Amina, new TieWords(null, "Warm", null)).Refusal?.Code);
        Assert.Equal("from.unknown", text.Ask(Amina, new TieWords(ColdAtNoon with { Id = Guid.NewGuid() }, "Warm", null)).Refusal?.Code);
        Assert.Equal("text.not-taking-part", text.Ask(Councillor, new TieWords(ColdAtNoon, "Warm", null)).Refusal?.Code);
        Assert.Equal(Refusal.NotFound, text.Ask(Stranger, new TieWords(ColdAtNoon, "Warm", null)).Refusal);
        Assert.Equal(Refusal.NotFound, OpenText.Answer("Warm").Ask(HarbourLights, new TieWords(ColdAtNoon, "Warm", null)).Refusal);
    }

    [Fact]
    public void Where_a_tie_went_only_words_that_were_tied_before_go_with_it()
    {
        var text = Clause("Warm meals");
        text.Ask(Amina, new TieWords(ColdAtNoon, "Warm", null));
        var went = text.Now;
        text.Now += TimeSpan.FromSeconds(1);
        text.Ask(Amina, new TieWords(ColdAtNoon, "meals", null));
        (text.Now, var later) = (went, text.Now);
        Assert.Empty(text.Ask(ParticipantId.System, new UntieWords(ColdAtNoon)).Events);
        text.Now = later;
        Assert.Single(text.Ask(ParticipantId.System, new UntieWords(ColdAtNoon)).Events);
    }

    [Fact]
    public async Task Tied_words_are_a_tie_of_the_thread_and_go_when_it_goes()
    {
        var clause = await ClauseOnSite.MakeAsync(host.Services, "Warm meals at noon");
        var said = new ThreadRef(ThreadKind.Insight, (await clause.DoAsync(new CaptureInsight("It is cold at noon.", SourceKind.ServiceUser, []))).Made!.Value);
        var link = new ThreadLink(said, new ThreadRef(ThreadKind.Clause, Guid.ParseExact(clause.Text, "n")));

        await SettledAsync(await clause.WriteAsync(ClauseOnSite.Amina, new TieWords(said, "at noon", null)));
        Assert.Contains(link, Project(clause).Links);
        await clause.DoAsync(new UnlinkThread(link, true));

        Assert.DoesNotContain(link, Project(clause).Links);
        Assert.Empty(clause.State.Ties);
        await clause.DoAsync(new LinkThread(link));
        Assert.Empty(clause.State.Ties);
    }

    private Project Project(ClauseOnSite clause) => (Project)host.Services.GetRequiredService<LiveStreams>().Get(clause.Project).State;

    private Task SettledAsync(Answer answer) => host.Services.GetRequiredService<Reactors>().Settled(answer);
}
