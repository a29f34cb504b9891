using Microsoft.AspNetCore.SignalR;

namespace CoDesign.App.Text;

/// <summary>Logs what went wrong in a hub. A refusal is an answer, not a fault, and fills no log.</summary>
public sealed class HubFaults(ILogger<HubFaults> log) : IHubFilter
{
    /// <summary>Where the framework logs refusals and faults alike, as errors.</summary>
    public const string FrameworkCategory = "Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher";

    /// <inheritdoc />
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        try
        {
            return await next(invocationContext);
        }
        catch (Exception fault) when (fault is not HubException)
        {
            log.LogError(fault, "{Hub}.{Method} failed", invocationContext.Hub.GetType().Name, invocationContext.HubMethodName);
            throw;
        }
    }
}
