using System.Collections.Concurrent;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Playwright;

namespace CoDesign.Tests.Browser;

/// <summary>
/// Everything that the wire of somebody's browser carried: the bodies of pages and of what scripts fetched, and what went
/// over sockets both ways. What isn't here never reached that browser, whatever its screen shows.
/// </summary>
public sealed class Wire
{
    private static readonly string[] _kinds = ["document", "fetch", "xhr"];
    private static readonly string[] _preparing = ["/negotiate?", "/_blazor/initializers"];
    private readonly IPage _page;
    private readonly ConcurrentQueue<(string Of, Task<byte[]> Bytes)> _carried = new();

    private Wire(IPage page) => _page = page;

    /// <summary>Records from now on; to be called before the page goes anywhere.</summary>
    public static Wire Of(IPage page)
    {
        var wire = new Wire(page);
        page.Response += (_, response) => wire.Keep(response);
        page.WebSocket += (_, socket) =>
        {
            socket.FrameReceived += (_, frame) => wire.Keep(socket.Url, frame);
            socket.FrameSent += (_, frame) => wire.Keep(socket.Url, frame);
        };
        return wire;
    }

    /// <summary>Keeps what came so far; the browser forgets what it brought once it goes on to another page.</summary>
    public Task KeepAsync() => CarriedAsync();

    /// <summary>It carried all of these: what may be seen was sent, so the recorder can find it.</summary>
    public async Task ShouldHoldAsync(params string[] words)
    {
        var carried = await CarriedAsync();
        foreach (var one in words) Assert.True(Where(carried, one) is not null, $"“{one}” never reached the browser that is at {_page.Url}.");
    }

    /// <summary>It carried none of these, neither as they are nor as pages and JSON write them.</summary>
    public async Task ShouldNotHoldAsync(params string[] words)
    {
        var carried = await CarriedAsync();
        foreach (var one in words)
        {
            var where = Where(carried, one);
            Assert.True(where is null, $"“{one}” reached the browser that is at {_page.Url}, in {where}.");
        }
    }

    private static string? Where(List<(string Of, byte[] Bytes)> carried, string words)
    {
        byte[][] written = [.. new[] { words, HtmlEncoder.Default.Encode(words), JsonEncodedText.Encode(words).ToString() }.Distinct().Select(Encoding.UTF8.GetBytes)];
        return carried.Find(one => written.Any(form => one.Bytes.AsSpan().IndexOf(form) >= 0)).Of;
    }

    private async Task<List<(string Of, byte[] Bytes)>> CarriedAsync()
    {
        // What the browser has told us of comes before the answer to this.
        await _page.EvaluateAsync("() => 0");
        var carried = new List<(string, byte[])>();
        foreach (var (of, pending) in _carried) carried.Add((of, await ReadAsync(of, pending)));
        return carried;
    }

    private static async Task<byte[]> ReadAsync(string of, Task<byte[]> pending)
    {
        try
        {
            return await pending.WaitAsync(Patience.Limit);
        }
        catch (Exception unread) when (unread is PlaywrightException or TimeoutException)
        {
            throw new InvalidOperationException($"What {of} brought can't be read, so nothing can be said of it.", unread);
        }
    }

    /// <summary>
    /// Redirects, the opening of a socket and a form that was done (which tells our script an address
    /// alone) have no body, and waiting for one would never end. What prepares a circuit carries names of transports and scripts
    /// alone, and is often gone with its page before it can be read.
    /// </summary>
    private void Keep(IResponse response)
    {
        if (response.Headers.ContainsKey("x-return") || _preparing.Any(part => response.Url.Contains(part, StringComparison.Ordinal))) return;
        if (response.Status is < 200 or (>= 300 and < 400) || !_kinds.Contains(response.Request.ResourceType)) return;
        _carried.Enqueue((response.Url, response.BodyAsync()));
    }

    private void Keep(string of, IWebSocketFrame frame) =>
        _carried.Enqueue((of, Task.FromResult(frame.Binary ?? Encoding.UTF8.GetBytes(frame.Text ?? ""))));
}
