using System.Text;
using System.Text.Json;
using CoDesign.App.Live;
using CoDesign.App.Storage;
using CoDesign.Domain.Kernel;

namespace CoDesign.App.Api;

/// <summary>What the API answers to a command.</summary>
/// <param name="Version">The version of the stream, or the caller's own mark where a version would tell about others.</param>
/// <param name="Id">What was made, as 32 hexadecimal digits; left out where nothing was.</param>
public sealed record Done(object? Version, string? Id);

/// <summary>Whatever a page can do, a program can do under the same rules: one address per command.</summary>
public static class CommandApi
{
    /// <summary>Maps an address for each command that people may give.</summary>
    public static void MapCommands(this IEndpointRouteBuilder routes)
    {
        foreach (var kind in routes.ServiceProvider.GetRequiredService<StreamKinds>().All)
        {
            foreach (var command in CommandsOf(kind))
            {
                typeof(CommandApi).GetMethod(nameof(Map), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
                    .MakeGenericMethod(command).Invoke(null, [routes, kind]);
            }
        }
    }

    /// <summary>The commands of a kind that people may give; those of the system have no address.</summary>
    public static IEnumerable<Type> CommandsOf(StreamKind kind) => kind.Command.Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(kind.Command) && !type.IsAssignableTo(typeof(ISystemCommand)))
        .OrderBy(type => type.Name, StringComparer.Ordinal);

    /// <summary>The command's name in addresses: <c>CaptureInsight</c> is <c>capture-insight</c>.</summary>
    public static string NameOf(Type command) => JsonNamingPolicy.KebabCaseLower.ConvertName(command.Name);

    private static void Map<TCommand>(IEndpointRouteBuilder routes, StreamKind kind) where TCommand : class, ICommand
    {
        var creates = typeof(TCommand).IsAssignableTo(typeof(ICreation));
        var route = creates
            ? routes.MapPost($"/api/{kind.Plural}", (HttpContext http, LiveStreams live, Reactors reactors) =>
                Execute<TCommand>(http, kind, null, live, reactors))
            : routes.MapPost($"/api/{kind.Plural}/{{id}}/commands/{NameOf(typeof(TCommand))}", (string id, HttpContext http, LiveStreams live, Reactors reactors) =>
                Execute<TCommand>(http, kind, id, live, reactors));
        route.Accepts<TCommand>("application/json").Produces<Done>().ProducesProblem(404).ProducesProblem(422)
            .WithName(typeof(TCommand).Name).WithTags(kind.Plural).DisableAntiforgery();
    }

    private static async Task<IResult> Execute<TCommand>(HttpContext http, StreamKind kind, string? id, LiveStreams live, Reactors reactors)
        where TCommand : class, ICommand
    {
        var actor = http.User.Participant();
        if (!TryOperation(http, actor, out var operation)) return Problems.Of(Problems.BadOperation);
        var stream = id is null ? LiveStreams.NewStream(kind.Name, actor, operation) : default;
        if (id is not null)
        {
            if (!Guid.TryParseExact(id, "n", out var value)) return Problems.Of(Refusal.NotFound);
            stream = new StreamId(kind.Name, value);
        }

        var (command, unread) = await Read<TCommand>(http);
        if (command is null) return Problems.Of(unread!);
        var answer = await live.ExecuteAsync(stream, command, actor, operation);
        if (answer.Refusal is { } refusal) return Problems.Of(refusal);
        await reactors.Settled(answer);
        return TypedResults.Json(new Done(VersionFor(http, answer, actor), answer.Made?.ToString("n")), DomainJson.Options);
    }

    private static object? VersionFor(HttpContext http, Answer answer, ParticipantId actor)
    {
        if (answer.Stream.Kind is not ("panel" or "bid" or "board" or "project")) return answer.Version;
        var services = http.RequestServices;
        var view = services.GetRequiredService<Views>().Read(new Reading(services.GetRequiredService<LiveStreams>()), answer.Stream, actor);
        return view is null ? null : services.GetRequiredService<Tags>().Of(view, actor);
    }

    /// <summary>The caller's idempotency key names the operation, each caller's own; without one it is an act of its own.</summary>
    private static bool TryOperation(HttpContext http, ParticipantId actor, out OperationId operation)
    {
        operation = new OperationId(Guid.NewGuid());
        if (!http.Request.Headers.TryGetValue("Idempotency-Key", out var given)) return true;
        var key = given.ToString();
        if (key.Length is 0 or > 200 || !key.All(c => c is > ' ' and <= '~')) return false;
        operation = new OperationId(Derived.Guid(actor.Value, $"key-{key}"));
        return true;
    }

    private static async Task<(TCommand? Command, Refusal? Unread)> Read<TCommand>(HttpContext http) where TCommand : class
    {
        if (!http.Request.HasJsonContentType()) return (null, Problems.NotUnderstood(null));
        try
        {
            var command = await JsonSerializer.DeserializeAsync<TCommand>(http.Request.Body, DomainJson.Options, http.RequestAborted);
            return command is null ? (null, Problems.NotUnderstood(null)) : (command, null);
        }
        catch (JsonException unread)
        {
            return (null, Problems.NotUnderstood(unread.Path?.TrimStart('$', '.')));
        }
        catch (Exception unread) when (unread is DecoderFallbackException or BadHttpRequestException or InvalidOperationException or OverflowException)
        {
            return (null, Problems.NotUnderstood(null));
        }
    }
}
