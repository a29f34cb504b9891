using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CoDesign.App.Identity;
using CoDesign.App.Live;
using CoDesign.App.Workshops;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Workshops;
using Microsoft.Extensions.DependencyInjection;

namespace CoDesign.Tests.Workshops;

/// <summary>Boards over HTTP: what comes in as a file, what goes out, and who gets it.</summary>
public sealed class BoardPagesTests(HostFixture host) : IClassFixture<HostFixture>
{
    [Fact]
    public async Task A_table_brings_one_note_to_a_row_whole()
    {
        var (board, page) = await BoardAsync(Stage.Reveal);
        using var fay = await host.SignedInAsync("facilitator");
        var answer = await SendFileAsync(fay, page, "import-notes", "notes.csv", "Name,Note\nA,\"Dark, and cold\"\nB,Wet\nC,\n"u8.ToArray(), ("kind", "worry"), ("column", "0"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        answer = await SendFileAsync(fay, page, "import-notes", "notes.csv", "It is dark, by the sea\nI am cold\n"u8.ToArray(), ("kind", "worry"), ("column", "0"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(["Dark, and cold", "Wet", "It is dark, by the sea", "I am cold"], Read(board).Notes.Select(n => n.Text));
    }

    [Theory]
    [InlineData("", "Choose a file first.")]
    [InlineData("\n\n", "There are no notes in this file.")]
    [InlineData("\u00ff", "Save it as CSV in UTF-8")]
    public async Task A_table_that_cannot_be_read_is_refused_in_plain_words(string content, string words)
    {
        var (board, page) = await BoardAsync(Stage.Reveal);
        using var fay = await host.SignedInAsync("facilitator");
        var answer = await SendFileAsync(fay, page, "import-notes", "notes.csv", System.Text.Encoding.Latin1.GetBytes(content), ("kind", "worry"), ("column", "0"));
        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(Read(board).Notes);
    }

    [Fact]
    public async Task A_photo_is_given_to_who_may_see_the_board_as_a_file_and_to_nobody_else()
    {
        var (board, page) = await BoardAsync(Stage.Discuss);
        using var fay = await host.SignedInAsync("facilitator");
        var answer = await SendFileAsync(fay, page, "attach-picture", "chart.png", Photos.All["png"], ("description", "The flip chart"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var address = $"/boards/{board}/pictures/{Assert.Single(Read(board).Pictures).Id}";

        var given = await fay.GetAsync(address);
        var kept = await given.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal(PictureFilter.Clean(Photos.All["png"])!.Value.Bytes, kept);
        Assert.DoesNotContain(Photos.Place, System.Text.Encoding.Latin1.GetString(kept), StringComparison.Ordinal);
        Assert.Equal(("image/png", "attachment"), (given.Content.Headers.ContentType?.MediaType, given.Content.Headers.ContentDisposition?.DispositionType));
        Assert.Equal("nosniff", given.Headers.GetValues("X-Content-Type-Options").Single());

        using var stranger = await host.SignedInAsync("evaluator-1");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(page)).StatusCode);
    }

    [Fact]
    public async Task What_only_calls_itself_a_photo_is_refused()
    {
        var (board, page) = await BoardAsync(Stage.Discuss);
        using var fay = await host.SignedInAsync("facilitator");
        var answer = await SendFileAsync(fay, page, "attach-picture", "chart.png", [.. "<svg onload='x'/>"u8, .. new byte[4_000_000]], ("description", "The flip chart"));
        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Empty(Read(board).Pictures);
    }

    [Fact]
    public async Task A_program_learns_nothing_of_others_from_marks_or_versions()
    {
        var (board, _) = await BoardAsync(Stage.PrivateWriting);
        using var fay = await host.SignedInAsync("facilitator");
        using var amina = await host.SignedInAsync("service-user");
        var before = await MarkAsync(fay, board);
        var answer = await amina.PostJsonAsync($"/api/boards/{board}/commands/add-note", new { text = "I am afraid of the steps", kind = "worry", column = 0 });
        var said = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(JsonValueKind.String, said.GetProperty("version").ValueKind);
        Assert.Equal(before, await MarkAsync(fay, board));
        var view = await (await fay.GetAsync($"/api/boards/{board}")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("afraid", view, StringComparison.Ordinal);
        Assert.DoesNotContain(said.GetProperty("id").GetString()!, view, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thousand_votes_at_once_count_each_once()
    {
        var (board, _) = await BoardAsync(Stage.Reveal);
        var live = host.Services.GetRequiredService<LiveStreams>();
        var project = Read(board).Project;
        var people = Enumerable.Range(0, 250).Select(i => new ParticipantId(Derived.Guid(Guid.Empty, $"racer-{board}-{i}"))).ToArray();
        await Task.WhenAll(people.Select(person => live.ExecuteAsync(project.Stream, new InviteParticipant(person, Role.ServiceUser), Id("commissioner"), New())));
        var facilitator = Id("facilitator");
        await live.ExecuteAsync(board.Board, new AddNote("Light", NoteKind.Need, 0), facilitator, New());
        await live.ExecuteAsync(board.Board, new EnterStage(Stage.Vote), facilitator, New());
        var option = Read(board).Ballot!.Options.Single().Id.ToString("n");

        // Each votes four times over: the same act sent twice, and a change of mind sent twice.
        var racing = people.SelectMany(person =>
        {
            var (first, second) = (New(), New());
            return new[] { (person, first, 1), (person, second, 2), (person, first, 1), (person, second, 2) };
        }).OrderBy(_ => Random.Shared.Next());
        var answers = await Task.WhenAll(racing.Select(vote => live.ExecuteAsync(board.Board, Marks(option, vote.Item3), vote.person, vote.Item2)));
        Assert.All(answers, answer => Assert.Null(answer.Refusal));

        await live.ExecuteAsync(board.Board, new EnterStage(Stage.Discuss), facilitator, New());
        var result = Assert.Single(Read(board).Results);
        Assert.Equal((250, 250), (result.Voters, result.Rows[0].Voters));
        Assert.Equal(250, result.Rows[0].Spread[1] + result.Rows[0].Spread[2]);
    }

    private static CastBallot Marks(string option, int dots) =>
        new(System.Collections.Immutable.ImmutableDictionary<string, int>.Empty.Add(option, dots), null);

    private Board Read(ActivityId board) => (Board)host.Services.GetRequiredService<LiveStreams>().Get(board.Board).State;

    private static async Task<string> MarkAsync(Visitor visitor, ActivityId board) => (await visitor.GetAsync($"/api/boards/{board}")).Headers.ETag!.Tag;

    private async Task<(ActivityId Board, string Page)> BoardAsync(Stage stage)
    {
        var made = await BoardOnSite.MakeAsync(host.Services, stage);
        return (made.Id, made.Page);
    }

    private static async Task<HttpResponseMessage> SendFileAsync(Visitor visitor, string page, string form, string name, byte[] content, params (string Name, string Value)[] fields)
    {
        var shown = (await visitor.ReadAsync(page)).GetElementById(form)!;
        using var body = new MultipartFormDataContent();
        foreach (var hidden in shown.QuerySelectorAll("input[type=hidden]"))
        {
            if (!fields.Any(field => field.Name == hidden.GetAttribute("name"))) body.Add(new StringContent(hidden.GetAttribute("value") ?? ""), hidden.GetAttribute("name")!);
        }

        foreach (var (field, value) in fields) body.Add(new StringContent(value), field);
        body.Add(new ByteArrayContent(content), "file", name);
        using var request = new HttpRequestMessage(HttpMethod.Post, page) { Content = body };
        return await visitor.SendAsync(request);
    }

    private static OperationId New() => new(Guid.NewGuid());

    private static ParticipantId Id(string persona) => SamplePeople.Find(persona)!.Id;
}
