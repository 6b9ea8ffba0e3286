using Marten;
using Souq.Digests.Sending;
using Wolverine;
using Wolverine.Marten;

namespace Souq.Digests.Subscribing;

/// <summary>How a subscription begins, or begins again.</summary>
internal static class Beginning
{
    /// <summary>Of somebody whose mailbox has been confirmed already: letters come from now on.</summary>
    /// <param name="known">The subscription of an earlier time, in any state but active.</param>
    /// <param name="reached">Up to where searches have looked.</param>
    public static (IEnumerable<IMartenOp>, OutgoingMessages) Confirmed(
        Subscriber subscriber, SavedSearch words, DigestSubscription? known, SearchSaved saved, long reached, DateTimeOffset now)
    {
        var confirmed = new DigestConfirmed(now);
        var subscription = DigestSubscription.Create(saved).Apply(confirmed) with { Id = words.Id };
        return (
            [MartenOps.Store(subscriber with { IdleSince = null }), MartenOps.Store(words), new Begin(words.Id, known, saved, confirmed), DuePlan.Of(subscription, now, reached)],
            [.. Keeping.Of(subscription, words, now)]);
    }
}

/// <summary>Begins the stream, or goes on with that of an earlier request.</summary>
internal sealed record Begin(Guid Id, DigestSubscription? Known, params object[] Events) : IMartenOp
{
    public void Execute(IDocumentSession session)
    {
        if (Known is null) session.Events.StartStream<DigestSubscription>(Id, Events);
        else session.Events.Append(Id, Known.Version + Events.Length, Events);
    }
}
