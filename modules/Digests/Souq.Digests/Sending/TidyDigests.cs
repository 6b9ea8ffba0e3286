using Marten;
using Npgsql;
using Souq.Digests.Managing;
using Souq.Digests.Subscribing;
using Wolverine;

namespace Souq.Digests.Sending;

/// <summary>Once a day: what nobody needs any more goes, addresses that nobody confirmed first of all.</summary>
public sealed record TidyDigests(DateTimeOffset Now);

public static class TidyDigestsHandler
{
    public static readonly TimeSpan UnconfirmedLasts = TimeSpan.FromDays(7);

    /// <summary>How long people can see what they were sent.</summary>
    public static readonly TimeSpan LettersLast = TimeSpan.FromDays(90);

    /// <summary>An advert that is still renewed after so long may be told once more.</summary>
    public static readonly TimeSpan ToldLasts = TimeSpan.FromDays(365);

    private const int Batch = 500;

    public static async Task<OutgoingMessages> Handle(TidyDigests command, IDocumentSession session, NpgsqlDataSource database, TimeProvider time, CancellationToken cancellation)
    {
        var lapsed = command.Now - UnconfirmedLasts;
        var unconfirmed = await session.Query<DigestSubscription>()
            .Where(s => s.Status == SubscriptionStatus.Pending && s.RequestedAt < lapsed).Take(Batch).ToListAsync(cancellation);
        foreach (var subscription in unconfirmed)
            session.Events.Append(subscription.Id, subscription.Version + 1, new DigestStopped(StopReason.NeverConfirmed, time.GetUtcNow()));

        var idle = command.Now - Subscriber.IdleLasts;
        var forgotten = await session.Query<Subscriber>().Where(s => s.IdleSince < idle).Take(Batch).ToListAsync(cancellation);

        await Sweep(database, "delete from digests.requests where hour < $1", command.Now.AddDays(-2), cancellation);
        await Sweep(database, "delete from digests.issued where closed_at < $1", command.Now - LettersLast, cancellation);
        await Sweep(database, "delete from digests.told where at < $1", command.Now - ToldLasts, cancellation);

        OutgoingMessages messages = [.. unconfirmed.Select(s => s.SubscriberId).Concat(forgotten.Select(s => s.Id)).Distinct().Select(id => new ForgetIdle(id))];
        if (unconfirmed.Count == Batch || forgotten.Count == Batch) messages.Add(command);
        return messages;
    }

    private static async Task Sweep(NpgsqlDataSource database, string sql, DateTimeOffset before, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(sql);
        command.CommandTimeout = 300;
        command.Parameters.Add(new() { Value = before.ToUniversalTime() });
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

/// <summary>An address for which nothing is kept is not kept either: at once when it never said yes to anything, else after the days for second thoughts.</summary>
public sealed record ForgetIdle(Guid SubscriberId);

public static class ForgetIdleHandler
{
    public static async Task<OutgoingMessages> Handle(ForgetIdle command, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        if (await session.LoadAsync<Subscriber>(command.SubscriberId, cancellation) is not { } subscriber
            || time.GetUtcNow() - subscriber.IdleSince < Subscriber.IdleLasts - TimeSpan.FromHours(1)) return [];
        var kept = await session.Query<DigestSubscription>()
            .AnyAsync(s => s.SubscriberId == command.SubscriberId && s.Status != SubscriptionStatus.Stopped, cancellation);
        return kept ? [] : [new ForgetSubscriber(command.SubscriberId)];
    }
}
