using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace CoDesign.Bench;

/// <summary>
/// A page that somebody has open, without a browser: fetches it, starts its circuit as a browser does, acknowledges what
/// is rendered, and notes when awaited words come. What the server asks of scripts is answered with null.
/// </summary>
internal sealed partial class Circuit : IAsyncDisposable
{
    private readonly HubConnection _hub;
    private readonly TaskCompletionSource _rendered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<byte[], TaskCompletionSource<long>> _awaited = new();

    private Circuit(HubConnection hub)
    {
        _hub = hub;
        hub.On<long, byte[]>("JS.RenderBatch", Rendered);
        hub.On<int, string>("JS.AttachComponent", (_, _) => { });
        hub.On<int>("JS.EndUpdateRootComponents", _ => _rendered.TrySetResult());
        hub.On<string>("JS.Error", fault => _rendered.TrySetException(new InvalidOperationException(fault)));
        hub.On<long, string, string, int, long, int>("JS.BeginInvokeJS", (call, _, _, _, _, _) => hub.SendAsync("EndInvokeJSFromDotNet", call, true, $"[{call},true,null]"));
    }

    /// <summary>Opens a page and ends once all its live pieces are there.</summary>
    public static async Task<Circuit> OpenAsync(Uri page, CookieContainer cookies)
    {
        using var client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies });
        var html = await client.GetStringAsync(page);
        var markers = Marker().Matches(html).Select(found => JsonNode.Parse(found.Groups[1].Value)!).Where(marker => marker["descriptor"] is not null).ToArray();
        if (markers.Length == 0) throw new InvalidOperationException($"{page} has no live pieces.");
        var operations = markers.Select((marker, i) => new JsonObject { ["type"] = "add", ["ssrComponentId"] = i + 1, ["marker"] = marker });
        var batch = new JsonObject { ["batchId"] = 1, ["operations"] = new JsonArray([.. operations]) };

        var circuit = new Circuit(Connect(new Uri(page, "/_blazor"), cookies));
        await circuit._hub.StartAsync();
        if (await circuit._hub.InvokeAsync<string?>("StartCircuit", new Uri(page, "/").ToString(), page.ToString(), "[]", "") is null)
            throw new InvalidOperationException($"{page} started no circuit.");
        await circuit._hub.SendAsync("UpdateRootComponents", batch.ToJsonString(), State().Match(html).Groups[1].Value);
        await circuit._rendered.Task.WaitAsync(TimeSpan.FromSeconds(30));
        return circuit;
    }

    /// <summary>When the words come in something rendered from now on, as a timestamp.</summary>
    public Task<long> ShowsAsync(byte[] words)
    {
        var shown = _awaited[words] = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        return shown.Task;
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    private Task Rendered(long batch, byte[] bytes)
    {
        foreach (var (words, shown) in _awaited)
        {
            if (bytes.AsSpan().IndexOf(words) < 0) continue;
            shown.TrySetResult(Stopwatch.GetTimestamp());
            _awaited.TryRemove(words, out _);
        }

        return _hub.SendAsync("OnRenderCompleted", batch, null);
    }

    /// <summary>The protocol of circuits is the framework's own and not public.</summary>
    private static HubConnection Connect(Uri address, CookieContainer cookies)
    {
        var builder = new HubConnectionBuilder().WithUrl(address, HttpTransportType.WebSockets, options =>
        {
            options.Cookies = cookies;
            options.SkipNegotiation = true;
        });
        var protocol = typeof(CircuitOptions).Assembly.GetType("Microsoft.AspNetCore.Components.Server.BlazorPack.BlazorPackHubProtocol", throwOnError: true)!;
        builder.Services.AddSingleton((IHubProtocol)Activator.CreateInstance(protocol)!);
        return builder.Build();
    }

    [GeneratedRegex("<!--Blazor:({.*?})-->")]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->")]
    private static partial Regex State();
}
