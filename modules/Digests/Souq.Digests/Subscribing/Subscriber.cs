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

    // Whatever prints a subscriber prints no address.
    public override string ToString() => $"Subscriber {Id}";
}
