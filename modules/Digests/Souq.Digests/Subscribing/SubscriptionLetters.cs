using Marten;
using Souq.Mail.Letters;
using Souq.Mail.Posting;

namespace Souq.Digests.Subscribing;

/// <summary>Asks the mailbox whether the request came from its owner.</summary>
public sealed record AskForConfirmation(Guid SubscriptionId, DateTimeOffset At);

/// <summary>Somebody asked for what the mailbox already gets.</summary>
public sealed record TellAlreadySubscribed(Guid SubscriptionId, DateTimeOffset At);

/// <summary>The letters about a subscription itself; each is composed and posted here, after the request is safely stored.</summary>
public static class SubscriptionLettersHandler
{
    public static Task Handle(
        AskForConfirmation ask, IQuerySession session, SubscriptionPost post, CancellationToken cancellation) =>
        post.Send<ConfirmationLetter>(
            session, ask.SubscriptionId, $"digests.confirm:{ask.SubscriptionId:n}:{ask.At.ToUnixTimeMilliseconds()}", SubscriptionStatus.Pending, cancellation);

    public static Task Handle(
        TellAlreadySubscribed tell, IQuerySession session, SubscriptionPost post, CancellationToken cancellation) =>
        post.Send<AlreadySubscribedLetter>(
            session, tell.SubscriptionId, $"digests.already:{tell.SubscriptionId:n}:{tell.At.ToUnixTimeMilliseconds()}", SubscriptionStatus.Active, cancellation);
}

/// <summary>Finds the mailbox of a subscription and writes to it, unless either is gone.</summary>
public sealed class SubscriptionPost(PostOffice post, LetterRenderer letters)
{
    public async Task Send<TLetter>(
        IQuerySession session, Guid subscriptionId, string key, SubscriptionStatus expected, CancellationToken cancellation)
        where TLetter : SubscriptionLetter
    {
        var subscription = await session.LoadAsync<DigestSubscription>(subscriptionId, cancellation);
        if (subscription?.Status != expected) return;
        var subscriber = await session.LoadAsync<Subscriber>(subscription.SubscriberId, cancellation);
        if (subscriber is null || await session.LoadAsync<SavedSearch>(subscriptionId, cancellation) is not { } search) return;
        var letter = await letters.Render<TLetter>(
            subscription.Language,
            new Dictionary<string, object?> { [nameof(SubscriptionLetter.Subscription)] = subscription, [nameof(SubscriptionLetter.Search)] = search });
        await post.Deliver(key, subscription.Language, subscriber.Address, "", letter, cancellation, Promise.Assured);
    }
}
