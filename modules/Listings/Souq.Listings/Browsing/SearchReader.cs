using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Souq.Listings.Browsing.Indexing;

namespace Souq.Listings.Browsing;

/// <summary>
/// Reads <see cref="SearchTable"/> newest first, and stops where enough is found. Words and tags are looked up in one index; since that index
/// knows no order, age is asked for in slots: the newest few hours first, then as far back as what was found lets expect.
/// </summary>
public sealed class SearchReader(IServiceProvider services, TimeProvider time) : IDisposable
{
    /// <summary>Key of the connections it uses, on which PostgreSQL keeps one plan for each question; where none is registered, the common ones.</summary>
    public const string Source = "search";

    /// <summary>Seconds after which a question is given up.</summary>
    internal const int Patience = 5;

    // Only an expression keeps PostgreSQL from walking the index of ages and looking at every advert on the way.
    internal const string NewestFirst = "order by listed_at + interval '0' desc, number desc";

    /// <summary>What is left to be found is asked for in so many steps, so that each question is one of a few that PostgreSQL knows.</summary>
    private const int Steps = 4;

    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(10);

    /// <summary>How many matches a slot holds, by what was asked: where it is known, a search begins as far back as it will have to go.</summary>
    private readonly MemoryCache dense = new(new MemoryCacheOptions { SizeLimit = 20_000 });

    private readonly NpgsqlDataSource source = services.GetKeyedService<NpgsqlDataSource>(Source) ?? services.GetRequiredService<NpgsqlDataSource>();

    /// <summary>The newest rows that fit, at most so many, the newest first.</summary>
    /// <param name="before">Where the page before ended.</param>
    /// <param name="more">Parts of a tsquery that must be met too.</param>
    internal async Task<List<T>> Newest<T>(
        SearchFilter filter, string columns, int limit, Func<NpgsqlDataReader, T> read, (DateTimeOffset At, long Number)? before = null,
        IReadOnlyList<string>? more = null, CancellationToken cancellation = default)
    {
        // A forged place in the list may lie before all time.
        if (filter.Impossible || before is { At.Year: < 2000 }) return [];
        if (filter.Scopes.Count > 0 && more is null) return await Read(InScopes(filter, columns, limit, before), read, cancellation);
        if (filter.IsSmall) return await Read(Older(Select(columns).Matching(filter, more ?? []), before).Add($" order by listed_at desc, number desc limit {limit}"), read, cancellation);

        var rows = new List<T>();
        var now = time.GetUtcNow();
        var from = before is { } end && end.At < now ? end.At : now;
        var asked = filter.Key(more ?? []);
        var reach = new SearchReach(limit, dense.TryGetValue(asked, out double known) ? known : null, from, filter.Since);
        var (last, step) = (from, (limit + Steps - 1) / Steps);
        do
        {
            rows.AddRange(await Read(Between(filter, columns + ", listed_at", (limit - rows.Count + step - 1) / step * step, before, more ?? [], reach), row =>
            {
                last = row.GetFieldValue<DateTimeOffset>(row.FieldCount - 1);
                return read(row);
            }, cancellation));
        }
        while (reach.Goes(rows.Count));
        dense.Set(asked, reach.Rate(rows.Count, last), new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Memory });
        if (rows.Count > limit) rows.RemoveRange(limit, rows.Count - limit);
        return rows;
    }

    public void Dispose() => dense.Dispose();

    internal async Task<List<T>> Read<T>(SearchStatement statement, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var command = statement.On(connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation)) rows.Add(read(reader));
        return rows;
    }

    internal static SearchStatement Select(string columns) => new SearchStatement().Add("select ").Add(columns).Add($" from {SearchTable.Name} where ");

    private static SearchStatement Between(
        SearchFilter filter, string columns, int limit, (DateTimeOffset, long)? before, IReadOnlyList<string> more, SearchReach reach)
    {
        var statement = Select(columns);
        if (reach.Bottom > long.MinValue && Slots.Cover(SearchTags.Time, reach.Bottom, reach.Top) is { } cover) statement.Matching(filter, [.. more, SearchTags.Any(cover)]);
        else
        {
            statement.Matching(filter, more);
            if (reach.Top < reach.Newest) statement.Add(" and listed_at < {0}", DateTimeOffset.FromUnixTimeSeconds((reach.Top + 1) * Slots.TimeSlot));
            if (reach.Bottom > long.MinValue) statement.Add(" and listed_at >= {0}", DateTimeOffset.FromUnixTimeSeconds(reach.Bottom * Slots.TimeSlot));
        }

        return Older(statement, before).Add($" {NewestFirst} limit {limit}");
    }

    /// <summary>Each scope in the order of its own index, and the newest of them all.</summary>
    private static SearchStatement InScopes(SearchFilter filter, string columns, int limit, (DateTimeOffset, long)? before)
    {
        if (filter.Scopes.Count == 1) return InScope(Select(columns), filter, filter.Scopes[0], limit, before);
        var statement = new SearchStatement().Add($"select {columns} from (");
        for (var i = 0; i < filter.Scopes.Count; i++)
            InScope(statement.Add(i == 0 ? "(select * from " : " union all (select * from ").Add(SearchTable.Name).Add(" where "), filter, filter.Scopes[i], limit, before).Add(")");
        return statement.Add($") listed order by listed_at desc, number desc limit {limit}");
    }

    private static SearchStatement InScope(SearchStatement statement, SearchFilter filter, IReadOnlyList<Condition> scope, int limit, (DateTimeOffset, long)? before) =>
        Older(statement.Add("available").Checked(scope).Checked(filter.Checks), before).Add($" order by listed_at desc, number desc limit {limit}");

    private static SearchStatement Older(SearchStatement statement, (DateTimeOffset At, long Number)? before) =>
        before is { } end ? statement.Add(" and (listed_at, number) < ({0}, {1})", end.At, end.Number) : statement;
}
