using Marten;
using Microsoft.Extensions.Options;
using Souq.Digests.Contracts;
using Souq.Digests.Subscribing;
using Wolverine;

namespace Souq.Digests.Sending;

/// <summary>When the subscriptions of a period were last divided into slices.</summary>
/// <param name="Id">Name of the period.</param>
public sealed record DigestRun(string Id, DateTimeOffset SlicedAt)
{
    /// <summary>What a run has not settled after this time is taken up again.</summary>
    public static readonly TimeSpan Again = TimeSpan.FromMinutes(30);
}

/// <summary>The clock has ticked: divides what is due into slices. Most ticks find nothing to do.</summary>
public static class SendDueDigestsHandler
{
    public static async Task<OutgoingMessages> Handle(
        SendDueDigests command, IDocumentSession session, DigestIssues issues, IOptions<DigestOptions> options, CancellationToken cancellation)
    {
        var messages = new OutgoingMessages();
        foreach (var frequency in Enum.GetValues<Frequency>())
        {
            if (DigestCalendar.Due(frequency, command.Now, options.Value.Hour) is not { } period) continue;
            var run = await session.LoadAsync<DigestRun>(period.Name, cancellation);
            if (run is not null && command.Now - run.SlicedAt < DigestRun.Again) continue;

            session.Store(new DigestRun(period.Name, command.Now));
            var due = await issues.Due(period, cancellation);
            messages.AddRange(due.Chunk(options.Value.SliceSize).Select(slice => new SendDigestSlice(period, command.Now, slice)));
            if (run is null && frequency == Frequency.Daily) messages.Add(new TidyDigests(command.Now));
        }

        return messages;
    }
}
