using Marten;

namespace Souq.Digests.Subscribing;

/// <summary>
/// The erasable half of a subscription: an address, and whose it is when he has an account here. Its id is random, so that no event tells whose it was
/// once this document is gone; it goes some days after the last subscription.
/// </summary>
/// <param name="Address">Folded; unique.</param>
public sealed record Subscriber(Guid Id, string Address, DateTimeOffset Since)
{
    /// <summary>What he thought better of within this time is undone without a new confirmation; afterwards the address is forgotten.</summary>
    public static readonly TimeSpan IdleLasts = TimeSpan.FromDays(7);

    public const int MostHidden = 200;

    /// <summary>Who he is in the market: never told of his own adverts.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>Since when nothing is kept for him.</summary>
    public DateTimeOffset? IdleSince { get; init; }

    /// <summary>Sellers of whom he wants to hear nothing.</summary>
    public IReadOnlyList<Guid> Hidden { get; init; } = [];

    public static Task<Subscriber?> Find(IQuerySession session, string address, CancellationToken cancellation) =>
        session.Query<Subscriber>().FirstOrDefaultAsync(s => s.Address == address, cancellation);

    public static Task<Subscriber?> Of(IQuerySession session, Guid personId, CancellationToken cancellation) =>
        session.Query<Subscriber>().FirstOrDefaultAsync(s => s.PersonId == personId, cancellation);

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
