using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using CoDesign.App.Storage;
using CoDesign.App.Workshops;
using CoDesign.Domain.Workshops;

namespace CoDesign.Tests.Workshops;

/// <summary>The deck as people meet it, without scripts.</summary>
public sealed class DeckPageTests(HostFixture host) : IClassFixture<HostFixture>
{
    [Fact]
    public async Task Cards_are_found_by_what_stands_in_the_address()
    {
        using var tom = await host.SignedInAsync("commissioner");
        var deck = await BeginAsync(tom);
        var page = await tom.ReadAsync($"{deck}?phase=create&category=workshop&minutes=120&people=40&words=table");

        Assert.Equal(["World café"], NamesOn(page));
        Assert.Equal("1 card found", page.GetElementById("cards")!.TextContent);
        Assert.Equal("create", page.QuerySelector("select[name=phase] option[selected]")!.GetAttribute("value"));
        Assert.Equal($"{deck}/print?phase=create&category=workshop&minutes=120&people=40&words=table", LinkOn(page, "Print these cards"));
        Assert.Equal(new Deck().Cards.Length, NamesOn(await tom.ReadAsync($"{deck}?phase=nonsense&minutes=soon&people=-3")).Count());
    }

    [Fact]
    public async Task A_search_that_finds_nothing_says_so_and_leads_on()
    {
        using var tom = await host.SignedInAsync("commissioner");
        var page = await tom.ReadAsync($"{await BeginAsync(tom)}?words=submarine");

        Assert.Equal("No cards found", page.GetElementById("cards")!.TextContent);
        Assert.Equal("No card fits all of that", page.QuerySelector(".empty h3")!.TextContent);
    }

    [Fact]
    public async Task A_card_added_to_the_plan_sets_its_board_up()
    {
        using var tom = await host.SignedInAsync("commissioner");
        var deck = await BeginAsync(tom);
        var sent = await tom.SubmitAsync($"{deck}/hopes-and-worries", "add-to-plan",
            ("plan.title", "Hopes on Tuesday"), ("plan.phase", "create"), ("plan.starts", "2026-12-01T14:00"), ("plan.minutes", "40"), ("plan.lead", ""));

        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        var activity = await tom.ReadAsync(sent.Headers.Location!.ToString());
        Assert.Equal("Hopes on Tuesday", activity.QuerySelector("h1")!.TextContent.Trim());
        var planned = (await ProjectAsync(tom, deck)).GetProperty("plan").GetProperty("activities")[0];
        Assert.Equal("hopes-and-worries", planned.GetProperty("plan").GetProperty("method").GetString());
        Assert.Equal("2026-12-01T14:00:00+00:00", planned.GetProperty("plan").GetProperty("starts").GetString());
        Assert.Equal(["I hope", "I worry"], planned.GetProperty("board").GetProperty("columns").EnumerateArray().Select(column => column.GetString()));
    }

    [Fact]
    public async Task Who_only_reads_sees_every_card_and_no_form()
    {
        using var tom = await host.SignedInAsync("commissioner");
        using var joan = await host.SignedInAsync("member");
        var deck = await BeginAsync(tom, "member");
        var page = await joan.ReadAsync($"{deck}/world-cafe");

        Assert.Equal("World café", page.QuerySelector("h1")!.TextContent.Trim());
        Assert.Empty(page.QuerySelectorAll("form#add-to-plan"));
        Assert.Equal(HttpStatusCode.NotFound, (await joan.GetAsync($"{deck}/new")).StatusCode);
        Assert.Null(LinkOn(await joan.ReadAsync(deck), "Write or bring in a card"));
    }

    [Fact]
    public async Task A_stranger_finds_neither_deck_nor_card_nor_file()
    {
        using var tom = await host.SignedInAsync("commissioner");
        using var ruth = await host.SignedInAsync("provider");
        using var nobody = host.NewVisitor();
        var deck = await BeginAsync(tom);
        foreach (var stranger in new[] { ruth, nobody })
        {
            foreach (var page in new[] { "", "/world-cafe", "/world-cafe.json", "/print", "/new" })
                Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(deck + page)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await tom.GetAsync($"{deck}/no-such-card")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await tom.GetAsync($"{deck}/world-cafe/change")).StatusCode);
    }

    [Fact]
    public async Task An_officer_writes_a_card_changes_it_and_takes_it_away()
    {
        using var tom = await host.SignedInAsync("commissioner");
        var deck = await BeginAsync(tom);
        Assert.Equal(HttpStatusCode.SeeOther, (await tom.SubmitAsync($"{deck}/new", "write-card", BenchTalk)).StatusCode);
        var card = await OwnCardAsync(tom, deck);
        var page = await tom.ReadAsync(card);
        Assert.Equal(["Sit down, slowly.", "Wait."], page.QuerySelectorAll("article ol li").Select(step => step.TextContent));
        Assert.Equal(["Decide", "Write for yourself"], page.QuerySelectorAll(".card-stages li").Select(stage => stage.FirstChild!.TextContent.Trim()));

        await tom.SubmitAsync($"{card}/change", "write-card", [.. BenchTalk.Where(field => field.Name != "card.name"), ("card.name", "Talk on a bench")]);
        Assert.Equal("Talk on a bench", (await tom.ReadAsync(card)).QuerySelector("h1")!.TextContent.Trim());

        await tom.SubmitAsync(card, "take-away");
        Assert.Equal(HttpStatusCode.NotFound, (await tom.GetAsync(card)).StatusCode);
    }

    [Fact]
    public async Task One_step_with_commas_stays_one_step()
    {
        using var tom = await host.SignedInAsync("commissioner");
        var deck = await BeginAsync(tom);
        await tom.SubmitAsync($"{deck}/new", "write-card", [.. BenchTalk.Where(field => field.Name != "card.steps"), ("card.steps", "Sit, wait, listen.")]);

        Assert.Equal(["Sit, wait, listen."], (await tom.ReadAsync(await OwnCardAsync(tom, deck))).QuerySelectorAll("article ol li").Select(step => step.TextContent));
    }

    [Fact]
    public async Task A_card_without_a_purpose_comes_back_with_what_was_typed()
    {
        using var tom = await host.SignedInAsync("commissioner");
        var deck = await BeginAsync(tom);
        var answer = await tom.SubmitAsync($"{deck}/new", "write-card", [.. BenchTalk.Where(field => field.Name != "card.purpose")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await tom.ReadAsync(answer);
        Assert.Equal("Write what it is for.", page.QuerySelector(".error-summary a")!.TextContent);
        Assert.Equal("Sit down, slowly.\r\n\r\nWait.", page.QuerySelector("textarea[name='card.steps']")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_card_goes_from_one_project_to_another_as_a_file()
    {
        using var tom = await host.SignedInAsync("commissioner");
        var (here, there) = (await BeginAsync(tom), await BeginAsync(tom));
        await tom.SubmitAsync($"{here}/new", "write-card", BenchTalk);
        var file = await tom.GetAsync($"{await OwnCardAsync(tom, here)}.json");
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("Bench talk.json", file.Content.Headers.ContentDisposition.FileName!.Trim('"'));

        var sent = await ImportAsync(tom, there, await file.Content.ReadAsByteArrayAsync(Here));
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.Equal("Bench talk", (await tom.ReadAsync(await OwnCardAsync(tom, there))).QuerySelector("h1")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_file_that_is_no_card_is_refused_in_plain_words()
    {
        using var tom = await host.SignedInAsync("commissioner");
        var deck = await BeginAsync(tom);
        foreach (var file in new[] { "not json", "null", "[]", "{}", """{"format":"codesign.card.v1"}""", """{"format":"other","card":{"name":"A"}}""", """{"format":"codesign.card.v1","card":{"name":"\ud800"}}""", """{"format":"codesign.card.v1","card":{"kind":"spell"}}""" })
            Assert.StartsWith("This file isn’t a card.", await RefusalOf(tom, deck, Encoding.UTF8.GetBytes(file)), StringComparison.Ordinal);
        Assert.StartsWith("Choose a file first.", await RefusalOf(tom, deck, []), StringComparison.Ordinal);
        Assert.StartsWith("A card’s file has at most 64 KB", await RefusalOf(tom, deck, new byte[CardFile.Largest + 1]), StringComparison.Ordinal);
        Assert.StartsWith("This card isn’t whole. Write at least one step", await RefusalOf(tom, deck, Written(Cards.BenchTalk with { Steps = [] })), StringComparison.Ordinal);
        Assert.StartsWith("This card isn’t whole. Use at most 6 columns", await RefusalOf(tom, deck, Written(Cards.BenchTalk with { Board = Cards.BenchTalk.Board! with { Columns = ["1", "2", "3", "4", "5", "6", "7"] } })), StringComparison.Ordinal);
        Assert.Equal(0, (await ProjectAsync(tom, deck)).GetProperty("cards").GetArrayLength());
    }

    [Fact]
    public async Task What_is_on_a_card_from_elsewhere_is_shown_as_words_alone()
    {
        using var tom = await host.SignedInAsync("commissioner");
        var deck = await BeginAsync(tom);
        await ImportAsync(tom, deck, Written(Cards.BenchTalk with { Purpose = "<img src=x onerror=alert(1)>" }));
        var page = await tom.ReadAsync(deck);

        Assert.Empty(page.QuerySelectorAll(".deck img"));
        Assert.Contains("<img src=x", page.QuerySelector(".play-card-purpose")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_cards_that_are_looked_for_are_printed()
    {
        using var tom = await host.SignedInAsync("commissioner");
        var deck = await BeginAsync(tom);

        Assert.Equal(["World café"], (await tom.ReadAsync($"{deck}/print?card=world-cafe")).QuerySelectorAll(".printed-card h2").Select(name => name.TextContent));
        Assert.Equal(new DeckFilter(Kind: CardKind.Prompt).Of(new Deck().Cards).Length, (await tom.ReadAsync($"{deck}/print?kind=prompt")).QuerySelectorAll(".printed-card").Length);
    }

    private static (string Name, string Value)[] BenchTalk { get; } =
    [
        ("card.name", "Bench talk"), ("card.kind", "method"), ("card.purpose", "Listen."), ("card.phases", "create"), ("card.category", "insight"),
        ("card.steps", "Sit down, slowly.\r\n\r\nWait."), ("card.tips", "Speak clearly."), ("card.materials", "A bench"), ("card.outcome", "Words."),
        ("card.minutes.from", "20"), ("card.minutes.to", "45"), ("card.people.from", "2"), ("card.people.to", "6"), ("card.rung", "asked"),
        ("card.board.question", "What did you hear?"), ("card.board.columns", ""), ("card.board.stages[0].stage", "vote"), ("card.board.stages[0].minutes", ""),
        ("card.board.stages[1].stage", "privateWriting"), ("card.board.stages[1].minutes", "10"), ("card.board.stages[2].stage", "closed"), ("card.board.stages[2].minutes", "15"),
        ("card.board.stages[3].stage", "closed"), ("card.board.stages[4].stage", "closed"), ("card.board.deciding", "dots"), ("card.board.dots", "3"),
    ];

    private static CancellationToken Here => TestContext.Current.CancellationToken;

    private static byte[] Written(MethodCard card) => JsonSerializer.SerializeToUtf8Bytes(new CardFile(CardFile.First, card), DomainJson.Options);

    private static IEnumerable<string> NamesOn(IDocument page) => page.QuerySelectorAll(".play-card h3").Select(name => name.TextContent);

    private static string? LinkOn(IDocument page, string words) => page.QuerySelectorAll("main a").FirstOrDefault(link => link.TextContent == words)?.GetAttribute("href");

    /// <summary>A project of Tom's own, with perhaps one person more; the address of its deck.</summary>
    private static async Task<string> BeginAsync(Visitor tom, string? persona = null)
    {
        var begun = await tom.PostJsonAsync("/api/projects", new { name = "Safe by the sea", diamond = "serviceRedesign", purpose = "To feel safe." });
        var project = (await begun.Content.ReadFromJsonAsync<JsonElement>(Here)).GetProperty("id").GetString();
        if (persona is not null)
        {
            var participant = CoDesign.App.Identity.SamplePeople.Find(persona)!.Id.Value.ToString("n");
            await tom.PostJsonAsync($"/api/projects/{project}/commands/invite-participant", new { participant, role = persona });
        }

        return $"/projects/{project}/deck";
    }

    /// <summary>Where the latest card of a project's own is; it lies on top.</summary>
    private static async Task<string> OwnCardAsync(Visitor tom, string deck) => (await tom.ReadAsync(deck)).QuerySelector(".play-card h3 a")!.GetAttribute("href")!;

    private static async Task<JsonElement> ProjectAsync(Visitor tom, string deck)
    {
        var seen = await (await tom.GetAsync($"/api{deck[..^"/deck".Length]}")).Content.ReadFromJsonAsync<JsonElement>(Here);
        return seen.TryGetProperty("view", out var view) ? view : seen;
    }

    private static async Task<HttpResponseMessage> ImportAsync(Visitor tom, string deck, byte[] file)
    {
        var form = (await tom.ReadAsync($"{deck}/new")).GetElementById("import-card")!;
        using var content = new MultipartFormDataContent();
        foreach (var hidden in form.QuerySelectorAll("input[type=hidden]")) content.Add(new StringContent(hidden.GetAttribute("value") ?? ""), $"\"{hidden.GetAttribute("name")}\"");
        content.Add(new ByteArrayContent(file), "\"file\"", "\"card.json\"");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{deck}/new") { Content = content };
        return await tom.SendAsync(request);
    }

    private static async Task<string> RefusalOf(Visitor tom, string deck, byte[] file)
    {
        var answer = await ImportAsync(tom, deck, file);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return (await tom.ReadAsync(answer)).QuerySelector(".error-summary li")!.TextContent.Trim();
    }
}
