using System.Collections.Concurrent;
using CoDesign.Tests.Journeys;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace CoDesign.Tests.Bids;

/// <summary>The app at one instant, so that what it answers differs by nothing but what happened, with its log kept in every detail.</summary>
public sealed class SealedHost : JourneyHost
{
    private readonly Kept _kept = new();

    /// <summary>Every line of the log.</summary>
    public IReadOnlyCollection<string> Log => _kept.Lines;

    /// <inheritdoc />
    protected override bool TimeStands => true;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        foreach (var of in new[] { "Default", "Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore" }) builder.UseSetting($"Logging:LogLevel:{of}", "Debug");
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(_kept));
    }

    private sealed class Kept : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Debug;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
