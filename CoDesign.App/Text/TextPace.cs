using System.Threading.RateLimiting;
using CoDesign.App.Live;
using CoDesign.Domain.Kernel;
using Microsoft.AspNetCore.SignalR;

namespace CoDesign.App.Text;

/// <summary>
/// How much one participant may ask of texts: whoever is faster waits, whatever device they use and whoever else sits
/// behind the same router. Where cursors are is gathered anyway and isn't counted.
/// </summary>
public sealed class TextPace(IConfiguration configuration) : IHubFilter, IDisposable
{
    private static readonly Refusal TooFast = new("text.too-fast", "You send more than this site can take in. Wait a moment; what you typed is kept on your device.");

    private readonly PartitionedRateLimiter<ParticipantId> _limits = Limits(Math.Max(10, configuration.GetValue("Text:CallsPerSecond", 500)));

    /// <inheritdoc />
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        if (invocationContext.HubMethodName == nameof(TextHub.Point)) return await next(invocationContext);
        if (!await MayGoOnAsync(invocationContext.Context.User.Participant(), invocationContext.Context.ConnectionAborted)) throw TextHub.Refused(TooFast);
        return await next(invocationContext);
    }

    /// <summary>Waits for somebody's turn; says no where too much of theirs is waiting already.</summary>
    public async ValueTask<bool> MayGoOnAsync(ParticipantId person, CancellationToken gone)
    {
        using var lease = await _limits.AcquireAsync(person, cancellationToken: gone);
        return lease.IsAcquired;
    }

    /// <inheritdoc />
    public void Dispose() => _limits.Dispose();

    private static PartitionedRateLimiter<ParticipantId> Limits(int perSecond) =>
        PartitionedRateLimiter.Create<ParticipantId, ParticipantId>(person => RateLimitPartition.GetTokenBucketLimiter(person, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perSecond,
            TokensPerPeriod = perSecond / 10,
            ReplenishmentPeriod = TimeSpan.FromMilliseconds(100),
            QueueLimit = perSecond,
        }));
}
