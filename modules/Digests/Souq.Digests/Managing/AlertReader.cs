using Marten;
using Npgsql;
using Souq.Digests.Reporting;
using Souq.Digests.Sending;
using Souq.Digests.Subscribing;
using Souq.Listings.Contracts;

namespace Souq.Digests.Managing;

/// <summary>All that is kept for one mailbox.</summary>
public sealed record AlertShelf(Subscriber Subscriber, IReadOnlyList<ShownAlert> Alerts, IReadOnlyList<ShownLetter> Letters);

public sealed record ShownAlert(DigestSubscription Subscription, SavedSearch Words);

/// <param name="At">When it left.</param>
/// <param name="State">See <see cref="Settlement"/>.</param>
public sealed record ShownLetter(Guid Id, Guid Subscriber, DateTimeOffset At, int Adverts, string State, DigestContent? Content);

/// <summary>Reads what the pages about alerts show.</summary>
public sealed class AlertReader(IDigestsStore documents, NpgsqlDataSource database, DigestBook book, ISearches searches, ISellerReports reports, TimeProvider time)
{
    private const int LettersShown = 30;

    public async Task<AlertShelf?> Of(Guid subscriberId, CancellationToken cancellation)
    {
        await using var session = documents.QuerySession();
        if (await session.LoadAsync<Subscriber>(subscriberId, cancellation) is not { } subscriber) return null;
        var subscriptions = await session.Query<DigestSubscription>()
            .Where(s => s.SubscriberId == subscriberId && s.Status != SubscriptionStatus.Stopped).OrderByDescending(s => s.RequestedAt).ToListAsync(cancellation);
        var words = (await SavedSearch.Of(session, subscriberId, cancellation)).ToDictionary(w => w.Id);
        return new AlertShelf(
            subscriber,
            [.. subscriptions.Where(s => words.ContainsKey(s.Id)).Select(s => new ShownAlert(s, words[s.Id]))],
            await Letters("i.subscriber = $1", LettersShown, subscriberId, cancellation));
    }

    public async Task<Subscriber?> OfPerson(Guid personId, CancellationToken cancellation)
    {
        await using var session = documents.QuerySession();
        return await Subscriber.Of(session, personId, cancellation);
    }

    public async Task<(DigestSubscription Subscription, SavedSearch? Words)?> One(Guid subscriptionId, CancellationToken cancellation)
    {
        await using var session = documents.QuerySession();
        return await session.LoadAsync<DigestSubscription>(subscriptionId, cancellation) is { } subscription
            ? (subscription, await session.LoadAsync<SavedSearch>(subscriptionId, cancellation)) : null;
    }

    /// <summary>The weekly report of a seller, if he gets one.</summary>
    public async Task<DigestSubscription?> ReportOf(Guid personId, CancellationToken cancellation)
    {
        await using var session = documents.QuerySession();
        return await Subscriber.Of(session, personId, cancellation) is { } subscriber
            && await session.LoadAsync<DigestSubscription>(DigestSubscription.IdOf(subscriber.Id, WeeklyReport.Search.Id), cancellation) is { Status: SubscriptionStatus.Active } report ? report : null;
    }

    /// <summary>A letter as it was; <c>null</c> when it is gone, or its reader wanted it gone.</summary>
    public async Task<ShownLetter?> Letter(Guid id, CancellationToken cancellation) =>
        (await Letters("i.id = $1", 1, id, cancellation)).FirstOrDefault(l => l.Content is not null);

    /// <summary>What a letter would tell at this moment; <c>null</c> when nothing is new.</summary>
    public async Task<DigestContent?> Now(AlertShelf shelf, CancellationToken cancellation)
    {
        var until = await searches.Reached(cancellation);
        var rows = (await book.Of(shelf.Subscriber.Id, cancellation)).ToDictionary(r => r.Subscription);
        var due = shelf.Alerts.Where(a => rows.ContainsKey(a.Subscription.Id)).ToList();
        NewsWish Wish(ShownAlert alert) => new(rows[alert.Subscription.Id].Search, rows[alert.Subscription.Id].Covered, until, DigestChoice.Looked);
        if (due.Count == 0) return null;
        var news = (await searches.News([.. due.Where(a => !WeeklyReport.Is(a.Words.SearchId)).Select(Wish).Distinct()], cancellation)).ToDictionary(n => n.Wish);
        var now = time.GetUtcNow();
        var weeks = shelf.Subscriber.PersonId is { } person && due.Any(a => WeeklyReport.Is(a.Words.SearchId))
            ? await reports.Of([person], now, cancellation) : new Dictionary<Guid, SellerReport>();
        var told = await book.Told([.. news.Values.SelectMany(n => n.Listings).Select(l => (shelf.Subscriber.Id, l.ListingId)).Distinct()], cancellation);
        return DigestChoice.Of(
            shelf.Subscriber,
            [.. due.Select(a => new DuePart(a.Subscription, a.Words, news.GetValueOrDefault(Wish(a))) { Report = ToldReport.Of(shelf.Subscriber, a.Subscription, weeks, now) })],
            told[shelf.Subscriber.Id].ToHashSet());
    }

    /// <summary>What a letter looks like, with adverts that are on the market already.</summary>
    public async Task<DigestContent?> Example(AlertShelf shelf, CancellationToken cancellation)
    {
        const int MostParts = 5;
        List<DigestPart> parts = [];
        foreach (var alert in shelf.Alerts.Where(a => a.Subscription.Sends && !WeeklyReport.Is(a.Words.SearchId)).Take(MostParts))
        {
            var found = await searches.Preview(alert.Words.Query, Math.Min(alert.Subscription.Cap, 6), cancellation);
            if (found.Count > 0) parts.Add(new DigestPart(alert.Subscription.Id, alert.Words.Query, alert.Words.Title, [.. found.Select(ToldAdvert.Of)], 0, []));
        }

        return parts.Count == 0 ? null : new DigestContent(Kernel.Languages.Current, parts);
    }

    private async Task<IReadOnlyList<ShownLetter>> Letters(string where, int most, Guid id, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            $"""
            select i.id, i.subscriber, i.closed_at, i.adverts, i.state, i.content::text from digests.issued i
            where {where} and i.closed_at is not null and i.state in ('sent', 'unknown', 'refused') and i.content is not null order by i.closed_at desc limit {most}
            """);
        DigestBook.Add(command, id);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<ShownLetter> letters = [];
        while (await reader.ReadAsync(cancellation))
            letters.Add(new ShownLetter(
                reader.GetGuid(0), reader.GetGuid(1), reader.GetFieldValue<DateTimeOffset>(2), reader.GetInt32(3), reader.GetString(4), DigestLedger.Read(reader.GetString(5))));
        return letters;
    }
}
