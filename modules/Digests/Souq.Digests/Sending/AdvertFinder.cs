using Marten;
using Marten.Linq;
using Souq.Digests.Adverts;
using Souq.Digests.Subscribing;

namespace Souq.Digests.Sending;

/// <summary>What is new in a topic: the newest adverts, as many as a letter shows, and how many there are in all.</summary>
public sealed record DigestNews(IReadOnlyList<DigestListing> Adverts, int Total);

/// <summary>Looks up news once for all subscriptions of a slice that share topic and window.</summary>
public sealed class AdvertFinder(IQuerySession session, int limit)
{
    private readonly Dictionary<(DigestTopic, DigestWindow), DigestNews> found = [];

    public async Task<DigestNews> Find(DigestTopic topic, DigestWindow window, CancellationToken cancellation) =>
        found.TryGetValue((topic, window), out var known) ? known : found[(topic, window)] = await Query(topic, window, cancellation);

    private async Task<DigestNews> Query(DigestTopic topic, DigestWindow window, CancellationToken cancellation)
    {
        IQueryable<DigestListing> news = session.Query<DigestListing>()
            .Stats(out QueryStatistics statistics)
            .Where(l => l.ArrivedAt > window.From && l.ArrivedAt <= window.Until && l.OnMarket);
        if (topic.SectionId is { } section) news = news.Where(l => l.Sections.Contains(section));
        if (topic.Commune is { } commune) news = news.Where(l => l.Commune == commune);
        else if (topic.Wilaya is { } wilaya) news = news.Where(l => l.Wilayas.Contains(wilaya));
        var adverts = await news.OrderByDescending(l => l.ArrivedAt).ThenByDescending(l => l.Number).Take(limit).ToListAsync(cancellation);
        return new DigestNews(adverts, (int)statistics.TotalResults);
    }
}
