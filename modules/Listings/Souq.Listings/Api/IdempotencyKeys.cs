using Npgsql;

namespace Souq.Listings.Api;

/// <summary>A request that is ours to work on.</summary>
/// <param name="CreatedAt">When the key was first seen; with person and key it names what this request makes.</param>
/// <param name="ClaimedAt">Our turn at it.</param>
public sealed record Claim(Guid PersonId, string Key, DateTimeOffset CreatedAt, DateTimeOffset ClaimedAt)
{
    /// <summary>Somebody has tried before and did not come to an end: what he did may be done already.</summary>
    public bool IsAgain => CreatedAt != ClaimedAt;
}

/// <summary>Either a claim, an answer given before, or neither: somebody is at it this moment, or the request is another one.</summary>
public sealed record Turn(Claim? Claim, ApiAnswer? Answer, bool IsOther);

/// <summary>
/// Remembers for a day what a request with a key was answered. The unique key in PostgreSQL decides who works on it, on however many
/// nodes; a turn that has not ended after a minute may be taken over, because its node has died.
/// </summary>
public sealed class IdempotencyKeys(NpgsqlDataSource source, TimeProvider time)
{
    public static readonly TimeSpan Memory = TimeSpan.FromHours(24);
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public async Task<Turn> Take(Guid personId, string key, byte[] request, CancellationToken cancellation)
    {
        while (true)
        {
            if (await Claim(personId, key, request, cancellation) is { } claim) return new Turn(claim, null, false);
            await using var command = source.CreateCommand(
                $"select request, status, content_type, location, body from {IdempotencyTable.Name} where person_id = $1 and key = $2");
            Add(command, personId, key);
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            // Tidied away between the two statements.
            if (!await reader.ReadAsync(cancellation)) continue;
            if (!reader.GetFieldValue<byte[]>(0).AsSpan().SequenceEqual(request)) return new Turn(null, null, IsOther: true);
            return new Turn(null, reader.IsDBNull(1) ? null : Kept(reader), false);
        }
    }

    private static ApiAnswer Kept(NpgsqlDataReader reader) =>
        new(reader.GetInt16(1), reader.GetFieldValue<byte[]>(4), reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetString(3)) { IsReplay = true };

    private async Task<Claim?> Claim(Guid personId, string key, byte[] request, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand($"""
            insert into {IdempotencyTable.Name} as k (person_id, key, request, created_at, claimed_at) values ($1, $2, $3, $4, $4)
            on conflict (person_id, key) do update set request = excluded.request, claimed_at = excluded.claimed_at,
              created_at = case when k.created_at < $5 then excluded.created_at else k.created_at end,
              status = null, content_type = null, location = null, body = null
            where k.created_at < $5 or (k.status is null and k.claimed_at < $6 and k.request = excluded.request)
            returning created_at, claimed_at
            """);
        var now = time.GetUtcNow();
        Add(command, personId, key, request, now, now - Memory, now - Patience);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? new Claim(personId, key, reader.GetFieldValue<DateTimeOffset>(0), reader.GetFieldValue<DateTimeOffset>(1)) : null;
    }

    /// <summary>Keeps the answer, unless somebody has taken over meanwhile: then his is kept.</summary>
    public async Task Keep(Claim claim, ApiAnswer answer)
    {
        await using var command = source.CreateCommand($"""
            update {IdempotencyTable.Name} set status = $4, content_type = $5, location = $6, body = $7
            where person_id = $1 and key = $2 and claimed_at = $3
            """);
        Add(command, claim.PersonId, claim.Key, claim.ClaimedAt, (short)answer.Status, answer.ContentType, (object?)answer.Location ?? DBNull.Value, answer.Body);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>It failed in a way that is no answer; the next one need not wait, but must know that somebody was here.</summary>
    public async Task Release(Claim claim)
    {
        await using var command = source.CreateCommand(
            $"update {IdempotencyTable.Name} set claimed_at = '-infinity' where person_id = $1 and key = $2 and claimed_at = $3");
        Add(command, claim.PersonId, claim.Key, claim.ClaimedAt);
        await command.ExecuteNonQueryAsync();
    }

    private static void Add(NpgsqlCommand command, params object[] values)
    {
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
    }
}
