using System.Globalization;
using Npgsql;

namespace Souq.Moderation.Live;

/// <summary>Whether anything happened in any case since somebody last looked, on whichever node: one look at the end of an index.</summary>
public sealed class LivePulse(NpgsqlDataSource source, TimeProvider time)
{
    /// <summary>
    /// What is written later may be seen earlier: an event that was overtaken is noticed after this many seconds at the latest; and so are leases
    /// that run out, of which no event tells.
    /// </summary>
    private const int Patience = 10;

    public async Task<string> Beat(CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("select coalesce(max(seq_id), 0) from moderation.mt_events");
        var newest = (long)(await command.ExecuteScalarAsync(cancellation))!;
        return string.Create(CultureInfo.InvariantCulture, $"{newest}-{time.GetUtcNow().ToUnixTimeSeconds() / Patience}");
    }
}
