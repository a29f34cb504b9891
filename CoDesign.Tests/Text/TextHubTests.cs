using System.Text.Json;
using System.Threading.Channels;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Specifications;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace CoDesign.Tests.Text;

/// <summary>The hub as any client meets it: JSON over a real connection to the whole app.</summary>
public sealed class TextHubTests(HostFixture host) : IClassFixture<HostFixture>
{
    [Fact]
    public async Task What_one_person_types_the_other_sees_under_their_name()
    {
        var clause = await ClauseAsync();
        await using var tom = await OpenAsync("commissioner", clause);
        await using var grace = await OpenAsync("facilitator", clause);
        Assert.Equal(1, await tom.PushAsync(0, Step("tom-1", """[[0,"Warm meals 😀","at noon"]]""")));
        foreach (var reader in new[] { tom, grace })
        {
            var news = await reader.NewsAsync();
            Assert.Equal(0, news.Version);
            var update = Assert.Single(news.Updates);
            Assert.Equal(("tom", "tom-1", ClauseOnSite.Tom.Text()), (update.ClientId, update.OperationId, update.Participant));
            Assert.Equal("""[[0,"Warm meals 😀","at noon"]]""", Plain(update.Changes));
        }

        Assert.Equal(new Opened(1, "Warm meals 😀\nat noon", true, ClauseOnSite.Grace.Text()), await grace.OpenAsync());
    }

    [Fact]
    public async Task A_step_made_against_an_older_version_is_mapped_before_others_see_it()
    {
        var clause = await ClauseAsync();
        await using var tom = await OpenAsync("commissioner", clause);
        await using var grace = await OpenAsync("facilitator", clause);
        await tom.PushAsync(0, Step("tom-1", """[[0,"meals"]]"""));
        await tom.PushAsync(1, Step("tom-2", """[[0,"Warm "],5]"""));
        await grace.PushAsync(1, Step("grace-1", """[5,[0,"!"]]"""));
        Assert.Equal("Warm meals!", (await grace.OpenAsync()).Text);
        var (version, updates) = await grace.PullAsync(1);
        Assert.Equal(1, version);
        Assert.Equal(["tom-2", "grace-1"], updates.Select(update => update.OperationId));
        Assert.Equal("""[10,[0,"!"]]""", Plain(updates[1].Changes));
    }

    [Fact]
    public async Task A_push_sent_twice_is_answered_twice_and_taken_once()
    {
        var clause = await ClauseAsync();
        await using var tom = await OpenAsync("commissioner", clause);
        Assert.Equal(1, await tom.PushAsync(0, Step("tom-1", """[[0,"once"]]""")));
        Assert.Equal(1, await tom.PushAsync(0, Step("tom-1", """[[0,"once"]]""")));
        Assert.Equal("once", (await tom.OpenAsync()).Text);
    }

    [Fact]
    public async Task News_comes_in_order_without_gaps_and_at_most_once_in_25_milliseconds()
    {
        var clause = await ClauseAsync();
        await using var tom = await OpenAsync("commissioner", clause);
        await using var grace = await OpenAsync("facilitator", clause);
        var began = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < 200; i++) await tom.PushAsync(i, Step($"tom-{i}", i == 0 ? """[[0,"a"]]""" : $"""[{i},[0,"a"]]"""));
        var (seen, messages) = (0L, 0);
        while (seen < 200)
        {
            var news = await grace.NewsAsync();
            Assert.Equal(seen, news.Version);
            seen += news.Updates.Length;
            messages++;
        }

        Assert.InRange(messages, 1, TimeProvider.System.GetElapsedTime(began).TotalMilliseconds / 25 + 2);
    }

    [Fact]
    public async Task What_is_not_there_and_what_is_not_open_to_you_are_refused_in_the_same_words()
    {
        var clause = await ClauseAsync();
        var said = new HashSet<string>();
        foreach (var persona in new[] { "evaluator-1", "provider-2", null })
        {
            await using var hub = await ConnectAsync(persona);
            foreach (var id in new[] { clause, Guid.NewGuid().ToString("n"), "", "not an id", null })
            {
                said.Add(await RefusalAsync(hub, "Open", id));
                said.Add(await RefusalAsync(hub, "Push", id, 0, new[] { Step("x", """[[0,"x"]]""") }));
                said.Add(await RefusalAsync(hub, "Pull", id, 0));
                said.Add(await RefusalAsync(hub, "Point", id, new { anchor = 0 }));
            }
        }

        Assert.StartsWith("not-found: ", Assert.Single(said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_only_reads_sees_the_text_and_cannot_write_in_it()
    {
        var clause = await ClauseAsync();
        await using var councillor = await OpenAsync("member", clause);
        Assert.False((await councillor.OpenAsync()).MayWrite);
        Assert.StartsWith("text.not-writer: ", await RefusalAsync(councillor.Hub, "Push", clause, 0, new[] { Step("x", """[[0,"x"]]""") }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_that_make_no_sense_are_refused_and_the_connection_goes_on()
    {
        var clause = await ClauseAsync();
        await using var tom = await OpenAsync("commissioner", clause);
        foreach (var changes in new[] { "[9]", """[[0,"a\nb"]]""", "[-1]", "{}", "null", "[[0,5]]" })
        {
            var update = new { clientId = "tom", operationId = "x", changes = JsonDocument.Parse(changes).RootElement };
            Assert.StartsWith("text.unreadable: ", await RefusalAsync(tom.Hub, "Push", clause, 0, new object[] { update }), StringComparison.Ordinal);
        }

        foreach (var update in new object?[] { null, new { }, new { clientId = "tom", changes = new[] { 0 } } })
            Assert.StartsWith("text.unreadable: ", await RefusalAsync(tom.Hub, "Push", clause, 0, new[] { update }), StringComparison.Ordinal);
        Assert.StartsWith("text.version-unknown: ", await RefusalAsync(tom.Hub, "Push", clause, 7, new[] { Step("x", "[]") }), StringComparison.Ordinal);
        Assert.StartsWith("text.version-unknown: ", await RefusalAsync(tom.Hub, "Pull", clause, 7), StringComparison.Ordinal);
        Assert.StartsWith("text.version-unknown: ", await RefusalAsync(tom.Hub, "Pull", clause, -1), StringComparison.Ordinal);
        Assert.Equal(1, await tom.PushAsync(0, Step("tom-1", """[[0,"fine"]]""")));
    }

    [Fact]
    public async Task Who_is_taken_out_of_the_project_gets_no_more_news()
    {
        var site = await ClauseOnSite.MakeAsync(host.Services);
        var clause = site.Text;
        await using var tom = await OpenAsync("commissioner", clause);
        await using var grace = await OpenAsync("facilitator", clause);
        await tom.PushAsync(0, Step("tom-1", """[[0,"a"]]"""));
        await grace.NewsAsync();
        await site.DoAsync(new RemoveParticipant(ClauseOnSite.Grace));
        await tom.PushAsync(1, Step("tom-2", """[1,[0,"b"]]"""));
        await tom.NewsAsync();
        await tom.NewsAsync();
        Assert.StartsWith("not-found: ", await RefusalAsync(grace.Hub, "Pull", clause, 0), StringComparison.Ordinal);
        Assert.False(grace.HasNews);
    }

    [Fact]
    public async Task Steps_from_before_what_is_in_memory_come_from_the_store()
    {
        var clause = await ClauseAsync();
        await using var tom = await OpenAsync("commissioner", clause);
        for (var from = 0; from < 2_200; from += 200)
            await tom.PushAsync(from, [.. Enumerable.Range(from, 200).Select(i => Step($"tom-{i}", i == 0 ? """[[0,"a"]]""" : $"""[{i},[0,"a"]]"""))]);
        await using var grace = await OpenAsync("facilitator", clause);
        Assert.Equal(2_201, await grace.PushAsync(1, Step("grace-1", """[[0,"!"],1]""")));
        Assert.Equal("!" + new string('a', 2_200), (await grace.OpenAsync()).Text);
        var (_, updates) = await grace.PullAsync(0);
        Assert.Equal(2_201, updates.Length);
        Assert.Equal("tom-0", updates[0].OperationId);
    }

    [Fact]
    public async Task Where_somebody_points_the_others_see()
    {
        var clause = await ClauseAsync();
        await using var tom = await OpenAsync("commissioner", clause);
        await using var grace = await OpenAsync("facilitator", clause);
        await tom.Hub.InvokeAsync("Point", clause, new { anchor = 3, head = 5 }, TestContext.Current.CancellationToken);
        var point = Assert.Single(await grace.PointsAsync());
        Assert.Equal(ClauseOnSite.Tom.Text(), point.Participant);
        Assert.Equal("Tom Ashdown", point.Name);
        Assert.Equal(5, point.Selection.GetProperty("head").GetInt32());
        await tom.Hub.InvokeAsync("Point", clause, (object?)null, TestContext.Current.CancellationToken);
        Assert.Empty(await grace.PointsAsync());
    }

    [Fact]
    public async Task Who_does_not_run_the_project_sees_whose_part_points_and_no_name()
    {
        var clause = await ClauseAsync();
        await using var tom = await OpenAsync("commissioner", clause);
        await using var amina = await OpenAsync("service-user", clause);
        await using var ruth = await OpenAsync("provider", clause);
        await amina.Hub.InvokeAsync("Point", clause, new { anchor = 0, head = 0 }, TestContext.Current.CancellationToken);
        Assert.Equal("Amina Hassan", Assert.Single(await tom.PointsAsync()).Name);
        Assert.Equal("Service user", Assert.Single(await ruth.PointsAsync()).Name);
    }

    [Fact]
    public async Task A_removed_clauses_text_is_there_for_nobody()
    {
        var clause = await ClauseOnSite.MakeAsync(host.Services, "Warm meals.");
        await using var tom = await OpenAsync("commissioner", clause.Text);
        await clause.DoAsync(new RemoveClause(ClauseId.From(Guid.ParseExact(clause.Text, "n")), true));
        Assert.StartsWith("not-found: ", await RefusalAsync(tom.Hub, "Push", clause.Text, 1, new[] { Step("tom-1", """[[0,"Still "],11]""") }), StringComparison.Ordinal);
        Assert.StartsWith("not-found: ", await RefusalAsync(tom.Hub, "Open", clause.Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_leaves_points_no_more()
    {
        var clause = await ClauseAsync();
        var tom = await OpenAsync("commissioner", clause);
        await using var grace = await OpenAsync("facilitator", clause);
        await tom.Hub.InvokeAsync("Point", clause, new { anchor = 3, head = 5 }, TestContext.Current.CancellationToken);
        Assert.Single(await grace.PointsAsync());
        await tom.DisposeAsync();
        Assert.Empty(await grace.PointsAsync());
    }

    private async Task<string> ClauseAsync() => (await ClauseOnSite.MakeAsync(host.Services)).Text;

    private async Task<HubConnection> ConnectAsync(string? persona)
    {
        using var person = persona is null ? host.NewVisitor() : await host.SignedInAsync(persona);
        var hub = new HubConnectionBuilder().WithUrl(new Uri(host.Address, "/hubs/text"), options => options.Cookies = person.Cookies).Build();
        await hub.StartAsync(TestContext.Current.CancellationToken);
        return hub;
    }

    private async Task<Reader> OpenAsync(string persona, string clause)
    {
        var reader = new Reader(await ConnectAsync(persona), clause);
        await reader.OpenAsync();
        return reader;
    }

    private static async Task<string> RefusalAsync(HubConnection hub, string method, params object?[] given)
    {
        var refused = await Assert.ThrowsAsync<HubException>(() => hub.InvokeCoreAsync(method, typeof(object), given, TestContext.Current.CancellationToken));
        const string before = "HubException: ";
        return refused.Message[(refused.Message.IndexOf(before, StringComparison.Ordinal) is var at and >= 0 ? at + before.Length : 0)..];
    }

    private static object Step(string operation, string changes) =>
        new { clientId = operation.Split('-')[0], operationId = operation, changes = JsonDocument.Parse(changes).RootElement };

    private static string Plain(JsonElement json) => System.Text.RegularExpressions.Regex.Unescape(json.GetRawText());

    private sealed record Opened(long Version, string Text, bool MayWrite, string Participant);

    private sealed record Sent(string ClientId, string OperationId, string Participant, JsonElement Changes);

    private sealed record Pulled(long Version, Sent[] Updates);

    private sealed record Pointed(string Participant, string Name, JsonElement Selection);

    /// <summary>Somebody who has the clause open.</summary>
    private sealed class Reader : IAsyncDisposable
    {
        private readonly Channel<Pulled> _news = Channel.CreateUnbounded<Pulled>();
        private readonly Channel<Pointed[]> _points = Channel.CreateUnbounded<Pointed[]>();
        private readonly string _clause;

        public Reader(HubConnection hub, string clause)
        {
            (Hub, _clause) = (hub, clause);
            hub.On<string, long, Sent[]>("Updates", (_, version, updates) => _news.Writer.TryWrite(new Pulled(version, updates)));
            hub.On<string, Pointed[]>("Pointed", (_, points) => _points.Writer.TryWrite(points));
        }

        public HubConnection Hub { get; }
        public bool HasNews => _news.Reader.Count > 0;

        public Task<Opened> OpenAsync() => Hub.InvokeAsync<Opened>("Open", _clause, TestContext.Current.CancellationToken);

        public async Task<long> PushAsync(long version, params object[] updates) =>
            (await Hub.InvokeAsync<JsonElement>("Push", _clause, version, updates, TestContext.Current.CancellationToken)).GetProperty("version").GetInt64();

        public Task<Pulled> PullAsync(long version) => Hub.InvokeAsync<Pulled>("Pull", _clause, version, TestContext.Current.CancellationToken);

        public Task<Pulled> NewsAsync() => Soon(_news.Reader);

        public Task<Pointed[]> PointsAsync() => Soon(_points.Reader);

        public ValueTask DisposeAsync() => Hub.DisposeAsync();

        private static Task<T> Soon<T>(ChannelReader<T> channel) =>
            channel.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience.Limit);
    }
}
