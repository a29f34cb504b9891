using CoDesign.App.Live;
using CoDesign.App.Specifications;
using CoDesign.App.Text;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Specifications;
using CoDesign.Domain.Text;
using CoDesign.Domain.Thread;
using Microsoft.Extensions.DependencyInjection;

namespace CoDesign.Tests.Text;

/// <summary>A clause is split in two or merged with another, with everything that hangs on its words.</summary>
public sealed class ClausePartTests(HostFixture host) : IClassFixture<HostFixture>
{
    private const string Words = "Warm meals at noon.\n\nParking is free.";

    [Fact]
    public async Task The_new_clause_stands_after_the_old_one_with_its_words_what_was_said_about_them_and_where_both_come_from()
    {
        var clause = await MadeAsync(Words);
        var cold = await SaidAsync(clause);
        await DoAsync(clause, ClauseOnSite.Amina, new TieWords(cold, "free", null));
        await DoAsync(clause, ClauseOnSite.Amina, new Comment("Parking", null, "For how long?", ClauseOnSite.Ruth));
        await DoAsync(clause, ClauseOnSite.Amina, new Comment("", null, "Well said.", null));

        var rest = new ClauseId((await DoAsync(clause, ClauseOnSite.Tom, new SplitClause("Parking is", null, "Parking"))).Made!.Value);

        Assert.Equal(("Warm meals at noon.\n\n", "Parking is free."), (clause.Words, TextOf(rest).Text));
        Assert.Equal(["Meals", "Parking"], Project(clause).Clauses.Select(c => c.Title));
        Assert.Equal(ClauseKind.Need, Project(clause).Clauses[1].Kind);
        Assert.Equal(("Well said.", "For how long?"), (clause.State.Remarks.Single().Text, TextOf(rest).Remarks.Single().Text));
        Assert.Equal(("Parking", ClauseOnSite.Amina), (TextOf(rest).Remarks.Single().Quote, TextOf(rest).Remarks.Single().By));
        Assert.Empty(clause.State.Ties);
        Assert.Equal(("free", "free"), (TextOf(rest).Ties.Single().Quote, TextOf(rest).TiePlaces.Single().WordsIn(TextOf(rest).Text)));
        foreach (var one in new[] { IdOf(clause), rest }) Assert.Contains(new ThreadLink(cold, On(one)), Project(clause).Links);
        Assert.Equal(ClauseOnSite.Tom, Assert.Single(Histories.Of(rest.Text).At(1).Runs).By);
    }

    [Fact]
    public async Task Merged_the_first_has_the_words_the_remarks_the_ties_and_the_easy_words_of_both()
    {
        var clause = await MadeAsync("Warm meals.");
        var second = await AddAsync(clause, "Every day.");
        var (cold, loud) = (await SaidAsync(clause), await SaidAsync(clause));
        await clause.DoAsync(new LinkThread(new ThreadLink(cold, On(IdOf(clause)))));
        foreach (var said in new[] { cold, loud }) await clause.DoAsync(new LinkThread(new ThreadLink(said, On(second))));
        await clause.DoAsync(new EaseClause(IdOf(clause), "Hot food."));
        await clause.DoAsync(new EaseClause(second, "Each day."));
        var lost = await AskAsync(second.Text, ClauseOnSite.Amina, new Comment("Every", null, "Also Sundays?", null));
        await AskAsync(second.Text, ClauseOnSite.Grace, new ReplaceText(1, "Every day.", "Each day."));

        await AskAsync(second.Text, ClauseOnSite.Tom, new MergeClause(IdOf(clause)));

        Assert.Equal("Warm meals.\n\nEach day.", clause.Words);
        Assert.Equal("Meals", Assert.Single(Project(clause).Clauses).Title);
        Assert.Equal([new ThreadLink(cold, On(IdOf(clause))), new ThreadLink(loud, On(IdOf(clause)))], Project(clause).Links);
        Assert.Equal("Hot food.\n\nEach day.", Project(clause).Clauses[0].Easy!.Text);
        Assert.Equal((lost.Made, "Every", true), (clause.State.Remarks.Single().Id.Value, clause.State.Remarks.Single().Quote, clause.State.Places.Single().IsLost));
        Assert.Equal(On(IdOf(clause)), On(second).Now(Project(clause).Merged));
    }

    [Fact]
    public async Task Final_clauses_people_who_only_comment_and_places_without_words_are_refused()
    {
        var clause = await MadeAsync(Words);
        var second = await AddAsync(clause, "Every day.");
        Assert.Equal("text.not-writer", (await AskAsync(clause, ClauseOnSite.Amina, new SplitClause("Parking", null, "Parking"))).Refusal?.Code);
        Assert.Equal("text.not-writer", (await AskAsync(second.Text, ClauseOnSite.Ruth, new MergeClause(IdOf(clause)))).Refusal?.Code);
        Assert.Equal("split.nowhere", (await AskAsync(clause, ClauseOnSite.Tom, new SplitClause("Warm meals", null, "Meals"))).Refusal?.Code);
        Assert.Equal("split.nowhere", (await AskAsync(clause, ClauseOnSite.Tom, new SplitClause("", null, "Meals"))).Refusal?.Code);
        Assert.Equal("quote.unknown", (await AskAsync(clause, ClauseOnSite.Tom, new SplitClause("Cold", null, "Meals"))).Refusal?.Code);
        Assert.Equal("title.empty", (await AskAsync(clause, ClauseOnSite.Tom, new SplitClause("Parking", null, " "))).Refusal?.Code);
        Assert.Equal("merge.unknown", (await AskAsync(clause, ClauseOnSite.Tom, new MergeClause(IdOf(clause)))).Refusal?.Code);
        Assert.Equal("merge.unknown", (await AskAsync(clause, ClauseOnSite.Tom, new MergeClause(new ClauseId(Guid.NewGuid())))).Refusal?.Code);
        await clause.DoAsync(new SetClauseStatus(IdOf(clause), ClauseStatus.Final, null));
        Assert.Equal("clause.final", (await AskAsync(clause, ClauseOnSite.Tom, new SplitClause("Parking", null, "Parking"))).Refusal?.Code);
        Assert.Equal("clause.final", (await AskAsync(second.Text, ClauseOnSite.Tom, new MergeClause(IdOf(clause)))).Refusal?.Code);
        Assert.Equal(2, Project(clause).Clauses.Count);
    }

    [Fact]
    public void In_a_clause_whose_words_went_to_another_nothing_more_is_taken_so_that_it_stays_with_who_typed_it()
    {
        var text = OpenText.Clause("Warm meals");
        text.Happens(OpenText.Tom, new TextMerged(new ClauseId(Guid.NewGuid()), 10));
        Assert.Equal("text.merged", text.Push(OpenText.Grace, 1, "grace", "1", """[10,[0," daily"]]""").Refusal?.Code);
        Assert.Equal("text.merged", text.Ask(OpenText.Amina, new Comment("", null, "Why?", null)).Refusal?.Code);
        Assert.False(text.SeenBy(OpenText.Tom)!.MayWrite);
        text.TakeFrom(text, OpenText.Tom);
        Assert.Equal("Warm meals", text.State.Text);
        Assert.Null(text.Push(OpenText.Grace, 3, "grace", "2", """[10,[0," daily"]]""").Refusal);
    }

    [Fact]
    public async Task Questions_of_the_tender_that_come_from_a_clause_come_from_the_one_that_it_was_merged_with()
    {
        var clause = await MadeAsync("Warm meals.");
        var second = await AddAsync(clause, "Every day.");
        var third = await AddAsync(clause, "At noon.");
        await AskAsync(third.Text, ClauseOnSite.Tom, new MergeClause(second));
        await AskAsync(second.Text, ClauseOnSite.Tom, new MergeClause(IdOf(clause)));
        Assert.Equal("Warm meals.\n\nEvery day.\n\nAt noon.", clause.Words);
        foreach (var gone in new[] { second, third }) Assert.Equal(On(IdOf(clause)), On(gone).Now(Project(clause).Merged));
    }

    [Fact]
    public void A_clause_can_be_split_at_its_paragraphs_and_headings_but_the_first()
    {
        var places = ClauseParts.PlacesIn("\n# Meals\nWarm.\n\nAt noon: always.\n## Parking\nFree.");
        Assert.Equal(["At noon: always.", "Parking"], places.Select(place => place.Label));
        Assert.True(ClauseParts.TryRead(places[0].Value, out var near, out var words));
        Assert.Equal((16, "At noon: always."), (near, words));
        Assert.False(ClauseParts.TryRead("Parking", out _, out _));
    }

    private async Task<ClauseOnSite> MadeAsync(string words) => await ClauseOnSite.MakeAsync(host.Services, words);

    private async Task<ClauseId> AddAsync(ClauseOnSite clause, string words)
    {
        var id = new ClauseId((await clause.DoAsync(new AddClause("More", ClauseKind.Need, []))).Made!.Value);
        await AskAsync(id.Text, ClauseOnSite.Tom, new ReplaceText(0, "", words));
        return id;
    }

    private static async Task<ThreadRef> SaidAsync(ClauseOnSite clause) =>
        new(ThreadKind.Insight, (await clause.DoAsync(new CaptureInsight("It is cold at noon.", SourceKind.ServiceUser, []))).Made!.Value);

    private async Task<Answer> DoAsync(ClauseOnSite clause, ParticipantId who, ITextCommand command)
    {
        var answer = await AskAsync(clause, who, command);
        Assert.Null(answer.Refusal);
        return answer;
    }

    private Task<Answer> AskAsync(ClauseOnSite clause, ParticipantId who, ITextCommand command) => AskAsync(IdOf(clause).Text, who, command);

    private async Task<Answer> AskAsync(StreamId text, ParticipantId who, ITextCommand command)
    {
        var answer = await Live.ExecuteAsync(text, command, who, new OperationId(Guid.NewGuid()));
        await host.Services.GetRequiredService<Reactors>().Settled(answer);
        return answer;
    }

    private LiveStreams Live => host.Services.GetRequiredService<LiveStreams>();

    private TextHistories Histories => host.Services.GetRequiredService<TextHistories>();

    private static ClauseId IdOf(ClauseOnSite clause) => new(Guid.ParseExact(clause.Text, "n"));

    private static ThreadRef On(ClauseId id) => new(ThreadKind.Clause, id.Value);

    private TextDocument TextOf(ClauseId id) => (TextDocument)Live.Get(id.Text).State;

    private Project Project(ClauseOnSite clause) => (Project)Live.Get(clause.Project).State;
}
