using System.Collections.Concurrent;
using System.Net;
using CoDesign.App.Storage;
using CoDesign.App.Text;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace CoDesign.Storms;

/// <summary>
/// Somebody who types into a text over a line that delays, loses and breaks, to a server that may be gone. Whatever wasn't
/// acknowledged is sent again, under the same names.
/// </summary>
internal sealed class Typist(int number, Uri address, CookieContainer cookies, string text, int seed) : IAsyncDisposable
{
    private const string TooFast = "text.too-fast";
    private const int MostAtOnce = 100;
    private readonly Random _random = new(seed);
    private readonly ConcurrentQueue<(long From, SentUpdate[] Updates)> _news = new();
    private HubConnection? _hub;

    /// <summary>The text as this typist has it.</summary>
    public EditorCopy Copy { get; } = new($"typist-{number}");

    /// <summary>The names of the steps of which the server said that they are in.</summary>
    public HashSet<string> Acknowledged { get; } = [];

    /// <summary>How often the line broke, or nobody answered.</summary>
    public int Breaks { get; private set; }

    /// <summary>How many answers and messages were lost.</summary>
    public int Losses { get; private set; }

    /// <summary>Types until it is enough, whether or not anybody is there.</summary>
    /// <param name="most">How many steps are enough.</param>
    /// <param name="enough">Ends it earlier.</param>
    public async Task TypeAsync(int most, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested && Copy.Made < most)
        {
            await Task.Delay(_random.Next(20, 300), CancellationToken.None);
            Copy.Edit(_random);
            await TryAsync(ExchangeBadlyAsync);
        }
    }

    /// <summary>Goes on, on a line that holds, until everything is in; then until that version is here.</summary>
    public async Task SettleAsync(long version)
    {
        while (Copy.Own.Count > 0 || Copy.Version < version)
        {
            if (!await TryAsync(ExchangeAsync)) await Task.Delay(50, CancellationToken.None);
        }
    }

    /// <summary>All steps that the server has, and the words.</summary>
    public async Task<(IReadOnlyList<SentUpdate> Steps, string Text)> ReadAsync()
    {
        var hub = await ConnectAsync();
        var opened = await hub.InvokeAsync<OpenedText>("Open", text);
        return ((await hub.InvokeAsync<PulledText>("Pull", text, 0)).Updates, opened.Text);
    }

    public ValueTask DisposeAsync() => _hub?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task ExchangeBadlyAsync()
    {
        var luck = _random.Next(100);
        if (luck < 8)
        {
            Losses++;
            return;
        }

        await Task.Delay(_random.Next(100), CancellationToken.None);
        if (luck < 16) await LoseAnswerAsync();
        else if (luck < 20) await BreakAsync();
        else await ExchangeAsync();
    }

    /// <summary>Sends, and breaks the line before there is an answer; it may be in or not. Where the answer came for all that, it counts.</summary>
    private async Task LoseAnswerAsync()
    {
        var answer = PushAsync(await ConnectAsync());
        Losses++;
        await BreakAsync();
        await answer;
    }

    private async Task ExchangeAsync()
    {
        var hub = await ConnectAsync();
        while (_news.TryDequeue(out var news))
        {
            if (_random.Next(20) == 0) Losses++;
            else Copy.TryReceive(news.From, news.Updates);
        }

        await PushAsync(hub);
        await PullAsync(hub);
    }

    private async Task PullAsync(HubConnection hub)
    {
        var pulled = await hub.InvokeAsync<PulledText>("Pull", text, Copy.Version);
        Copy.TryReceive(pulled.Version, pulled.Updates);
    }

    private async Task PushAsync(HubConnection hub)
    {
        var mine = Copy.Own.Take(MostAtOnce).Select(step => new MadeUpdate(step.ClientId, step.OperationId, step.Changes)).ToArray();
        if (mine.Length == 0) return;
        await hub.InvokeAsync<PushedText>("Push", text, Copy.Version, mine);
        Acknowledged.UnionWith(mine.Select(step => step.OperationId!));
    }

    private async Task<bool> TryAsync(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (HubException refused) when (refused.Message.Contains(TooFast, StringComparison.Ordinal))
        {
            return false;
        }
        catch (Exception gone) when (gone is not HubException)
        {
            await BreakAsync();
            return false;
        }
    }

    private async Task<HubConnection> ConnectAsync()
    {
        if (_hub is { State: HubConnectionState.Connected }) return _hub;
        if (_hub is not null) await BreakAsync();
        var hub = _hub = new HubConnectionBuilder().WithUrl(new Uri(address, "/hubs/text"), HttpTransportType.WebSockets, options =>
        {
            options.Cookies = cookies;
            options.SkipNegotiation = true;
        }).AddJsonProtocol(options => DomainJson.Apply(options.PayloadSerializerOptions)).Build();
        hub.On<string, long, SentUpdate[]>("Updates", (_, from, updates) => _news.Enqueue((from, updates)));
        await hub.StartAsync();
        await hub.InvokeAsync<OpenedText>("Open", text);
        // As the editor does: what is pushed is never made for a text of long ago.
        await PullAsync(hub);
        return hub;
    }

    private async Task BreakAsync()
    {
        if (_hub is not { } hub) return;
        _hub = null;
        Breaks++;
        await hub.DisposeAsync();
        _news.Clear();
    }
}
