using System.Globalization;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace CoDesign.Bench;

/// <summary>
/// Somebody who has the text open, reads along, and may type; one push in flight, as an editor does. Speaks the hub's
/// JSON over a bare socket: two hundred whole clients would need more of the machine than the server.
/// </summary>
internal sealed class TextReader : IAsyncDisposable
{
    private const byte End = 0x1e;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Alive = TimeSpan.FromSeconds(10);
    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly string _clause;
    private readonly int _number;
    private readonly TextNews _news;
    private readonly Lock _lock = new();
    private readonly List<(long Version, TaskCompletionSource Reached)> _awaited = [];
    private readonly Timer _alive;
    private TaskCompletionSource<JsonElement> _answer = new();
    private long _version;
    private int _length;
    private int _made;

    private TextReader(string clause, int number, TextNews news)
    {
        (_clause, _number, _news) = (clause, number, news);
        _alive = new Timer(_ => _ = SendAsync("""{"type":6}"""), null, Alive, Alive);
    }

    /// <summary>The version after the last push that was accepted.</summary>
    public long Accepted { get; private set; }

    public static async Task<TextReader> OpenAsync(Uri address, CookieContainer cookies, string clause, int number, TextNews news)
    {
        var reader = new TextReader(clause, number, news);
        reader._socket.Options.Cookies = cookies;
        await reader._socket.ConnectAsync(new UriBuilder(address) { Scheme = "ws", Path = "/hubs/text" }.Uri, CancellationToken.None);
        await reader.SendAsync("""{"protocol":"json","version":1}""");
        _ = Task.Run(reader.ReceiveAsync);
        var opened = await reader.AskAsync($$"""{"type":1,"invocationId":"1","target":"Open","arguments":["{{clause}}"]}""");
        lock (reader._lock)
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

    public async ValueTask DisposeAsync()
    {
        await _alive.DisposeAsync();
        _socket.Dispose();
        _sending.Dispose();
    }

    private async Task PushAsync()
    {
        var operation = string.Create(CultureInfo.InvariantCulture, $"{_number}-{_made++}");
        long version;
        int length;
        lock (_lock) (version, length) = (_version, _length);
        var changes = length == 0 ? """[[0,"a"]]""" : string.Create(CultureInfo.InvariantCulture, $"""[{length},[0,"a"]]""");
        _news.Pushed(operation);
        var pushed = await AskAsync(string.Create(CultureInfo.InvariantCulture,
            $$"""{"type":1,"invocationId":"1","target":"Push","arguments":["{{_clause}}",{{version}},[{"clientId":"{{_number}}","operationId":"{{operation}}","changes":{{changes}}}]]}"""));
        Accepted = pushed.GetProperty("version").GetInt64();
        await ReachedAsync(Accepted);
    }

    private async Task<JsonElement> AskAsync(string call)
    {
        _answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        await SendAsync(call);
        return await _answer.Task;
    }

    private async Task SendAsync(string message)
    {
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(Encoding.UTF8.GetBytes(message + (char)End), WebSocketMessageType.Text, true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task ReceiveAsync()
    {
        var (buffer, filled) = (new byte[64 * 1024], 0);
        try
        {
            while (true)
            {
                if (filled == buffer.Length) Array.Resize(ref buffer, 2 * filled);
                filled += (await _socket.ReceiveAsync(buffer.AsMemory(filled), CancellationToken.None)).Count;
                var begin = 0;
                for (int end; (end = buffer.AsSpan(begin, filled - begin).IndexOf(End)) >= 0; begin += end + 1) Take(buffer.AsSpan(begin, end));
                buffer.AsSpan(begin, filled - begin).CopyTo(buffer);
                filled -= begin;
            }
        }
        catch (Exception broken) when (broken is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            _answer.TrySetException(broken);
        }
    }

    private void Take(ReadOnlySpan<byte> message)
    {
        if (message.StartsWith("{\"type\":1,\"target\":\"Updates\""u8)) Moved(_news.Arrived(_number, message));
        if (!message.StartsWith("{\"type\":3"u8)) return;
        var reader = new Utf8JsonReader(message);
        var answer = JsonElement.ParseValue(ref reader);
        if (answer.TryGetProperty("error", out var refused)) _answer.TrySetException(new InvalidOperationException(refused.GetString()));
        else _answer.TrySetResult(answer.GetProperty("result"));
    }

    private void Moved(TextNews.Message message)
    {
        lock (_lock)
        {
            if (message.Version <= _version) return;
            (_version, _length) = (message.Version, message.Length);
            foreach (var (_, reached) in _awaited.Where(awaited => awaited.Version <= _version)) reached.SetResult();
            _awaited.RemoveAll(awaited => awaited.Version <= _version);
        }
    }
}
