using System.Security.Claims;
using CoDesign.App.Api;
using CoDesign.App.Live;
using CoDesign.App.Shell;
using CoDesign.Domain.Kernel;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;

namespace CoDesign.App.Identity;

/// <summary>
/// Who is suspended, and what everybody has open: pages being sent, sockets, streams of news. Suspending somebody cuts
/// theirs at once, and nothing of theirs is let in again until they are restored.
/// </summary>
public sealed class Suspensions(IServiceScopeFactory scopes)
{
    private readonly Lock _lock = new();
    private HashSet<ParticipantId>? _read;
    private readonly Dictionary<ParticipantId, HashSet<HttpContext>> _open = [];

    /// <summary>Read when first asked for, so that the first page needn't wait for it; only under the lock.</summary>
    private HashSet<ParticipantId> Suspended => _read ??= Read();

    /// <summary>Whether somebody is suspended.</summary>
    public bool IsSuspended(ParticipantId person)
    {
        lock (_lock) return Suspended.Contains(person);
    }

    /// <summary>Cuts somebody off.</summary>
    public void Suspend(ParticipantId person)
    {
        lock (_lock)
        {
            Suspended.Add(person);
            foreach (var http in _open.GetValueOrDefault(person, [])) http.Abort();
        }
    }

    /// <summary>Lets somebody in again.</summary>
    public void Restore(ParticipantId person)
    {
        lock (_lock) Suspended.Remove(person);
    }

    /// <summary>Notes that somebody has something open; false where they are suspended.</summary>
    internal bool TryOpen(ParticipantId person, HttpContext http)
    {
        lock (_lock)
        {
            if (Suspended.Contains(person)) return false;
            if (!_open.TryGetValue(person, out var theirs)) _open[person] = theirs = [];
            return theirs.Add(http);
        }
    }

    /// <summary>Notes that it is closed. Nothing is cut after that, because the server uses it again for others.</summary>
    internal void Close(ParticipantId person, HttpContext http)
    {
        lock (_lock)
        {
            if (_open.TryGetValue(person, out var theirs) && theirs.Remove(http) && theirs.Count == 0) _open.Remove(person);
        }
    }

    private HashSet<ParticipantId> Read()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        return [.. db.Users.AsNoTracking().AsEnumerable().Where(account => account.IsSuspended).Select(account => account.ParticipantId)];
    }
}

/// <summary>Keeps suspended people out, whatever they come with.</summary>
public static class SuspensionGuard
{
    private static readonly Refusal _suspended = new("account.suspended", "This account is suspended. Ask whoever looks after this installation.");

    /// <summary>
    /// Stands right after authentication. A page takes a suspended person for a stranger and forgets them on the device;
    /// a program is refused. Circuits are refused by <see cref="SuspendedCircuits"/>, so that the browser loads the page again.
    /// </summary>
    public static IApplicationBuilder UseSuspensions(this IApplicationBuilder app)
    {
        var suspensions = app.ApplicationServices.GetRequiredService<Suspensions>();
        return app.Use(async (http, next) =>
        {
            var person = http.User.Participant();
            if (person == ParticipantId.Public)
            {
                await next(http);
                return;
            }

            if (!suspensions.TryOpen(person, http))
            {
                await RefuseAsync(http, next);
                return;
            }

            try
            {
                await next(http);
            }
            finally
            {
                suspensions.Close(person, http);
            }
        });
    }

    private static async Task RefuseAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Path.StartsWithSegments("/_blazor"))
        {
            await next(http);
            return;
        }

        if (ProblemPages.IsForPrograms(http.Request))
        {
            await Problems.Of(_suspended).ExecuteAsync(http);
            return;
        }

        await http.ForgetAsync();
        http.User = new ClaimsPrincipal();
        await next(http);
    }
}

/// <summary>Gives a suspended person no circuit back. Their browser then loads the page again, as a stranger's.</summary>
public sealed class SuspendedCircuits(Suspensions suspensions) : IHubFilter
{
    private const string Reconnect = "ConnectCircuit";
    private const string Resume = "ResumeCircuit";

    /// <inheritdoc />
    public ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        if (!suspensions.IsSuspended(invocationContext.Context.User.Participant())) return next(invocationContext);
        if (invocationContext.HubMethodName == Reconnect) return ValueTask.FromResult<object?>(false);
        if (invocationContext.HubMethodName != Resume) invocationContext.Context.Abort();
        return ValueTask.FromResult<object?>(null);
    }
}
