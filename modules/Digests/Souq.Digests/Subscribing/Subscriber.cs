using Marten;

namespace Souq.Digests.Subscribing;

/// <summary>
/// The erasable half of a subscription: an address, and nothing more. Its id is random, so that no event tells whose it was once this
/// document is gone; it goes with the last subscription.
/// </summary>
/// <param name="Address">Folded; unique.</param>
public sealed record Subscriber(Guid Id, string Address, DateTimeOffset Since)
{
    public static Task<Subscriber?> Find(IQuerySession session, string address, CancellationToken cancellation) =>
        session.Query<Subscriber>().FirstOrDefaultAsync(s => s.Address == address, cancellation);

    /// <summary>One request at a time for an address, until the session's transaction ends: a button pressed twice is pressed once.</summary>
    public static async Task Lock(IDocumentSession session, string address, CancellationToken cancellation)
    {
        await session.BeginTransactionAsync(cancellation);
        await session.AdvancedSql.QueryAsync<int>(
            "select 1 from (select pg_advisory_xact_lock(hashtextextended(?, 7262))) as held", cancellation, address);
    }

    // Whatever prints a subscriber prints no address.
    public override string ToString() => $"Subscriber {Id}";
}
