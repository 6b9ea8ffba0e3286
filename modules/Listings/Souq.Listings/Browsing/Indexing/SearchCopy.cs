using System.Text;
using Npgsql;

namespace Souq.Listings.Browsing.Indexing;

/// <summary>Many new rows of a search table at once.</summary>
internal static class SearchCopy
{
    public static async Task Write(NpgsqlConnection connection, string table, StringBuilder lines, CancellationToken cancellation)
    {
        if (lines.Length == 0) return;
        await using var copy = await connection.BeginTextImportAsync($"copy {table} ({SearchRow.Columns}) from stdin", cancellation);
        foreach (var chunk in lines.GetChunks()) await copy.WriteAsync(chunk, cancellation);
    }
}
