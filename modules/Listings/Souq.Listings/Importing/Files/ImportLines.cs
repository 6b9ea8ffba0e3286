using System.Text.Json;
using Marten;
using Npgsql;
using Souq.Kernel;

namespace Souq.Listings.Importing.Files;

/// <param name="Number">Public number of the advert it made or changed.</param>
public sealed record ImportLine(SheetLine Sheet, LineFate? Fate, IReadOnlyList<Refusal> Reasons, long? Number);

/// <summary>Reads and writes <see cref="ImportLinesTable"/>. Writes join the transaction of the session.</summary>
public sealed class ImportLines(NpgsqlDataSource source)
{
    /// <param name="which">Further condition in SQL; no input of anybody.</param>
    public async Task<IReadOnlyList<ImportLine>> Read(Guid importId, int after, int most, string which, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand($"""
            select line, cells::text, fate, reasons::text, number from {ImportLinesTable.Name}
            where import_id = $1 and line > $2 and {which} order by line limit $3
            """);
        foreach (var value in (object[])[importId, after, most]) command.Parameters.Add(new() { Value = value });
        var lines = new List<ImportLine>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            lines.Add(new ImportLine(
                new SheetLine(reader.GetInt32(0), JsonSerializer.Deserialize<string[]>(reader.GetString(1))!), reader.IsDBNull(2) ? null : (LineFate)reader.GetInt16(2),
                StoredRefusals.Read(reader.IsDBNull(3) ? null : reader.GetString(3)), reader.IsDBNull(4) ? null : reader.GetInt64(4)));
        return lines;
    }

    /// <summary>The first line, among those already tried, of each ref that is there.</summary>
    public async Task<Dictionary<string, int>> FirstOf(Guid importId, int upTo, IReadOnlyCollection<string> refs, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(
            $"select ref, min(line) from {ImportLinesTable.Name} where import_id = $1 and line <= $2 and ref = any($3) group by ref");
        foreach (var value in (object[])[importId, upTo, refs.ToArray()]) command.Parameters.Add(new() { Value = value });
        var first = new Dictionary<string, int>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) first[reader.GetString(0)] = reader.GetInt32(1);
        return first;
    }

    public static void Add(Guid importId, Guid sellerId, DateTimeOffset at, IReadOnlyCollection<SheetLine> lines, IDocumentSession session) => session.QueueSqlCommand(
        $"""
        insert into {ImportLinesTable.Name} (import_id, seller_id, uploaded_at, line, cells)
        select ?, ?, ?, l, c::jsonb from unnest(?::int[], ?::text[]) as given (l, c)
        """,
        importId, sellerId, at, lines.Select(l => l.Line).ToArray(), lines.Select(l => JsonSerializer.Serialize(l.Cells)).ToArray());

    /// <param name="refs">By line.</param>
    public static void Note(Guid importId, IReadOnlyList<DecidedLine> lines, IReadOnlyDictionary<int, string>? refs, IDocumentSession session) => session.QueueSqlCommand(
        $"""
        update {ImportLinesTable.Name} l set fate = g.fate, reasons = g.reasons::jsonb, number = g.number,
          ref = coalesce(g.ref, l.ref), listing_id = coalesce(l.listing_id, g.id)
        from unnest(?::int[], ?::smallint[], ?::text[], ?::bigint[], ?::text[], ?::uuid[]) as g (line, fate, reasons, number, ref, id)
        where l.import_id = ? and l.line = g.line
        """,
        lines.Select(l => l.Line).ToArray(), lines.Select(l => (short)l.Fate).ToArray(),
        lines.Select(l => l.Refusals.Count > 0 ? StoredRefusals.Write(l.Refusals) : null).ToArray(),
        lines.Select(l => l.Listing is { Number: > 0 and var number } ? number : (long?)null).ToArray(),
        lines.Select(l => refs?.GetValueOrDefault(l.Line)).ToArray(), lines.Select(l => l.ListingId).ToArray(), importId);
}
