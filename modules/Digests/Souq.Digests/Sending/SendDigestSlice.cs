using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Souq.Catalog.Contracts;
using Souq.Digests.Subscribing;
using Souq.Mail.Posting;

namespace Souq.Digests.Sending;

/// <summary>Writes the digests of a period to some subscriptions.</summary>
/// <param name="Now">The tick that started the run; a digest begun now tells of the adverts that had arrived a minute before.</param>
public sealed record SendDigestSlice(DigestPeriod Period, DateTimeOffset Now, IReadOnlyList<Guid> Subscriptions);

public static class SendDigestSliceHandler
{
    // An advert's arrival is stamped shortly before it can be seen; a digest looks back far enough to miss none.
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(1);

    private const int Patience = 3;

    public static async Task Handle(
        SendDigestSlice slice, IDigestsStore store, DigestIssues issues, DigestWriter writer, PostOffice post, IOptions<DigestOptions> options,
        ICatalog catalog, TimeProvider time, ILogger<SendDigestSlice> log, CancellationToken cancellation)
    {
        if (DigestCalendar.IsOver(slice.Period, time.GetUtcNow(), options.Value.Hour)) return;

        await using var session = store.QuerySession();
        var subscriptions = await session.LoadManyAsync<DigestSubscription>(cancellation, slice.Subscriptions);
        var subscribers = (await session.LoadManyAsync<Subscriber>(cancellation, subscriptions.Select(s => s.SubscriberId).Distinct()))
            .ToDictionary(s => s.Id);
        var finder = new AdvertFinder(session, options.Value.AdvertsPerLetter);
        var waiting = 0;
        foreach (var subscription in subscriptions.Select(s => s with { Topic = s.Topic.Today(catalog.Current) }))
        {
            if (subscription.Status != SubscriptionStatus.Active || !subscribers.TryGetValue(subscription.SubscriberId, out var subscriber)) continue;
            if (await issues.Open(subscription, slice.Period, slice.Now - Settling, cancellation) is not { } window) continue;
            var news = await finder.Find(subscription.Topic, window, cancellation);
            if (news.Total == 0)
            {
                await issues.Silent(subscription.Id, slice.Period, cancellation);
                continue;
            }

            var letter = await writer.Write(subscription, news);
            await issues.Posting(subscription.Id, slice.Period, news.Total, cancellation);
            try
            {
                var delivery = await post.Deliver(
                    $"digest:{subscription.Id:n}:{slice.Period.Name}", subscription.Language, subscriber.Address, "", letter, cancellation);
                await issues.Settle(subscription.Id, slice.Period, delivery == Delivery.AlreadySent ? "sent" : delivery.ToString().ToLowerInvariant(), news.Total);
                waiting = 0;
            }
            catch (CarrierUnavailableException away)
            {
                await issues.Reopen(subscription.Id, slice.Period);
                // One mailbox may be asked to wait; several in a row mean that the server is away.
                if (++waiting < Patience) continue;
                log.LogWarning("Digests of {Period} wait: {Reason}", slice.Period.Name, away.Message);
                return;
            }
        }
    }
}
