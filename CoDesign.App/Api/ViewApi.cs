using System.Threading.Channels;
using CoDesign.App.Live;
using CoDesign.App.Storage;
using CoDesign.Domain.Kernel;

namespace CoDesign.App.Api;

/// <summary>The caller's views, and news of when they change.</summary>
public static class ViewApi
{
    /// <summary>Maps the views of every kind, and their news.</summary>
    public static void MapViews(this IEndpointRouteBuilder routes)
    {
        foreach (var kind in routes.ServiceProvider.GetRequiredService<StreamKinds>().All)
        {
            routes.MapGet($"/api/{kind.Plural}/{{id}}", (string id, HttpContext http, Views views, LiveStreams live, Tags tags) =>
                View(kind, id, http, views, live, tags)).WithName($"View{kind.Name}").WithTags(kind.Plural).ProducesProblem(404);
            routes.MapGet($"/api/{kind.Plural}/{{id}}/events", (string id, HttpContext http, Views views, LiveStreams live, Bus bus, Tags tags, TimeProvider time) =>
                News(kind, id, http, views, live, bus, tags, time)).WithName($"News{kind.Name}").WithTags(kind.Plural).ProducesProblem(404);
        }
    }

    private static IResult View(StreamKind kind, string id, HttpContext http, Views views, LiveStreams live, Tags tags)
    {
        var viewer = http.User.Participant();
        if (!Guid.TryParseExact(id, "n", out var value)) return Problems.Of(Refusal.NotFound);
        if (views.Read(new Reading(live), new StreamId(kind.Name, value), viewer) is not { } view) return Problems.Of(Refusal.NotFound);
        http.Response.Headers.ETag = $"\"{tags.Of(view, viewer)}\"";
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json<object>(view, DomainJson.Options);
    }

    /// <summary>Says when the caller's own view changed, with its mark, and ends when the caller may see it no longer.</summary>
    private static async Task News(
        StreamKind kind, string id, HttpContext http, Views views, LiveStreams live, Bus bus, Tags tags, TimeProvider time)
    {
        var viewer = http.User.Participant();
        var stream = Guid.TryParseExact(id, "n", out var value) ? new StreamId(kind.Name, value) : default;
        var moved = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        using var watch = new Watch<object>(live, bus, time, reading => stream == default ? null : views.Read(reading, stream, viewer), () => moved.Writer.TryWrite(true));
        if (watch.Read() is null)
        {
            await Problems.Of(Refusal.NotFound).ExecuteAsync(http);
            return;
        }

        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        var last = "";
        moved.Writer.TryWrite(true);
        await foreach (var _ in moved.Reader.ReadAllAsync(http.RequestAborted))
        {
            if (watch.Read() is not { } view) return;
            var tag = tags.Of(view, viewer);
            if (tag == last) continue;
            last = tag;
            await http.Response.WriteAsync($"event: changed\ndata: {tag}\n\n", http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
        }
    }
}
