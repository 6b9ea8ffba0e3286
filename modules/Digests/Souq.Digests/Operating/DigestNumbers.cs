using Npgsql;
using Souq.Digests.Sending;

namespace Souq.Digests.Operating;

/// <summary>How the letters of saved searches stand.</summary>
/// <param name="Kept">Searches that letters come of.</param>
/// <param name="Due">Whose moment has come and who has not been written to yet.</param>
/// <param name="Open">Letters that are being written at this moment.</param>
/// <param name="Waiting">Letters that wait for the mail server.</param>
public sealed record DigestCounts(DateTimeOffset? TickedAt, int Kept, int Due, int Open, int Waiting, int Sent, int Unknown, int Refused);

public sealed class DigestNumbers(NpgsqlDataSource database, TimeProvider time)
{
    public async Task<DigestCounts> Read(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var command = database.CreateCommand(
            """
            select (select ticked_at from digests.cursor where id = 1), (select count(*)::int from digests.due), (select count(*)::int from digests.due where next_at <= $1),
              (select count(*)::int from digests.issued where state = 'open'), (select count(*)::int from digests.issued where state = 'postponed'),
              count(*) filter (where state = 'sent')::int, count(*) filter (where state = 'unknown')::int, count(*) filter (where state = 'refused')::int
            from digests.issued where closed_at > $2 and closed_at <= $1
            """);
        DigestBook.Add(command, now, now.AddDays(-1));
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        return new DigestCounts(
            row.IsDBNull(0) ? null : row.GetFieldValue<DateTimeOffset>(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4), row.GetInt32(5), row.GetInt32(6), row.GetInt32(7));
    }
}
