using Marten;
using Npgsql;
using Souq.Digests.Adverts;
using Souq.Digests.Managing;
using Souq.Digests.Subscribing;
using Wolverine;

namespace Souq.Digests.Sending;

/// <summary>Once a day: what nobody needs any more goes, addresses that nobody confirmed first of all.</summary>
public sealed record TidyDigests(DateTimeOffset Now);

public static class TidyDigestsHandler
{
    public static readonly TimeSpan UnconfirmedLasts = TimeSpan.FromDays(7);

    /// <summary>No digest looks back further, so a market that stood still for longer begins anew.</summary>
    public static readonly TimeSpan NewsLasts = TimeSpan.FromDays(35);

    private const int Batch = 500;

    public static async Task<OutgoingMessages> Handle(
        TidyDigests command, IDocumentSession session, NpgsqlDataSource database, TimeProvider time, CancellationToken cancellation)
    {
        var lapsed = command.Now - UnconfirmedLasts;
        var unconfirmed = await session.Query<DigestSubscription>()
            .Where(s => s.Status == SubscriptionStatus.Pending && s.RequestedAt < lapsed).Take(Batch).ToListAsync(cancellation);
        foreach (var subscription in unconfirmed)
            session.Events.Append(subscription.Id, subscription.Version + 1, new DigestStopped(StopReason.NeverConfirmed, time.GetUtcNow()));

        var old = command.Now - NewsLasts;
        session.DeleteWhere<DigestListing>(l => l.LastAt < old);
        await Sweep(database, "delete from digests.requests where hour < $1", command.Now.AddDays(-2), cancellation);
        await Sweep(database, "delete from digests.issues where covered_until < $1", old, cancellation);

        OutgoingMessages messages = [.. unconfirmed.Select(s => s.SubscriberId).Distinct().Select(id => new ForgetIdleSubscriber(id))];
        if (unconfirmed.Count == Batch) messages.Add(command);
        return messages;
    }

    private static async Task Sweep(NpgsqlDataSource database, string sql, DateTimeOffset before, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = before });
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
