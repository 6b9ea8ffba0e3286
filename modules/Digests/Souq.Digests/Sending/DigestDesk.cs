using Microsoft.Extensions.Options;
using Souq.Digests.Operating;
using Souq.Digests.Reporting;
using Souq.Digests.Subscribing;
using Souq.Listings.Contracts;
using Souq.Mail.Posting;

namespace Souq.Digests.Sending;

/// <summary>Writes to those who are due, a slice at a time: a handful of questions for all of them, and two commits beside those of the post.</summary>
public sealed class DigestDesk(
    IDigestsStore documents, DigestBook book, DigestLedger ledger, ISearches searches, ISellerReports reports, DigestWriter writer, PostOffice post, IOptions<DigestOptions> options)
{
    private const int Patience = 5;

    /// <returns>Whether it makes sense to go on with others.</returns>
    public async Task<bool> Serve(SendDigestSlice slice, CancellationToken cancellation)
    {
        var picked = await book.Take(slice.Now, slice.Until, options.Value.SliceSize, cancellation);
        if (picked.Count == 0) return false;
        var wakesAt = DigestCalendar.Slot(slice.Now) + DigestCalendar.Tick;
        var others = picked.Where(p => p.Issue is null).ToList();
        var written = others.Count == 0 ? [] : await book.Written(others, cancellation);
        var desk = await Load(picked.Where(p => p.Issue is not null || written.Contains(p.Subscriber)).ToList(), slice.Now, cancellation);
        var told = await Look(desk, slice.Now, slice.Until, cancellation);

        List<Settlement> quiet = [];
        List<Going> going = [];
        foreach (var one in desk)
        {
            // Written already: only the hands of its clock are put right.
            if (one.Picked.Issue is not { } issue) quiet.Add(new Settlement(Guid.Empty, one.Picked.Subscriber, null, null, one.Moves(slice.Now, null)));
            else if (one.Reader is { } reader && DigestChoice.Of(reader, one.Due, told[reader.Id].ToHashSet()) is { } content) going.Add(new Going(one, issue, content));
            else quiet.Add(new Settlement(issue, one.Picked.Subscriber, null, null, one.Moves(slice.Now, slice.Until)));
        }

        await ledger.Settle(quiet, wakesAt);
        await ledger.Write([.. going.Select(g => (g.Issue, g.Content))], cancellation);
        var deliveries = await post.DeliverAll([.. going.Select(Letter)], cancellation);
        await ledger.Settle([.. going.Zip(deliveries).Select(sent => Settle(sent.First, sent.Second, slice)).OfType<Settlement>()], wakesAt);
        // One mailbox may be asked to wait; a whole slice of them means that the server is away, or the post paused. The next tick tries again.
        return going.Count < Patience || deliveries.Any(d => d != Delivery.Postponed);
    }

    /// <summary>What somebody began to write and did not finish: the post knows how far it came.</summary>
    public async Task TakeUpBroken(DateTimeOffset now, DateTimeOffset before, CancellationToken cancellation)
    {
        var broken = await ledger.Broken(before, 1000, cancellation);
        if (broken.Count == 0) return;
        var known = await post.Known([.. broken.Where(b => b.Content is not null).Select(b => b.Key)], cancellation);
        var desk = (await Load([.. broken.Select(b => new Picked(b.Subscriber, b.Period, b.Id))], now, cancellation)).ToDictionary(d => d.Picked.Issue!.Value);
        List<Settlement> settled = [];
        foreach (var issue in broken)
        {
            var moment = new SendDigestSlice(now, issue.Until);
            if (issue.Content is not { } content || !known.TryGetValue(issue.Key, out var delivery) || delivery == Delivery.Postponed)
                settled.Add(new Settlement(issue.Id, issue.Subscriber, null, null, []));
            else if (Settle(new Going(desk[issue.Id], issue.Id, content), delivery, moment) is { } settlement) settled.Add(settlement);
        }

        await ledger.Settle(settled, DigestCalendar.Slot(now) + DigestCalendar.Tick);
    }

    private Outgoing Letter(Going one)
    {
        var (reader, content) = (one.Of.Reader!, one.Content);
        return new Outgoing(DigestLedger.Key(reader.Id, one.Of.Picked.Period), content.Language, reader.Address, "", async _ => await writer.Write(content, reader.Id))
        {
            Origin = DigestAgain.OriginOf(one.Issue),
        };
    }

    /// <returns><c>null</c> while somebody else has it in hand.</returns>
    private static Settlement? Settle(Going one, Delivery delivery, SendDigestSlice slice)
    {
        var (issue, reader) = (one.Issue, one.Of.Picked.Subscriber);
        return delivery switch
        {
            Delivery.UnderWay => null,
            Delivery.Postponed => new Settlement(issue, reader, Settlement.Postponed, one.Content, []),
            Delivery.Unknown => new Settlement(issue, reader, Settlement.Unknown, one.Content, one.Of.Moves(slice.Now, null)),
            Delivery.Refused or Delivery.Stopped => new Settlement(issue, reader, Settlement.Refused, one.Content, one.Of.Moves(slice.Now, slice.Until)),
            _ => new Settlement(issue, reader, Settlement.Sent, one.Content, one.Of.Moves(slice.Now, slice.Until)),
        };
    }

    private async Task<IReadOnlyList<DeskEntry>> Load(IReadOnlyList<Picked> picked, DateTimeOffset now, CancellationToken cancellation)
    {
        var rows = await book.Due([.. picked.Select(p => p.Subscriber)], now, cancellation);
        await using var session = documents.QuerySession();
        var ids = rows.Select(r => r.Subscription).ToArray();
        var subscriptions = (await session.LoadManyAsync<DigestSubscription>(cancellation, ids)).ToDictionary(s => s.Id);
        var words = (await session.LoadManyAsync<SavedSearch>(cancellation, ids)).ToDictionary(s => s.Id);
        var readers = (await session.LoadManyAsync<Subscriber>(cancellation, picked.Select(p => p.Subscriber))).ToDictionary(s => s.Id);
        bool Leads(DueRow row) => subscriptions.TryGetValue(row.Subscription, out var s) && s.Sends && words.ContainsKey(row.Subscription) && readers.ContainsKey(row.Subscriber);
        await book.Drop([.. rows.Where(r => !Leads(r)).Select(r => r.Subscription)], cancellation);
        var due = rows.Where(Leads).ToLookup(r => r.Subscriber);
        return [.. picked.Select(p => new DeskEntry(p, readers.GetValueOrDefault(p.Subscriber),
            [.. due[p.Subscriber].Where(r => r.NextAt < DigestCalendar.At(p.Period).AddMinutes(1)).Select(r => (r, subscriptions[r.Subscription], words[r.Subscription]))]))];
    }

    /// <summary>Asks what the searches have found, once for all who ask the same, and which of it each of them knows.</summary>
    private async Task<ILookup<Guid, Guid>> Look(IReadOnlyList<DeskEntry> desk, DateTimeOffset now, long until, CancellationToken cancellation)
    {
        var wishes = desk.Where(d => d.Picked.Issue is not null).SelectMany(d => d.Rows).Where(r => !WeeklyReport.Is(r.Row.Search)).Select(r => Wish(r.Row, until)).Distinct().ToList();
        var news = wishes.Count == 0 ? [] : (await searches.News(wishes, cancellation)).ToDictionary(n => n.Wish);
        var sellers = desk.Where(d => d.Picked.Issue is not null && d.Rows.Any(r => WeeklyReport.Is(r.Row.Search))).Select(d => d.Reader?.PersonId).OfType<Guid>().ToList();
        var weeks = await reports.Of(sellers, now, cancellation);
        foreach (var one in desk)
            one.Due = [.. one.Rows.Select(r => new DuePart(r.Subscription, r.Words, news.GetValueOrDefault(Wish(r.Row, until))) { Report = ToldReport.Of(one.Reader, r.Subscription, weeks, now) })];
        return await book.Told([.. desk.SelectMany(d => d.Due.SelectMany(p => p.News?.Listings ?? []).Select(l => (d.Picked.Subscriber, l.ListingId))).Distinct()], cancellation);
    }

    private static NewsWish Wish(DueRow row, long until) => new(row.Search, row.Covered, until, DigestChoice.Looked);

    private sealed record Going(DeskEntry Of, Guid Issue, DigestContent Content);

    private sealed record DeskEntry(Picked Picked, Subscriber? Reader, IReadOnlyList<(DueRow Row, DigestSubscription Subscription, SavedSearch Words)> Rows)
    {
        public IReadOnlyList<DuePart> Due { get; set; } = [];

        public IReadOnlyList<DueMove> Moves(DateTimeOffset now, long? covered) =>
            [.. Rows.Select(r => new DueMove(r.Row.Subscription, r.Row.NextAt, DigestCalendar.Next(r.Subscription, now > r.Row.NextAt ? now : r.Row.NextAt), covered))];
    }
}
