using Npgsql;
using Souq.Mail.Posting;

namespace Souq.Mail.Operating;

/// <param name="About">A key or an id; never an address.</param>
public sealed record PostAct(DateTimeOffset At, Guid By, string Act, string? About);

/// <summary>What operators do to the post, written down in the same statement.</summary>
public sealed class PostActs(NpgsqlDataSource database, LedgerTables tables)
{
    private const int Shown = 20;

    private static readonly string[] Held = [LetterLedger.KindName(LetterKind.Digest), LetterKind.Notice.ToString().ToLowerInvariant()];

    /// <summary>Since when digests and notices are held back; <c>null</c> when they are not. Security mails never are.</summary>
    public async Task<DateTimeOffset?> PausedSince(CancellationToken cancellation)
    {
        await tables.Create(cancellation);
        await using var command = database.CreateCommand("select min(at) from mail.paused");
        return await command.ExecuteScalarAsync(cancellation) is DateTime at ? at : null;
    }

    public Task Pause(Guid by, CancellationToken cancellation) => Run(
        """
        with held as (insert into mail.paused (kind, by_person) select unnest($2::text[]), $1 on conflict do nothing returning 1)
        insert into mail.acts (by_person, act) select $1, 'paused' where exists (select from held)
        """, cancellation, by, Held);

    public Task GoOn(Guid by, CancellationToken cancellation) => Run(
        """
        with freed as (delete from mail.paused returning 1)
        insert into mail.acts (by_person, act) select $1, 'went-on' where exists (select from freed)
        """, cancellation, by);

    public Task Note(Guid by, string act, string? about, CancellationToken cancellation) =>
        Run("insert into mail.acts (by_person, act, about) values ($1, $2, nullif($3, ''))", cancellation, by, act, about ?? "");

    public async Task<IReadOnlyList<PostAct>> Last(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"select at, by_person, act, about from mail.acts order by id desc limit {Shown}");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<PostAct> acts = [];
        while (await reader.ReadAsync(cancellation))
            acts.Add(new(reader.GetFieldValue<DateTimeOffset>(0), reader.GetGuid(1), reader.GetString(2), await reader.IsDBNullAsync(3, cancellation) ? null : reader.GetString(3)));
        return acts;
    }

    private async Task Run(string sql, CancellationToken cancellation, params object[] values)
    {
        await tables.Create(cancellation);
        await using var command = database.CreateCommand(sql);
        LetterLedger.Add(command, values);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
