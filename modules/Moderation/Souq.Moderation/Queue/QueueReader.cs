using Marten;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Moderation.Contracts;
using Souq.Moderation.Deciding;
using Souq.Moderation.Opening;
using Souq.Moderation.Rules;
using Souq.Moderation.Sanctions;
using Souq.Moderation.Staff;
using Souq.Web.Localisation;

namespace Souq.Moderation.Queue;

/// <summary>The queue as moderators work through it: who waits longest comes first.</summary>
public sealed class QueueReader(IModerationStore store, ICatalog catalog, Scopes scopes, TimeProvider time)
{
    public const int PageSize = 25;

    /// <param name="after">A cursor; anything else is the beginning.</param>
    public async Task<QueuePage> Page(QueueFilter filter, string? after, Guid moderator, CancellationToken cancellation)
    {
        var scope = await scopes.Of(moderator, cancellation);
        await using var session = store.QuerySession();
        var fromStart = !Cursor.TryDecode(after, out DateTimeOffset since, out var number);
        var found = await After(session, filter, scope, since, number, PageSize + 1).ToListAsync(cancellation);
        List<QueueItem> items = [.. found.Take(PageSize)];
        var subjects = await session.LoadManyAsync<CaseSubject>(cancellation, [.. items.Select(i => i.Id)]);
        var titles = subjects.ToDictionary(s => s.Id, s => s.Title);
        var next = found.Count > PageSize ? Cursor.Encode(items[^1].Since, items[^1].Number) : null;
        var sanctions = await Sanctions(session, items, cancellation);
        return new([.. items.Select(i => new QueueLine(i, titles.GetValueOrDefault(i.Id), sanctions.TryGetValue(i.SubjectId, out var kind) ? kind : null))], next, fromStart);
    }

    /// <summary>A page of the queue; without a cursor one on which this line is, wherever a link or the next case has led.</summary>
    public async Task<QueuePage> Around(QueueFilter filter, string? after, QueueItem? line, Guid moderator, CancellationToken cancellation)
    {
        var page = await Page(filter, after, moderator, cancellation);
        return string.IsNullOrEmpty(after) && line is not null && page.Lines.All(l => l.Item.Id != line.Id) ? await Page(filter, At(line), moderator, cancellation) : page;
    }

    /// <summary>A cursor whose page begins with this item.</summary>
    public static string At(QueueItem item) => Cursor.Encode(item.Since, item.Number - 1);

    /// <summary>What this moderator may take next, the longest wait first: after an item, and from the beginning when the end is reached.</summary>
    public async Task<FreeCases> Next(QueueFilter filter, Guid moderator, QueueItem? after, CancellationToken cancellation)
    {
        var scope = await scopes.Of(moderator, cancellation);
        await using var session = store.QuerySession();
        var free = await FirstFree(session, filter, scope, moderator, after, cancellation);
        return free.Ids.Count > 0 || after is null ? free : await FirstFree(session, filter, scope, moderator, null, cancellation);
    }

    /// <summary>What waits for this moderator.</summary>
    public async Task<QueueCounts> Counts(Guid moderator, CancellationToken cancellation)
    {
        var scope = await scopes.Of(moderator, cancellation);
        await using var session = store.QuerySession();
        var here = Formats.InAlgiers(time.GetUtcNow());
        var midnight = new DateTimeOffset(here.Date, here.Offset).ToUniversalTime();
        var waiting = scope.Of(session.Query<QueueItem>()).Where(i => !i.Intended);
        var oldest = await waiting.OrderBy(i => i.Since).FirstOrDefaultAsync(cancellation);
        var today = await session.Query<Decision>().CountAsync(d => d.At >= midnight && d.By != RuleActor.Id, cancellation);
        return new(oldest is null ? 0 : await waiting.CountAsync(cancellation), oldest?.Since, today);
    }

    public async Task<int> Waiting(Guid moderator, CancellationToken cancellation)
    {
        var scope = await scopes.Of(moderator, cancellation);
        await using var session = store.QuerySession();
        return await scope.Of(session.Query<QueueItem>()).Where(i => !i.Intended).CountAsync(cancellation);
    }

    private static async Task<Dictionary<Guid, SanctionKind>> Sanctions(IQuerySession session, IReadOnlyList<QueueItem> items, CancellationToken cancellation)
    {
        var files = items.Where(i => i.SubjectKind == SubjectKinds.Sanction).Select(i => PersonFile.IdOf(i.SellerId)).Distinct().ToList();
        return files.Count == 0 ? [] : (await session.LoadManyAsync<PersonFile>(cancellation, files)).SelectMany(f => f.Sanctions).ToDictionary(s => s.Id, s => s.Kind);
    }

    private async Task<FreeCases> FirstFree(IQuerySession session, QueueFilter filter, Scope scope, Guid moderator, QueueItem? after, CancellationToken cancellation)
    {
        var (since, number) = after is null ? (DateTimeOffset.MinValue, 0) : (after.Since, after.Number);
        for (var held = 0; ;)
        {
            // Leases are few: looking them over here is quicker than asking the database to.
            var items = await After(session, filter, scope, since, number, PageSize).ToListAsync(cancellation);
            var now = time.GetUtcNow();
            held += items.Count(i => i.Lease?.KeepsOut(moderator, now) == true);
            List<Guid> free = [.. items.Where(i => i.SellerId != moderator && !i.NotBy.Contains(moderator) && i.Lease?.KeepsOut(moderator, now) != true).Select(i => i.Id)];
            if (free.Count > 0 || items.Count < PageSize) return new(free, held);
            (since, number) = (items[^1].Since, items[^1].Number);
        }
    }

    private IQueryable<QueueItem> After(IQuerySession session, QueueFilter filter, Scope scope, DateTimeOffset since, long number, int count) =>
        filter.Of(scope.Of(session.Query<QueueItem>()), catalog.Current, time.GetUtcNow())
        .Where(i => !i.Intended && i.Since >= since && (i.Since > since || i.Number > number))
        .OrderBy(i => i.Since).ThenBy(i => i.Number).Take(count);
}
