using Souq.Digests.Reporting;
using Souq.Digests.Subscribing;
using Souq.Listings.Contracts;

namespace Souq.Digests.Sending;

/// <summary>One subscription that is due, with what its search has found.</summary>
/// <param name="News"><c>null</c> when it has found nothing.</param>
public sealed record DuePart(DigestSubscription Subscription, SavedSearch Words, SearchNews? News)
{
    /// <summary>Of a seller's own adverts, where that is what he asked for.</summary>
    public ToldReport? Report { get; init; }
}

/// <summary>Which adverts a letter tells: each once, whichever search found it, and none its reader knows or does not want.</summary>
public static class DigestChoice
{
    /// <summary>Adverts of one search that are looked at; the same for all, so that those who share a search share the question.</summary>
    public const int Looked = 48;

    /// <summary>Cards of one letter: more would pass the size at which mail programs cut it off.</summary>
    public const int MostShown = 48;

    /// <param name="told">Adverts of the looked-at that he has been told of.</param>
    /// <returns><c>null</c> when there is nothing to say.</returns>
    public static DigestContent? Of(Subscriber reader, IReadOnlyList<DuePart> due, IReadOnlySet<Guid> told)
    {
        if (due.Count == 0) return null;
        HashSet<Guid> shown = [];
        List<DigestPart> parts = [];
        // Searches with the fewest finds first: a narrow one says best why an advert is here.
        foreach (var part in due.Where(d => d.News is not null).OrderBy(d => d.News!.Total).ThenBy(d => d.Subscription.RequestedAt))
        {
            var news = part.News!;
            var wanted = news.Listings.Where(l => l.SellerId != reader.PersonId && !reader.Hidden.Contains(l.SellerId) && !told.Contains(l.ListingId) && !shown.Contains(l.ListingId)).ToList();
            var chosen = wanted.Take(Math.Min(part.Subscription.Cap, MostShown - shown.Count)).ToList();
            if (chosen.Count == 0) continue;
            shown.UnionWith(chosen.Select(l => l.ListingId));
            // What was looked at and left out is no more to be seen behind the link than here.
            var more = Math.Max(0, news.Total - (news.Listings.Count - wanted.Count) - chosen.Count);
            parts.Add(new DigestPart(
                part.Subscription.Id, part.Words.Query, part.Words.Title, [.. chosen.Select(ToldAdvert.Of)], more,
                more > 0 && news.BySection.Count > 1 ? [.. news.BySection.Take(8).Select(s => new SectionCount(s.SectionId, s.Count))] : []));
        }

        var report = due.Select(d => d.Report).FirstOrDefault(r => r is not null);
        return parts.Count == 0 && report is null ? null : new DigestContent(due.MaxBy(d => d.Subscription.RequestedAt)!.Subscription.Language, parts) { Report = report };
    }
}
