using System.Text.Json;
using System.Text.Json.Serialization;
using Npgsql;
using NpgsqlTypes;

namespace Souq.Digests.Sending;

/// <summary>What becomes of a row of <c>digests.issued</c> that was taken.</summary>
/// <param name="How"><c>null</c>: there was nothing to say, or it is begun anew; the row goes.</param>
/// <param name="Content">What the letter tells.</param>
/// <param name="Moves">When its subscriptions are due next.</param>
public sealed record Settlement(Guid Issue, Guid Subscriber, string? How, DigestContent? Content, IReadOnlyList<DueMove> Moves)
{
    /// <summary>Certainly in the mailbox, or on its way there.</summary>
    public const string Sent = "sent";

    /// <summary>Nobody knows; it is not sent again, and its adverts come in the next letter.</summary>
    public const string Unknown = "unknown";

    /// <summary>The mailbox does not want it.</summary>
    public const string Refused = "refused";

    /// <summary>Not sent yet: the mail server is away, or the post is paused. It is tried again after a while.</summary>
    public const string Postponed = "postponed";
}

/// <param name="Seen">When it was due; whoever has changed that meanwhile is right.</param>
/// <param name="NextAt"><c>null</c>: as soon as something is found.</param>
/// <param name="Covered">Up to where it is told now; <c>null</c> when nothing is known to have arrived.</param>
public sealed record DueMove(Guid Subscription, DateTimeOffset Seen, DateTimeOffset? NextAt, long? Covered);

/// <summary>A letter that was being written when whoever wrote it broke off.</summary>
/// <param name="Content"><c>null</c>: it had not begun to be sent.</param>
public sealed record BrokenIssue(Guid Id, Guid Subscriber, string Period, long Until, DigestContent? Content)
{
    public string Key => DigestLedger.Key(Subscriber, Period);
}

/// <summary>Writes down what letters tell before they leave, and what became of them, for a slice at a time.</summary>
public sealed class DigestLedger(NpgsqlDataSource database, TimeProvider time)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    private static readonly TimeSpan PostponedFor = TimeSpan.FromMinutes(10);

    /// <summary>Of the post: who is written to for which moment.</summary>
    public static string Key(Guid subscriber, string period) => $"digest:{subscriber:n}:{period}";

    /// <summary>What is about to leave. A letter whose words are not here has not been sent.</summary>
    public async Task Write(IReadOnlyList<(Guid Issue, DigestContent Content)> letters, CancellationToken cancellation)
    {
        if (letters.Count == 0) return;
        await using var command = database.CreateCommand(
            "update digests.issued i set content = l.content::jsonb, adverts = l.adverts from unnest($1::uuid[], $2::text[], $3::int[]) l(id, content, adverts) where i.id = l.id");
        DigestBook.Add(command, letters.Select(l => l.Issue).ToArray(), letters.Select(l => JsonSerializer.Serialize(l.Content, Json)).ToArray(), letters.Select(l => l.Content.Shown).ToArray());
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>In one transaction: what became of the letters, of whom which adverts are told, and when the subscriptions are due next.</summary>
    public async Task Settle(IReadOnlyList<Settlement> all, DateTimeOffset wakesAt)
    {
        if (all.Count == 0) return;
        // What has happened is written down even when nobody waits for it any more.
        await using var connection = await database.OpenConnectionAsync(CancellationToken.None);
        await using var transaction = await connection.BeginTransactionAsync(CancellationToken.None);
        var now = time.GetUtcNow();
        var gone = all.Where(s => s.How is null).Select(s => s.Issue).ToArray();
        if (gone.Length > 0) await Run(connection, "delete from digests.issued where id = any($1)", gone);
        var settled = all.Where(s => s.How is not null).ToArray();
        if (settled.Length > 0)
        {
            // One that waits for its turn again is no more needed once another has gone.
            await Run(connection, "delete from digests.issued where state = 'postponed' and subscriber = any($1)", settled.Select(s => s.Subscriber).ToArray());
            await Run(connection, "update digests.issued i set state = s.state, closed_at = case when s.state = 'postponed' then $4 else $3 end from unnest($1::uuid[], $2::text[]) s(id, state) where i.id = s.id",
                settled.Select(s => s.Issue).ToArray(), settled.Select(s => s.How!).ToArray(), now, now + PostponedFor);
        }

        var told = all.Where(s => s.How == Settlement.Sent).SelectMany(s => s.Content!.Parts.SelectMany(p => p.Adverts).Select(a => (s.Subscriber, a.ListingId)))
            .Order().ToArray();
        if (told.Length > 0)
            await Run(connection, "insert into digests.told (subscriber, listing, at) select s, l, $3 from unnest($1::uuid[], $2::uuid[]) t(s, l) on conflict do nothing",
                told.Select(t => t.Subscriber).ToArray(), told.Select(t => t.ListingId).ToArray(), now);
        await Move(connection, [.. all.SelectMany(s => s.Moves)], wakesAt);
        await transaction.CommitAsync(CancellationToken.None);
    }

    /// <summary>Letters that somebody began to write a good while ago.</summary>
    public async Task<IReadOnlyList<BrokenIssue>> Broken(DateTimeOffset before, int most, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            "select id, subscriber, period, until, content::text from digests.issued where state = 'open' and opened_at < $1 order by opened_at limit $2");
        DigestBook.Add(command, before.ToUniversalTime(), most);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<BrokenIssue> broken = [];
        while (await reader.ReadAsync(cancellation))
            broken.Add(new BrokenIssue(reader.GetGuid(0), reader.GetGuid(1), reader.GetString(2), reader.GetInt64(3), reader.IsDBNull(4) ? null : Read(reader.GetString(4))));
        return broken;
    }

    internal static DigestContent? Read(string content) => JsonSerializer.Deserialize<DigestContent>(content, Json);

    // What was found while the letter was on its way woke nobody who was busy: he is looked at again.
    private static async Task Move(NpgsqlConnection connection, IReadOnlyList<DueMove> moves, DateTimeOffset wakesAt)
    {
        if (moves.Count == 0) return;
        await Run(connection,
            """
            with woken as (select woken from digests.cursor where id = 1 for share)
            update digests.due d set
              covered = greatest(d.covered, m.covered),
              next_at = case when d.next_at <> m.seen then d.next_at
                when m.next_at is not null then m.next_at
                when (select woken from woken) > greatest(d.covered, m.covered) then $5
                else 'infinity' end
            from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[], $4::bigint[]) m(subscription, seen, next_at, covered)
            where d.subscription = m.subscription
            """,
            moves.Select(m => m.Subscription).ToArray(), moves.Select(m => m.Seen.ToUniversalTime()).ToArray(),
            new NpgsqlParameter { Value = moves.Select(m => m.NextAt?.UtcDateTime).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz },
            new NpgsqlParameter { Value = moves.Select(m => m.Covered).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint },
            wakesAt.ToUniversalTime());
    }

    private static async Task Run(NpgsqlConnection connection, string sql, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(value as NpgsqlParameter ?? DigestBook.Parameter(value));
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }
}
