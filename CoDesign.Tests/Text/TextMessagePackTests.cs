using System.Globalization;
using System.Text.Json;
using CoDesign.App.Text;
using CoDesign.Domain.Text;
using MessagePack;
using MessagePack.Resolvers;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace CoDesign.Tests.Text;

/// <summary>The hub as a program meets it that speaks MessagePack, with nothing of ours on its side, beside one that speaks JSON.</summary>
public sealed class TextMessagePackTests(HostFixture host) : IClassFixture<HostFixture>
{
    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_who_speaks_MessagePack_and_one_who_speaks_JSON_write_together_and_end_with_the_same_words()
    {
        var clause = await ClauseOnSite.MakeAsync(host.Services, "Meals\n😀");
        await using var tom = await OpenAsync("commissioner", clause.Text, messagePack: true);
        await using var grace = await OpenAsync("facilitator", clause.Text, messagePack: false);
        await Task.WhenAll(tom.WriteAsync(60), grace.WriteAsync(60));
        foreach (var writer in new[] { tom, grace }) await writer.ReachedAsync(121);
        Assert.Equal(clause.Words, tom.Words);
        Assert.Equal(clause.Words, grace.Words);
        Assert.Equal("Meals\n😀".Length + 120 * "é\n".Length, clause.Words.Length);
    }

    [Fact]
    public async Task Both_protocols_answer_in_the_same_shape()
    {
        var clause = await ClauseOnSite.MakeAsync(host.Services, "Meals\n😀");
        await using var packed = await OpenAsync("commissioner", clause.Text, messagePack: true);
        await using var plain = await OpenAsync("commissioner", clause.Text, messagePack: false);
        await packed.WriteAsync(1);
        foreach (var (method, given) in new (string, object?[])[] { ("Open", [clause.Text]), ("Pull", [clause.Text, 0]), ("Push", [clause.Text, 0, Array.Empty<object>()]) })
            Assert.Equal(await plain.AskAsync(method, given), await packed.AskAsync(method, given));
    }

    [Fact]
    public async Task Changes_that_make_no_sense_are_refused_and_the_connection_goes_on()
    {
        var clause = await ClauseOnSite.MakeAsync(host.Services);
        await using var tom = await OpenAsync("commissioner", clause.Text, messagePack: true);
        object? nested = 0;
        for (var depth = 0; depth < 400; depth++) nested = new[] { nested };
        object?[] senseless =
        [
            null, 9, "words", true, 1.5, nested, new byte[] { 1 }, new Dictionary<string, int> { ["a"] = 1 },
            new object[] { 9 }, new object[] { -1 }, new object?[] { null }, new object[] { "a" }, new object[] { Array.Empty<object>() },
            new object[] { new object[] { "a" } }, new object[] { new object[] { 0, 5 } }, new object?[] { new object?[] { 0, null } },
            new object[] { new object[] { 0, "a\nb" } }, new object[] { long.MaxValue }, new object[] { ulong.MaxValue }, new object[] { int.MaxValue, int.MaxValue },
        ];
        foreach (var changes in senseless)
            Assert.StartsWith("text.unreadable: ", await tom.RefusalAsync(new { clientId = "tom", operationId = "x", changes }), StringComparison.Ordinal);
        foreach (var update in new object?[] { null, new { }, new { clientId = "tom", changes = new[] { 0 } } })
            Assert.StartsWith("text.unreadable: ", await tom.RefusalAsync(update), StringComparison.Ordinal);
        await tom.WriteAsync(1);
        Assert.Equal("é\n", clause.Words);
    }

    [Fact]
    public void Half_a_character_is_not_taken_for_another()
    {
        byte[] half = [0x91, 0x92, 0x00, 0xA3, 0xED, 0xA0, 0xBD];
        Assert.Null(MessagePackSerializer.Deserialize<ChangeSet?>(half, TextMessagePack.Options, Ending));
    }

    [Fact]
    public async Task Where_somebody_points_goes_from_one_protocol_to_the_other()
    {
        var clause = await ClauseOnSite.MakeAsync(host.Services, "Meals");
        await using var tom = await OpenAsync("commissioner", clause.Text, messagePack: true);
        await using var grace = await OpenAsync("facilitator", clause.Text, messagePack: false);
        await tom.AskAsync("Point", clause.Text, new { anchor = 3, head = 5 });
        await grace.PointedAsync("""{"anchor":3,"head":5}""");
        await grace.AskAsync("Point", clause.Text, new { anchor = 1, head = 2 });
        await tom.PointedAsync("""{"anchor":1,"head":2}""");
    }

    private async Task<Writer> OpenAsync(string persona, string clause, bool messagePack)
    {
        using var person = await host.SignedInAsync(persona);
        var builder = new HubConnectionBuilder().WithUrl(new Uri(host.Address, "/hubs/text"), options => options.Cookies = person.Cookies);
        if (messagePack) builder.AddMessagePackProtocol();
        var writer = new Writer(builder.Build(), clause, persona, messagePack ? typeof(object) : typeof(JsonElement));
        await writer.OpenAsync();
        return writer;
    }

    /// <summary>A program with a copy of the text of its own. Whatever it receives it looks at as JSON.</summary>
    private sealed class Writer : IAsyncDisposable
    {
        private readonly HubConnection _hub;
        private readonly string _clause;
        private readonly string _name;
        private readonly Type _anything;
        private readonly SemaphoreSlim _moved = new(0);
        private readonly Lock _lock = new();
        private long _version;
        private string _points = "";

        public Writer(HubConnection hub, string clause, string name, Type anything)
        {
            (_hub, _clause, _name, _anything) = (hub, clause, name, anything);
            hub.On("Updates", [typeof(string), typeof(long), anything], given => Moved(() => Take((long)given[1]!, Plain(given[2]))));
            hub.On("Pointed", [typeof(string), anything], given => Moved(() => _points = Plain(given[1])));
        }

        public string Words { get; private set; } = "";

        public async Task OpenAsync()
        {
            await _hub.StartAsync(Ending);
            using var opened = JsonDocument.Parse(await AskAsync("Open", _clause));
            (_version, Words) = (opened.RootElement.GetProperty("version").GetInt64(), opened.RootElement.GetProperty("text").GetString()!);
        }

        /// <summary>Puts a letter and a line break in front, again and again, as soon as its own have come back.</summary>
        public async Task WriteAsync(int steps)
        {
            for (var i = 0; i < steps; i++)
            {
                long version;
                object[] changes;
                lock (_lock) (version, changes) = (_version, Words.Length == 0 ? [new object[] { 0, "é", "" }] : [new object[] { 0, "é", "" }, Words.Length]);
                var update = new { clientId = _name, operationId = i.ToString(CultureInfo.InvariantCulture), changes };
                using var pushed = JsonDocument.Parse(await AskAsync("Push", _clause, version, new object[] { update }));
                await ReachedAsync(pushed.RootElement.GetProperty("version").GetInt64());
            }
        }

        public Task ReachedAsync(long version) => UntilAsync(() => _version >= version);

        public Task PointedAsync(string selection) => UntilAsync(() => _points.Contains(selection, StringComparison.Ordinal));

        public async Task<string> AskAsync(string method, params object?[] given) => Plain(await _hub.InvokeCoreAsync(method, _anything, given, Ending));

        public async Task<string> RefusalAsync(object? update)
        {
            var refused = await Assert.ThrowsAsync<HubException>(() => AskAsync("Push", _clause, 0, new[] { update }));
            return refused.Message[(refused.Message.IndexOf("HubException: ", StringComparison.Ordinal) + "HubException: ".Length)..];
        }

        public ValueTask DisposeAsync() => _hub.DisposeAsync();

        private async Task UntilAsync(Func<bool> holds)
        {
            while (true)
            {
                lock (_lock)
                {
                    if (holds()) return;
                }

                Assert.True(await _moved.WaitAsync(Patience.Limit, Ending), "Nothing came.");
            }
        }

        private Task Moved(Action take)
        {
            lock (_lock) take();
            _moved.Release();
            return Task.CompletedTask;
        }

        private void Take(long version, string updates)
        {
            using var made = JsonDocument.Parse(updates);
            foreach (var update in made.RootElement.EnumerateArray())
            {
                if (version++ != _version) continue;
                Words = update.GetProperty("changes").Deserialize<ChangeSet>()!.Apply(Words);
                _version = version;
            }
        }

        private static string Plain(object? received) => received is JsonElement json
            ? JsonSerializer.Serialize(json)
            : JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonElement>(MessagePackSerializer.SerializeToJson(received, ContractlessStandardResolver.Options, Ending)));
    }
}
