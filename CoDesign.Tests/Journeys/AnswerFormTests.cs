using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CoDesign.Domain.Evaluations;
using static CoDesign.Tests.Journeys.ScoringOnSite;

namespace CoDesign.Tests.Journeys;

/// <summary>The form about one answer, without scripts: what is kept of it, and that nobody else is sent any of it.</summary>
public sealed class AnswerFormTests(JourneyHost host) : IClassFixture<JourneyHost>
{
    private const string Quote = "Volunteers do, day and night.";

    [Fact]
    public async Task A_passage_kept_as_a_note_is_marked_for_its_owner_and_for_nobody_else()
    {
        var tender = await TenderOnSite.OpenedAsync(host);
        using var helen = await host.DeclaredAsync(tender, "evaluator-1");
        using var priya = await host.DeclaredAsync(tender, "evaluator-2");
        using var len = await host.DeclaredAsync(tender, "evaluator-3");
        var before = await VisibleAsync(priya, tender.Panel);

        await DoneAsync(helen, tender.Panel, "score-answer", [.. TaskOf(await helen.ReadAsync(tender.Panel)), ("then", "note"), ("quote", Quote), ("words", "Who, by night?")]);

        var page = await helen.ReadAsync(tender.Panel);
        Assert.Equal(Quote, page.QuerySelector("#answer mark")!.TextContent);
        Assert.Contains("Who, by night?", page.QuerySelector(".my-notes")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, await VisibleAsync(priya, tender.Panel));
        foreach (var other in new[] { priya, len, await host.SignedInAsync("moderator") })
            Assert.DoesNotContain("Who, by night?", (await other.ReadAsync(tender.Panel)).Body!.InnerHtml, StringComparison.Ordinal);

        var book = $"/api/notebooks/{NotebookId.Of(tender.PanelId, Id("evaluator-1"))}";
        Assert.Equal(HttpStatusCode.OK, (await helen.GetAsync(book)).StatusCode);
        foreach (var persona in new[] { "evaluator-2", "moderator", "commissioner", "member", "administrator", "provider" })
        {
            using var other = await host.SignedInAsync(persona);
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(book)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"{book}/events")).StatusCode);
        }

        await DoneAsync(helen, tender.Panel, "score-answer", [.. TaskOf(page), ("then", page.QuerySelector("button[value^=remove-]")!.GetAttribute("value")!)]);
        Assert.Null((await helen.ReadAsync(tender.Panel)).QuerySelector("#answer mark"));
    }

    [Fact]
    public async Task Nothing_typed_is_lost_whichever_button_is_pressed()
    {
        var tender = await TenderOnSite.OpenedAsync(host);
        using var helen = await host.DeclaredAsync(tender, "evaluator-1");
        var answer = $"{tender.Panel}?bid={tender.Bids[0]}&question={tender.QuestionId}";
        (string, string)[] score = [("points", "4"), ("reason", "They know every rock.")];
        (string, string)[] note = [("quote", Quote), ("words", "Who, by night?")];

        await PressAsync("/help", [.. score, .. note]);
        await ShowsAsync("4", "They know every rock.", Quote, "Who, by night?", notSaved: true);
        await PressAsync("note", [.. score, .. note]);
        await ShowsAsync("4", "They know every rock.", "", "", notSaved: true);
        var kept = (await helen.ReadAsync(tender.Panel)).QuerySelector("button[value^=remove-]")!.GetAttribute("value")!;
        await PressAsync(kept, [("points", "5"), ("reason", "They know each rock."), ("words", "And at sea?")]);
        await ShowsAsync("5", "They know each rock.", "", "And at sea?", notSaved: true);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync("", [("reason", "They know each rock.")])).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync("note", score)).StatusCode);

        await PressAsync("", [.. score, ("words", "And at sea?")]);
        await ShowsAsync("4", "They know every rock.", "", "And at sea?", notSaved: false);
        await PressAsync("/help", score);
        await ShowsAsync("4", "They know every rock.", "", "", notSaved: false);

        Task<HttpResponseMessage> SendAsync(string then, params (string, string)[] typed) =>
            helen.SubmitAsync(answer, "score-answer", then.Length == 0 ? typed : [.. typed, ("then", then)]);

        async Task PressAsync(string then, params (string, string)[] typed) => Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(then, typed)).StatusCode);

        async Task ShowsAsync(string points, string reason, string quote, string words, bool notSaved)
        {
            var form = (await helen.ReadAsync(answer)).GetElementById("score-answer")!;
            Assert.Equal((points, reason, quote, words, notSaved), (
                form.QuerySelector<IHtmlInputElement>("input[name=points][checked]")!.Value,
                form.QuerySelector("textarea[name=reason]")!.TextContent,
                form.QuerySelector<IHtmlInputElement>("input[name=quote][checked]")!.Value,
                form.QuerySelector("textarea[name=words]")!.TextContent,
                form.QuerySelector("#not-saved") is not null));
        }
    }

    [Fact]
    public async Task What_somebody_scores_notes_and_marks_changes_nothing_that_anybody_else_is_sent()
    {
        var tender = await TenderOnSite.OpenedAsync(host);
        foreach (var persona in new[] { "evaluator-1", "evaluator-2", "evaluator-3" }) await tender.DeclareAsync(persona);
        (string Persona, string[] Addresses)[] looks =
        [
            ("evaluator-2", [tender.Panel, $"{tender.Panel}/mine", $"{tender.Panel}/print", $"{tender.Panel}/help", $"/api{tender.Panel}", "/projects"]),
            ("evaluator-3", [tender.Panel, $"{tender.Panel}/mine", $"{tender.Panel}/print", $"/api{tender.Panel}"]),
            ("moderator", [tender.Panel, $"{tender.Panel}/shares", $"{tender.Panel}/help", $"/api{tender.Panel}"]),
            ("commissioner", [tender.Panel, $"{tender.Panel}/shares", $"/api{tender.Panel}", $"/projects/{tender.Project}", $"/projects/{tender.Project}/tender", $"/projects/{tender.Project}/thread", $"/api/projects/{tender.Project}"]),
            ("member", [tender.Panel, $"/api{tender.Panel}", $"/projects/{tender.Project}/tender"]),
            ("administrator", [tender.Panel, $"/api{tender.Panel}", "/admin"]),
            ("provider", [tender.Panel, $"/api{tender.Panel}", tender.Opportunity, "/opportunities?words=rock"]),
            ("", [tender.Panel, $"/api{tender.Panel}", tender.Opportunity, "/opportunities?words=rock", "/opportunities.atom", "/api/ocds/releases"]),
        ];
        var visitors = new List<Visitor>();
        foreach (var look in looks) visitors.Add(look.Persona.Length == 0 ? host.NewVisitor() : await host.SignedInAsync(look.Persona));
        var before = await SentAsync();

        using var helen = await host.SignedInAsync("evaluator-1");
        await DoneAsync(helen, tender.Panel, "score-answer", [.. TaskOf(await helen.ReadAsync(tender.Panel)), ("then", "note"), ("quote", Quote), ("words", "Rock by rock.")]);
        await DoneAsync(helen, tender.Panel, "score-answer", [.. TaskOf(await helen.ReadAsync(tender.Panel)), ("points", "5"), ("reason", "They know every rock.")]);

        Assert.Equal(before, await SentAsync());
        Assert.Contains("They know every rock.", (await helen.ReadAsync(tender.Panel)).Body!.TextContent, StringComparison.Ordinal);
        foreach (var visitor in visitors) visitor.Dispose();

        async Task<List<string>> SentAsync()
        {
            var sent = new List<string>();
            foreach (var (look, visitor) in looks.Zip(visitors))
            {
                foreach (var address in look.Addresses)
                {
                    using var answer = await visitor.GetAsync(address);
                    // What isn't there says so with a mark of its own for each request.
                    var words = !answer.IsSuccessStatusCode ? "" : address.StartsWith("/api", StringComparison.Ordinal) || address.EndsWith(".atom", StringComparison.Ordinal)
                        ? await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
                        : (await visitor.ReadAsync(answer)).QuerySelector("main")!.TextContent;
                    sent.Add($"{look.Persona} {address} {answer.StatusCode} {answer.Headers.ETag} {words}");
                }
            }

            return sent;
        }
    }

    /// <summary>What somebody sees of a page, without what differs each time it is made.</summary>
    private static async Task<string> VisibleAsync(Visitor visitor, string address) => (await visitor.ReadAsync(address)).QuerySelector("main")!.TextContent;
}
