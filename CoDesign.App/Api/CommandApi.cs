using System.Text;
using System.Text.Json;
using CoDesign.App.Identity;
using CoDesign.App.Live;
using CoDesign.App.Storage;
using CoDesign.Domain.Kernel;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

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

    /// <summary>
    /// As a bare delegate with what describes it added by hand: making the framework compile a handler of its own for each of
    /// a hundred commands would take half a second of every start.
    /// </summary>
    private static void Map<TCommand>(IEndpointRouteBuilder routes, StreamKind kind) where TCommand : class, ICommand
    {
        var creates = typeof(TCommand).IsAssignableTo(typeof(ICreation));
        Delegate parameters = creates ? () => { } : (string id) => { };
        routes.MapPost(creates ? $"/api/{kind.Plural}" : $"/api/{kind.Plural}/{{id}}/commands/{NameOf(typeof(TCommand))}",
                async http => await (await Execute<TCommand>(http, kind)).ExecuteAsync(http))
            .WithMetadata(
                parameters.Method,
                new AcceptsMetadata(["application/json"], typeof(TCommand)),
                new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(Done), ["application/json"]),
                new ProducesResponseTypeMetadata(StatusCodes.Status404NotFound, typeof(ProblemDetails), ["application/problem+json"]),
                new ProducesResponseTypeMetadata(StatusCodes.Status422UnprocessableEntity, typeof(ProblemDetails), ["application/problem+json"]))
            .WithName(typeof(TCommand).Name).WithTags(kind.Plural).DisableAntiforgery();
    }

    private static async Task<IResult> Execute<TCommand>(HttpContext http, StreamKind kind) where TCommand : class, ICommand
    {
        var actor = http.User.Participant();
        if (typeof(TCommand).IsAssignableTo(typeof(IAdministratorCommand)) && !http.User.HasClaim(PersonClaims.Administrator, PersonClaims.Yes)) return Problems.Of(Refusal.NotFound);
        if (!TryOperation(http, actor, out var operation)) return Problems.Of(Problems.BadOperation);
        var stream = LiveStreams.NewStream(kind.Name, actor, operation);
        if (http.GetRouteValue("id") is string id)
        {
            if (!Guid.TryParseExact(id, "n", out var value)) return Problems.Of(Refusal.NotFound);
            stream = new StreamId(kind.Name, value);
        }

        var live = http.RequestServices.GetRequiredService<LiveStreams>();
        var reactors = http.RequestServices.GetRequiredService<Reactors>();
        var (command, unread) = await Read<TCommand>(http);
        if (command is null) return Problems.Of(unread!);
        var answer = await live.ExecuteAsync(stream, command, actor, operation);
        if (answer.Refusal is { } refusal) return Problems.Of(refusal);
        await reactors.Settled(answer);
        return TypedResults.Json(new Done(VersionFor(http, answer, actor), answer.Made?.ToString("n")), DomainJson.Options);
    }

    private static object? VersionFor(HttpContext http, Answer answer, ParticipantId actor)
    {
        if (answer.Stream.Kind is not ("panel" or "bid" or "board" or "project" or "visit" or "subcontract")) return answer.Version;
        var services = http.RequestServices;
        var view = services.GetRequiredService<Views>().Read(new Reading(services.GetRequiredService<LiveStreams>()), answer.Stream, actor);
        return view is null ? null : services.GetRequiredService<Tags>().Of(view, actor);
    }

    /// <summary>The caller's idempotency key names the operation, each caller's own; without one it is an act of its own.</summary>
    internal static bool TryOperation(HttpContext http, ParticipantId actor, out OperationId operation)
    {
        operation = OperationId.New();
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
