using Souq.Digests.Contracts;
using Souq.Listings.Contracts;
using Wolverine;

namespace Souq.Digests.Sending;

/// <summary>The clock has ticked: letters that broke off are taken up, who wants to hear at once is woken, and those who are due are written to.</summary>
public static class SendDueDigestsHandler
{
    /// <summary>After this time the post knows how every letter ended.</summary>
    public static readonly TimeSpan BrokenAfter = TimeSpan.FromMinutes(12);

    /// <summary>Slices that are worked on at the same time: while one waits for the mail server the other asks the database.</summary>
    private const int Lanes = 2;

    public static async Task<OutgoingMessages> Handle(
        SendDueDigests command, DigestClock clock, DigestDesk desk, ISearches searches, TimeProvider time, CancellationToken cancellation)
    {
        await desk.TakeUpBroken(command.Now, time.GetUtcNow() - BrokenAfter, cancellation);
        var reached = await searches.Reached(cancellation);
        await clock.Wake(command.Now, reached, cancellation);
        OutgoingMessages messages = [.. Enumerable.Repeat(new SendDigestSlice(command.Now, reached), Lanes)];
        if (await clock.TidiesNow(command.Now, cancellation)) messages.Add(new TidyDigests(command.Now));
        return messages;
    }
}
