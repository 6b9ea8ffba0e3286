using Npgsql;
using Souq.Catalog.Contracts;
using Souq.Moderation.Staff;

namespace Souq.Moderation.Queue;

/// <summary>So many cases are the same in all that one can filter by.</summary>
/// <param name="Waits">How many of <see cref="QueueFilter.Waits"/> they wait at least.</param>
/// <param name="Appealed">They are for seniors.</param>
public sealed record QueueGroup(string Kind, int SectionId, string? Language, RiskGrade Risk, int Waits, int Count, bool Appealed = false)
{
    public bool Is(QueueFilter filter, CatalogSnapshot catalog) =>
        (filter.Kind is null || filter.Kind == Kind)
        && (filter.Section is null || catalog.Section(SectionId)?.Path.Contains(filter.Section.Id) == true)
        && (filter.Language is null || filter.Language == Language)
        && (filter.Risk is null || filter.Risk == Risk)
        && (filter.Wait is null || Waits > QueueFilter.Waits.ToList().IndexOf(filter.Wait.Value));
}

/// <param name="IsAll">False when there are more cases than are counted: then each count is the least there are.</param>
public sealed record QueueCensus(IReadOnlyList<QueueGroup> Groups, bool IsAll)
{
    public int Count(QueueFilter filter, CatalogSnapshot catalog) => Groups.Where(g => g.Is(filter, catalog)).Sum(g => g.Count);
}

/// <summary>Counts the cases behind each filter, all in one look at those that wait longest.</summary>
public sealed class QueueCensusReader(NpgsqlDataSource source, Scopes scopes, TimeProvider time)
{
    public const int Most = 10_000;

    private const string Counted = """
        select subject_kind, section_id, language, grade, appealed, wait, count(*)::int
        from (
          select subject_kind, section_id, language, grade, data -> 'why' @> '["appealed"]' as appealed,
            (select count(*)::int from unnest($1::timestamptz[]) as before where since <= before) as wait
          from moderation.mt_doc_queueitem where (data ->> 'intended')::boolean is not true order by since, number limit $2
        ) as oldest
        group by 1, 2, 3, 4, 5, 6
        """;

    public async Task<QueueCensus> Read(Guid moderator, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var command = source.CreateCommand(Counted);
        command.Parameters.Add(new NpgsqlParameter { Value = QueueFilter.Waits.Select(w => now - TimeSpan.FromHours(w)).ToArray() });
        command.Parameters.Add(new NpgsqlParameter { Value = Most + 1 });
        var groups = new List<QueueGroup>();
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
            groups.Add(new(
                row.IsDBNull(0) ? "" : row.GetString(0), row.IsDBNull(1) ? 0 : row.GetInt32(1), row.IsDBNull(2) ? null : row.GetString(2),
                row.IsDBNull(3) || !Enum.TryParse<RiskGrade>(row.GetString(3), out var grade) ? RiskGrade.Low : grade, row.GetInt32(5), row.GetInt32(6),
                !row.IsDBNull(4) && row.GetBoolean(4)));
        var total = groups.Sum(g => g.Count);
        var scope = await scopes.Of(moderator, cancellation);
        return new([.. groups.Where(g => scope.Covers(g.SectionId) && (scope.Senior || !g.Appealed))], total <= Most);
    }
}
