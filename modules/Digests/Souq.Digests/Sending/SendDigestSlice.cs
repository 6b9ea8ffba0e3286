using Souq.EventStore;
using Wolverine;
using Wolverine.Runtime.Handlers;

namespace Souq.Digests.Sending;

/// <summary>Writes to some of those who are due, and then to the next.</summary>
/// <param name="Now">The tick that started it.</param>
/// <param name="Until">Up to where the letters tell what searches have found: the same for all of a run, so that those who share a search share the question.</param>
public sealed record SendDigestSlice(DateTimeOffset Now, long Until);

public static class SendDigestSliceHandler
{
    public static void Configure(HandlerChain chain)
    {
        chain.ExecutionTimeoutInSeconds = 900;
        // Another node has taken one of the same subscribers at the same moment.
        Clashes.DecideAgain(chain);
    }

    public static async Task<OutgoingMessages> Handle(SendDigestSlice slice, DigestDesk desk, CancellationToken cancellation) =>
        await desk.Serve(slice, cancellation) ? [slice] : [];
}
