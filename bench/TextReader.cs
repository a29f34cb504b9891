using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;

namespace CoDesign.Bench;

/// <summary>Somebody who has the text open, reads along, and may type; one push in flight, as an editor does.</summary>
internal sealed class TextReader : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private readonly HubConnection _hub;
    private readonly string _clause;
    private readonly string _name;
    private readonly TextNews _news;
    private readonly Lock _lock = new();
    private readonly List<(long Version, TaskCompletionSource Reached)> _awaited = [];
    private long _version;
    private int _length;
    private int _made;

    private TextReader(HubConnection hub, string clause, string name, TextNews news)
    {
        (_hub, _clause, _name, _news) = (hub, clause, name, news);
        hub.On<string, long, JsonElement>("Updates", (_, version, updates) => Take(version, updates));
    }

    /// <summary>The version after the last push that was accepted.</summary>
    public long Accepted { get; private set; }

    public static async Task<TextReader> OpenAsync(Uri address, CookieContainer cookies, string clause, string name, TextNews news)
    {
        var hub = new HubConnectionBuilder().WithUrl(new Uri(address, "/hubs/text"), options => options.Cookies = cookies).Build();
        var reader = new TextReader(hub, clause, name, news);
        await hub.StartAsync();
        var opened = await hub.InvokeAsync<JsonElement>("Open", clause);
        (reader._version, reader._length) = (opened.GetProperty("version").GetInt64(), opened.GetProperty("text").GetString()!.Length);
        return reader;
    }

    /// <summary>Types one letter after the other until it is enough.</summary>
    public async Task TypeAsync(TimeSpan first, CancellationToken enough)
    {
        try
        {
            await Task.Delay(first, enough);
            using var timer = new PeriodicTimer(Pause);
            do await PushAsync();
            while (await timer.WaitForNextTickAsync(enough));
        }
        catch (OperationCanceledException) when (enough.IsCancellationRequested)
        {
            return;
        }
    }

    /// <summary>Ends once the reader has that version.</summary>
    public Task ReachedAsync(long version)
    {
        lock (_lock)
        {
            if (_version >= version) return Task.CompletedTask;
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((version, reached));
            return reached.Task;
        }
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    private async Task PushAsync()
    {
        var operation = $"{_name}-{_made++}";
        long version;
        object[] changes;
        lock (_lock)
        {
            version = _version;
            changes = _length == 0 ? [new object[] { 0, "a" }] : [_length, new object[] { 0, "a" }];
        }

        _news.Pushed(operation);
        var update = new { clientId = _name, operationId = operation, changes };
        Accepted = (await _hub.InvokeAsync<JsonElement>("Push", _clause, version, new object[] { update })).GetProperty("version").GetInt64();
        await ReachedAsync(Accepted);
    }

    private void Take(long version, JsonElement updates)
    {
        lock (_lock)
        {
            foreach (var update in updates.EnumerateArray())
            {
                if (version++ != _version) continue;
                _version = version;
                _length = LengthAfter(update.GetProperty("changes"));
                if (update.GetProperty("clientId").GetString() != _name) _news.Seen(update.GetProperty("operationId").GetString()!);
            }

            foreach (var (_, reached) in _awaited.Where(awaited => awaited.Version <= _version)) reached.SetResult();
            _awaited.RemoveAll(awaited => awaited.Version <= _version);
        }
    }

    /// <summary>What stays and what is put in; the lines of an insertion are parted by breaks.</summary>
    private static int LengthAfter(JsonElement changes) => changes.EnumerateArray().Sum(part => part.ValueKind == JsonValueKind.Number
        ? part.GetInt32()
        : part.EnumerateArray().Skip(1).Sum(line => line.GetString()!.Length + 1) - (part.GetArrayLength() > 1 ? 1 : 0));
}
