using Wolverine;
using Wolverine.ErrorHandling;

namespace Souq.Mail.Posting;

/// <summary>Messages whose letter could not be handed over wait and are tried again, for a day; while the post is paused, as long as it takes.</summary>
internal sealed class MailRetries : IWolverineExtension
{
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2),
        TimeSpan.FromHours(6), TimeSpan.FromHours(12),
    ];

    public void Configure(WolverineOptions options)
    {
        options.Discovery.IncludeAssembly(typeof(MailRetries).Assembly);
        options.Policies.OnException<PostPausedException>().ScheduleRetryIndefinitely(TimeSpan.FromSeconds(30));
        // Not all letters of an hour at the same moment again.
        options.Policies.OnException<CarrierUnavailableException>().ScheduleRetry(Pauses).WithBoundedJitter(0.25);
    }
}
