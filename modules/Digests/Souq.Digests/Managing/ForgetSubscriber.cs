using Marten;
using Souq.Accounts.Contracts;
using Souq.Digests.Sending;
using Souq.Digests.Subscribing;
using Wolverine;

namespace Souq.Digests.Managing;

/// <summary>Somebody wants everything stopped and his address gone, with his words and what he was told.</summary>
public sealed record ForgetSubscriber(Guid SubscriberId);

public static class ForgetSubscriberHandler
{
    public static async Task<OutgoingMessages> Handle(ForgetSubscriber command, IDocumentSession session, TimeProvider time, CancellationToken cancellation) =>
        [.. await Forget(command.SubscriberId, session, time.GetUtcNow(), cancellation)];

    public static async Task<OutgoingMessages> Handle(PersonErased fact, IDocumentSession session, TimeProvider time, CancellationToken cancellation) =>
        await Subscriber.Of(session, fact.PersonId, cancellation) is { } subscriber ? [.. await Forget(subscriber.Id, session, time.GetUtcNow(), cancellation)] : [];

    private static async Task<IReadOnlyList<object>> Forget(Guid subscriber, IDocumentSession session, DateTimeOffset now, CancellationToken cancellation)
    {
        var messages = await Stopping.All(subscriber, StopReason.Forgotten, session, now, cancellation);
        session.Delete<Subscriber>(subscriber);
        session.DeleteWhere<SavedSearch>(s => s.SubscriberId == subscriber);
        new ForgetTold(subscriber).Execute(session);
        return messages;
    }
}
