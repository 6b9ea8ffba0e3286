using Marten;
using Microsoft.Extensions.Options;
using Souq.Catalog.Contracts;
using Souq.Digests.Contracts;
using Souq.Digests.Sending;
using Souq.Listings.Contracts;
using Wolverine;

namespace Souq.Digests.Subscribing;

/// <summary>Alerts from the time when they were about a section and a place become searches like the others, with their events as they are.</summary>
public static class TakeUpOldAlertsHandler
{
    private const int Batch = 200;

    public static async Task<OutgoingMessages> Handle(
        TakeUpOldAlerts command, IDocumentSession session, ICatalog catalog, ISearches searches, IOptions<DigestOptions> options, TimeProvider time, CancellationToken cancellation)
    {
        var old = await session.Query<DigestSubscription>().Where(s => s.SearchId == null && s.Status != SubscriptionStatus.Stopped).Take(Batch).ToListAsync(cancellation);
        var (messages, now, reached) = (new OutgoingMessages(), time.GetUtcNow(), await searches.Reached(cancellation));
        foreach (var id in old.Select(s => s.Id))
        {
            // From its events: the document was written when it had another shape.
            var subscription = (await session.Events.AggregateStreamAsync<DigestSubscription>(id, token: cancellation))! with { Id = id };
            if (Read(subscription.Topic, catalog.Current, searches) is not { } search)
            {
                session.Events.Append(id, subscription.Version + 1, new DigestStopped(StopReason.Gone, now));
                continue;
            }

            var read = new TopicRead(search.Id, subscription.Rhythm with { Hour = options.Value.Hour }, DigestSubscription.UsualCap, now);
            var (taken, words) = (subscription.Apply(read), new SavedSearch(id, subscription.SubscriberId, search.Id, search.Query, null));
            session.Events.Append(id, subscription.Version + 1, read);
            session.Store(words);
            DuePlan.Of(taken, now, reached).Execute(session);
            messages.AddRange(Keeping.Of(taken, words, now));
        }

        if (old.Count == Batch) messages.Add(command);
        return messages;
    }

    /// <summary><c>null</c> when what it was about is gone.</summary>
    public static KeptSearch? Read(DigestTopic? topic, CatalogSnapshot catalog, ISearches searches) =>
        topic?.Query(catalog) is { } query ? searches.Read(query) : null;
}
