using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Npgsql;

namespace Souq.Listings.Watching;

/// <summary>What was found between two places in the order of events, turned round: what each search has found, the newest first.</summary>
public sealed class FoundBySearch
{
    private readonly (long Seq, Guid Listing)[] adverts;

    // Of a search: where in found its adverts begin; those of the next one begin where they end.
    private readonly int[] starts, found;

    private FoundBySearch(long after, (long Seq, Guid Listing)[] adverts, int[] starts, int[] found) =>
        (After, this.adverts, this.starts, this.found) = (after, adverts, starts, found);

    /// <summary>What came later is here.</summary>
    public long After { get; }

    /// <summary>Of memory.</summary>
    public long Bytes => 24L * adverts.Length + 4L * (starts.Length + found.Length);

    public IEnumerable<(long Seq, Guid Listing)> Of(int no)
    {
        if (no + 1 >= starts.Length) yield break;
        for (var i = starts[no]; i < starts[no + 1]; i++) yield return adverts[found[i]];
    }

    /// <param name="most">Pairs of a search and an advert, of four bytes each.</param>
    /// <returns><c>null</c> when there are more.</returns>
    public static async Task<FoundBySearch?> Read(NpgsqlDataSource source, long after, long until, int most, CancellationToken cancellation)
    {
        var (adverts, lists, all) = (new List<(long, Guid)>(), new List<byte[]>(), 0L);
        await foreach (var (seq, listing, searches) in Rows(source, after, until, cancellation))
        {
            adverts.Add((seq, listing));
            lists.Add(searches);
            if ((all += searches.Length / sizeof(int)) > most) return null;
        }

        return Turn(after, [.. adverts], lists, (int)all);
    }

    private static FoundBySearch Turn(long after, (long, Guid)[] adverts, List<byte[]> lists, int all)
    {
        // Counted first, so that each search has its room; then filled in the order of the adverts.
        var highest = -1;
        foreach (var list in lists)
            foreach (var no in Numbers(list)) highest = Math.Max(highest, no);
        var (starts, found) = (new int[highest + 2], new int[all]);
        foreach (var list in lists)
            foreach (var no in Numbers(list)) starts[no + 1]++;
        for (var no = 0; no <= highest; no++) starts[no + 1] += starts[no];
        var next = starts.ToArray();
        for (var i = 0; i < lists.Count; i++)
            foreach (var no in Numbers(lists[i])) found[next[no]++] = i;
        return new(after, adverts, starts, found);
    }

    /// <summary>As the table has them, the newest first.</summary>
    internal static async IAsyncEnumerable<(long Seq, Guid Listing, byte[] Searches)> Rows(
        NpgsqlDataSource source, long after, long until, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = source.CreateCommand($"select seq, listing, searches from {FindTable.Name} where seq > $1 and seq <= $2 order by seq desc");
        command.Parameters.Add(new() { Value = after });
        command.Parameters.Add(new() { Value = until });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation)) yield return (row.GetInt64(0), row.GetGuid(1), row.GetFieldValue<byte[]>(2));
    }

    internal static ReadOnlySpan<int> Numbers(byte[] searches) => MemoryMarshal.Cast<byte, int>(searches);
}
