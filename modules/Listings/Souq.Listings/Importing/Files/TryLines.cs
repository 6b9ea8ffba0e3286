using Marten;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Listings.Quotas;
using Wolverine;

namespace Souq.Listings.Importing.Files;

/// <summary>The next lines of a file are decided as in the real run, and nothing is written but what would become of them.</summary>
/// <param name="After">The last line tried before; a message that comes twice finds it passed.</param>
public sealed record TryLines(Guid ImportId, int After);

public static class TryLinesHandler
{
    private const int Batch = 1000;

    public static async Task<OutgoingMessages> Handle(
        TryLines message, IDocumentSession session, ImportLines table, SellerQuotas quotas, ICatalog catalog, TimeProvider time,
        CancellationToken cancellation)
    {
        var import = await session.LoadAsync<FileImport>(message.ImportId, cancellation);
        if (import is not { State: ImportState.Trying } || import.TriedTo != message.After) return [];
        var lines = await table.Read(import.Id, message.After, Batch, "true", cancellation);
        var now = time.GetUtcNow();
        if (lines.Count == 0)
        {
            var missing = await MissingListings.Count(import, session, cancellation);
            session.Events.Append(import.Id, import.Version + 1, new FileTried(missing, now));
            return [];
        }

        var rows = lines.Select(l => import.RowOf(l.Sheet, catalog.Current)).ToList();
        var twice = Twice(rows, await table.FirstOf(import.Id, message.After, [.. rows.Select(r => r.Ref).Distinct()], cancellation));
        // What the lines before would have taken up.
        var room = (await quotas.Of(import.SellerId, cancellation)).With(import.Trial.New);
        var once = new ImportListings(import.SellerId, [.. rows.Where(r => !twice.ContainsKey(r.Line))], Publish: false, Update: true);
        DecidedLine[] decided =
        [
            .. await ImportListingsHandler.Decide(once, session, null, room, catalog.Current, now, cancellation),
            .. twice.Select(t => new DecidedLine(t.Key, Guid.Empty, 0, LineFate.Refused, null, [], [], [new Refusal("Import.RefTwice", "ref", t.Value)])),
        ];
        ImportLines.Note(import.Id, decided, rows.Where(r => r.Ref.Length > 0).ToDictionary(r => r.Line, r => r.Ref), session);
        var to = lines[^1].Sheet.Line;
        session.Events.Append(import.Id, import.Version + 1, new LinesTried(to, Tally.Of([.. decided.Select(d => d.Fate)])));
        return [new TryLines(import.Id, to)];
    }

    /// <summary>Lines whose ref stands further up already, and where.</summary>
    private static Dictionary<int, int> Twice(IReadOnlyList<ImportRow> rows, Dictionary<string, int> first)
    {
        var twice = new Dictionary<int, int>();
        foreach (var row in rows.Where(r => r.Ref.Length > 0))
            if (!first.TryAdd(row.Ref, row.Line)) twice[row.Line] = first[row.Ref];
        return twice;
    }
}
