using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CoDesign.Tests.Journeys;

/// <summary>The app with a clock that can be put forward, so that a deadline passes when the story needs it.</summary>
public class JourneyHost : HostFixture
{
    /// <summary>The server's clock.</summary>
    public ForwardTime Time => field ??= new(TimeStands);

    /// <summary>Whether time passes only when the story says so.</summary>
    protected virtual bool TimeStands => false;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Time)));
    }
}

/// <summary>Real time, further on; or one instant, from which the story goes on.</summary>
public sealed class ForwardTime(bool stands = false) : TimeProvider
{
    private readonly DateTimeOffset? _instant = stands ? System.GetUtcNow() : null;
    private long _ahead;

    /// <summary>Puts the clock forward.</summary>
    public void Pass(TimeSpan time) => Interlocked.Add(ref _ahead, time.Ticks);

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => (_instant ?? base.GetUtcNow()).AddTicks(Interlocked.Read(ref _ahead));
}
