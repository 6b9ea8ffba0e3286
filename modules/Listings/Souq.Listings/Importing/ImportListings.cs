using System.Globalization;
using Marten;
using Souq.Catalog.Contracts;
using Souq.EventStore;
using Souq.Kernel;
using Souq.Listings.Numbers;
using Souq.Listings.Quotas;
using Wolverine;
using Wolverine.Runtime.Handlers;

namespace Souq.Listings.Importing;

/// <summary>A batch of lines of one seller's file, in one transaction.</summary>
/// <param name="Publish">Onto the market at once, by the operator's word; else each waits for a moderator like any other.</param>
/// <param name="Update">Lines whose advert is there already change it; else they are passed over.</param>
public sealed record ImportListings(Guid SellerId, IReadOnlyList<ImportRow> Rows, bool Publish, bool Update = false);

/// <param name="Created">Adverts that are new.</param>
/// <param name="Known">Lines whose ref this seller has used before, in the file or an earlier run, and that change nothing.</param>
public sealed record ImportOutcome(int Created, int Known, IReadOnlyList<RefusedLine> Refused, int Changed = 0);

public sealed record RefusedLine(int Line, IReadOnlyList<Refusal> Reasons);

public static class ImportListingsHandler
{
    private static readonly Guid Space = new("8d0f2d61-5a0e-4c43-9a3e-0a5ad1d6c2f1");

    /// <summary>Two batches with the same ref at once: the second finds the advert of the first.</summary>
    public static void Configure(HandlerChain chain) => Clashes.DecideAgain(chain);

    /// <summary>The same seller and ref give the same advert on every machine and in every run.</summary>
    public static Guid ListingId(Guid sellerId, string reference) => DeterministicGuid.Create(Space, $"{sellerId:N}/{reference}");

    public static async Task<(ImportOutcome, OutgoingMessages)> Handle(
        ImportListings command, IDocumentSession session, ListingNumbers numbers, SellerQuotas quotas, ICatalog catalog, TimeProvider time,
        CancellationToken cancellation)
    {
        var room = command.Publish ? Room.Endless : await quotas.Of(command.SellerId, cancellation);
        var lines = await Decide(command, session, numbers, room, catalog.Current, time.GetUtcNow(), cancellation);
        var outcome = new ImportOutcome(
            lines.Count(l => l.Fate == LineFate.New), lines.Count(l => l.Fate == LineFate.Unchanged),
            [.. lines.Where(l => l.Fate == LineFate.Refused).Select(l => new RefusedLine(l.Line, l.Refusals))],
            lines.Count(l => l.Fate == LineFate.Changed));
        return (outcome, Write(lines, session));
    }

    /// <summary>What becomes of every line; nothing is written.</summary>
    public static async Task<IReadOnlyList<DecidedLine>> Decide(
        ImportListings command, IQuerySession session, ListingNumbers? numbers, Room room, CatalogSnapshot catalog, DateTimeOffset now,
        CancellationToken cancellation)
    {
        var ids = await Ids(command, session, cancellation);
        var known = (await session.LoadManyAsync<Listing>(cancellation, ids)).ToDictionary(l => l.Id);
        var free = numbers is null ? new Queue<long>() : new(await numbers.Next(ids.Count(id => !known.ContainsKey(id)), cancellation));
        var (lines, used) = (new List<DecidedLine>(ids.Length), new HashSet<Guid>());
        foreach (var (row, id) in command.Rows.Zip(ids))
        {
            // The same ref a second time in the batch is the advert of the first.
            var line = used.Contains(id)
                ? new DecidedLine(row.Line, id, 0, LineFate.Unchanged, null, [], [], [])
                // A number that a refused line used up is given to nobody; the trial gives none at all.
                : DecidedLine.Of(row, id, known.GetValueOrDefault(id), command, () => free.TryDequeue(out var number) ? number : 0, catalog, now);
            if (line.Fate == LineFate.New && room.IsFullToday) line = new DecidedLine(row.Line, id, 0, LineFate.Refused, null, [], [], [room.RefusalOfLine]);
            if (line.Fate == LineFate.New) room = room.With(1);
            if (line.Fate != LineFate.Refused) used.Add(id);
            lines.Add(line);
        }

        return lines;
    }

    // An advert that has no ref of its own goes by #number, which is what an export writes.
    private static async Task<Guid[]> Ids(ImportListings command, IQuerySession session, CancellationToken cancellation)
    {
        var numbers = command.Rows.Select(NumberOf).OfType<long>().ToArray();
        var byNumber = numbers.Length == 0 ? [] : (await session.Query<Listing>()
            .Where(l => l.SellerId == command.SellerId && l.Number.IsOneOf(numbers)).Select(l => new { l.Number, l.Id }).ToListAsync(cancellation))
            .ToDictionary(l => l.Number, l => l.Id);
        return [.. command.Rows.Select(r => NumberOf(r) is { } number && byNumber.TryGetValue(number, out var id) ? id : ListingId(command.SellerId, r.Ref))];
    }

    private static long? NumberOf(ImportRow row) => row.Ref is ['#', .. var digits] && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The events of all lines, and one message of each kind: one for every advert would cost more than the advert.</summary>
    public static OutgoingMessages Write(IReadOnlyList<DecidedLine> lines, IDocumentSession session)
    {
        foreach (var line in lines.Where(l => l.Events.Count > 0))
            if (line.Version == 0) session.Events.StartStream<Listing>(line.ListingId, line.Events);
            else session.Events.Append(line.ListingId, line.Version + line.Events.Count, line.Events);
        return ListingFacts.AtOnce(lines.SelectMany(l => l.Facts));
    }
}
