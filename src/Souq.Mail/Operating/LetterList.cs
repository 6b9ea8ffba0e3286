using System.Globalization;
using Npgsql;
using Souq.Mail.Posting;

namespace Souq.Mail.Operating;

/// <summary>A letter as an operator sees it: when, what about, how it stands. Not to whom.</summary>
/// <param name="State">One of <see cref="LetterList.States"/>.</param>
/// <param name="Again">How often it was written again.</param>
public sealed record LedgerLine(
    string Key, string Kind, string Domain, string State, string? Answer, int Attempts, DateTimeOffset FirstAt, DateTimeOffset LastAt, string? Node, bool CanAgain, int Again);

/// <param name="Next">Where the next page begins; <c>null</c> on the last one.</param>
public sealed record LedgerPage(IReadOnlyList<LedgerLine> Lines, string? Next);

/// <summary>The last letters, the newest first.</summary>
public sealed class LetterList(NpgsqlDataSource database, LedgerTables tables, IEnumerable<ILettersAgain> writers)
{
    private const int PageSize = 40;

    /// <summary>How letters can be asked for; also the words for how one stands.</summary>
    public static IReadOnlyList<string> States { get; } = ["accepted", "waiting", "unknown", "refused", "bounced", "complained"];

    public static IReadOnlyList<string> Kinds { get; } = ["digest", "notice", "security"];

    // What is rarely asked for has an index of its own; the same words let PostgreSQL see it.
    private const string Odd = "(state <> 'accepted' or returned is not null)";

    private static string Where(string? state) => state switch
    {
        "accepted" => "state = 'accepted' and returned is null",
        "waiting" => $"{Odd} and (state = 'postponed' or (state = 'sending' and last_at >= now() - interval '10 minutes'))",
        "unknown" => $"{Odd} and returned is null and (state = 'unclear' or (state = 'sending' and last_at < now() - interval '10 minutes'))",
        "refused" => $"{Odd} and state = 'refused'",
        "bounced" => $"{Odd} and returned in ('hard', 'soft')",
        "complained" => $"{Odd} and returned = 'complaint'",
        _ => "true",
    };

    private const string StateOf =
        """
        case when returned = 'complaint' then 'complained' when returned is not null then 'bounced' when state in ('accepted', 'refused') then state
          when state = 'postponed' or (state = 'sending' and last_at >= now() - interval '10 minutes') then 'waiting' else 'unknown' end
        """;

    private const string Columns = $"key, kind, coalesce(domain, ''), {StateOf}, answer, attempts, first_at, last_at, node, split_part(coalesce(origin, ''), ':', 1), again";

    /// <param name="state">One of <see cref="States"/>; anything else is all.</param>
    /// <param name="after">From <see cref="LedgerPage.Next"/>.</param>
    public async Task<LedgerPage> Read(string? state, string? kind, string? after, CancellationToken cancellation)
    {
        await tables.Create(cancellation);
        var (at, key) = Cursor(after);
        await using var command = database.CreateCommand(
            $"""
            select {Columns} from mail.letters
            where {Where(state)} and ($1 = '' or kind = $1) and first_at <= $2 and (first_at < $2 or key < $3)
            order by first_at desc, key desc limit {PageSize + 1}
            """);
        LetterLedger.Add(command, Kinds.Contains(kind) ? kind! : "", at, key);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<LedgerLine> lines = [];
        while (await reader.ReadAsync(cancellation))
            lines.Add(await Line(reader, cancellation));
        var page = lines.Take(PageSize).ToList();
        return new LedgerPage(page, lines.Count > PageSize ? $"{page[^1].FirstAt.UtcTicks}~{page[^1].Key}" : null);
    }

    public async Task<LedgerLine?> Find(string key, CancellationToken cancellation)
    {
        await tables.Create(cancellation);
        await using var command = database.CreateCommand($"select {Columns} from mail.letters where key = $1");
        LetterLedger.Add(command, key);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? await Line(reader, cancellation) : null;
    }

    private async Task<LedgerLine> Line(NpgsqlDataReader reader, CancellationToken cancellation) => new(
        reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3),
        await reader.IsDBNullAsync(4, cancellation) ? null : reader.GetString(4), reader.GetInt32(5),
        reader.GetFieldValue<DateTimeOffset>(6), reader.GetFieldValue<DateTimeOffset>(7),
        await reader.IsDBNullAsync(8, cancellation) ? null : reader.GetString(8),
        reader.GetString(3) != "waiting" && writers.Any(w => w.Word == reader.GetString(9)), reader.GetInt32(10));

    private static (DateTimeOffset At, string Key) Cursor(string? typed)
    {
        var parts = (typed ?? "").Split('~', 2);
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks && !parts[1].Contains('\0', StringComparison.Ordinal)
            ? (new DateTimeOffset(ticks, TimeSpan.Zero), parts[1])
            : (DateTimeOffset.MaxValue, "");
    }
}
