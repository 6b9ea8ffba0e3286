using Npgsql;

namespace Souq.Listings.Browsing.Indexing;

/// <summary>Many new rows of a search table at once.</summary>
internal static class SearchCopy
{
    /// <param name="rows">Of <see cref="SearchRow.Copy"/>.</param>
    public static async Task Write(NpgsqlConnection connection, string table, CopyRows rows, CancellationToken cancellation)
    {
        if (rows.Written.IsEmpty) return;
        await using var copy = await connection.BeginRawBinaryCopyAsync($"copy {table} ({SearchRow.Columns}) from stdin (format binary)", cancellation);
        await copy.WriteAsync(CopyRows.Head, cancellation);
        await copy.WriteAsync(rows.Written, cancellation);
        await copy.WriteAsync(CopyRows.End, cancellation);
    }
}
