using Souq.Kernel;

namespace Souq.Host;

/// <summary>
/// A decision that says no is an answer, not a failure. The message bus logs it as one, with its stack and the command in full, for every
/// form that comes back; those entries are dropped here, everything else is passed on.
/// </summary>
internal sealed class QuietRefusals(LoggerFactory inner) : ILoggerFactory
{
    public static void Use(IServiceCollection services)
    {
        services.AddSingleton<LoggerFactory>();
        services.AddSingleton<ILoggerFactory, QuietRefusals>();
    }

    public ILogger CreateLogger(string categoryName) => new Logger(inner.CreateLogger(categoryName));

    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

    public void Dispose() => inner.Dispose();

    private sealed class Logger(ILogger inner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => inner.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (exception is not (RefusedException or NotFoundException or ForbiddenException)) inner.Log(logLevel, eventId, state, exception, formatter);
        }
    }
}
