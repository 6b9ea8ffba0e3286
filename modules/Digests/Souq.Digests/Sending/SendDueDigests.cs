using Souq.Digests.Contracts;
using Souq.Listings.Contracts;
using Wolverine;

namespace Souq.Digests.Sending;

/// <summary>The clock has ticked: letters that broke off are taken up, who wants to hear at once is woken, and those who are due are written to.</summary>
public static class SendDueDigestsHandler
{
    /// <summary>After this time the post knows how every letter ended.</summary>
    public static readonly TimeSpan BrokenAfter = TimeSpan.FromMinutes(12);

    public static async Task<OutgoingMessages> Handle(
        SendDueDigests command, DigestClock clock, DigestDesk desk, ISearches searches, TimeProvider time, CancellationToken cancellation)
    {
        await desk.TakeUpBroken(command.Now, time.GetUtcNow() - BrokenAfter, cancellation);
        var reached = await searches.Reached(cancellation);
        await clock.Wake(command.Now, reached, cancellation);
        // One chain of slices: a second is faster and leaves readers of the market nothing of two processors.
        OutgoingMessages messages = [new SendDigestSlice(command.Now, reached)];
        if (await clock.TidiesNow(command.Now, cancellation)) messages.Add(new TidyDigests(command.Now));
        return messages;
    }
}
