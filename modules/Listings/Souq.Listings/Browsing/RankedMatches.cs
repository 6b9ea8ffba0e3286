using Npgsql;
using Souq.Listings.Browsing.Indexing;

namespace Souq.Listings.Browsing;

/// <summary>An advert among the newest matches of some words.</summary>
/// <param name="Rank">How well it fits, and how new it is; the same whenever it is asked.</param>
internal readonly record struct RankedMatch(Guid Id, long Number, DateTimeOffset ListedAt, long Rank);

/// <summary>
/// The newest matches of words in the order of relevance. A rank does not change while its advert stays as it is: it is remembered for half a minute, and
/// only what was listed since is asked for, or what is not among those that were just found. Whoever shows some of them looks first whether they can
/// still be had.
/// </summary>
public sealed class RankedMatches(SearchReader reader, TimeProvider time) : IDisposable
{
    /// <summary>Searches, of a thousand matches each.</summary>
    private const int Most = 400;

    /// <summary>Fewer are ranked at once.</summary>
    private const int Worth = 50;

    // Words in the title count ten times those in the description; a match as good but five days older stands behind. It does not depend on
    // when it is asked, so that a page continues the one before.
    private const string Rank =
        "((ln(ts_rank(array[0.05, 0.1, 0.6, 1]::float4[], words, {0}::tsquery) + 0.001) + extract(epoch from listed_at)::float8 / 432000) * 1000000)::bigint as rank";

    private const string Columns = "id, number, listed_at, ";

    private readonly AheadMemory<IReadOnlyList<RankedMatch>> memory = new(Most);

    public void Dispose() => memory.Dispose();

    /// <param name="newest">The adverts of the sample, where they were just read.</param>
    /// <param name="many">There are more matches than the sample holds.</param>
    /// <returns>The best first, at most <see cref="SearchSample.Size"/>.</returns>
    internal async Task<IReadOnlyList<RankedMatch>> Of(SearchFilter filter, IReadOnlyList<Guid>? newest, bool many, CancellationToken cancellation)
    {
        // How far back some look moves with the clock: what they found a moment ago may be too old.
        var whole = many && filter.Since is null;
        var key = (filter.Key([]), whole);
        if (newest is not null) return await Among(newest, key, filter, cancellation);
        if (!whole) return await Find(filter, null, cancellation);
        if (memory.Of(key, async () => await Find(filter, null, CancellationToken.None)) is { Count: > 0 } known)
        {
            var newer = await Newer(filter, known.MaxBy(m => (m.ListedAt, m.Number)), cancellation);
            if (newer.Count == 0) return known;
            var now = Joined(known, newer);
            memory.Replace(key, known, now);
            return now;
        }

        var found = await Find(filter, null, cancellation);
        memory.Set(key, found);
        return found;
    }

    /// <summary>Of adverts that were just found, only those are ranked whose rank is not known.</summary>
    private async Task<IReadOnlyList<RankedMatch>> Among(IReadOnlyList<Guid> newest, object key, SearchFilter filter, CancellationToken cancellation)
    {
        if (newest.Count < Worth) return await Find(filter, newest, cancellation);
        var (ids, before) = (newest.ToHashSet(), memory.Of(key, () => Task.FromResult<IReadOnlyList<RankedMatch>?>(null)));
        var known = (before ?? []).Where(m => ids.Remove(m.Id)).ToList();
        if (ids.Count == 0) return known;
        IReadOnlyList<RankedMatch> found = [.. (await Find(filter, [.. ids], cancellation)).Concat(known).OrderByDescending(m => m.Rank).ThenByDescending(m => m.Number)];
        if (before is null) memory.Set(key, found);
        else memory.Replace(key, before, found);
        return found;
    }

    /// <summary>The newest of both, each advert once and as it is now.</summary>
    private static IReadOnlyList<RankedMatch> Joined(IReadOnlyList<RankedMatch> known, IReadOnlyList<RankedMatch> newer) =>
    [
        .. newer.Concat(known).DistinctBy(m => m.Id).OrderByDescending(m => m.ListedAt).ThenByDescending(m => m.Number).Take(SearchSample.Size)
            .OrderByDescending(m => m.Rank).ThenByDescending(m => m.Number),
    ];

    /// <summary>SQL with a parameter of the words in it, as <c>rank</c>.</summary>
    private static SearchStatement Ranked(string columns, SearchFilter filter) =>
        new SearchStatement().Add("select ").Add(columns).Add(Rank, filter.Words!).Add(" from ").Add(SearchTable.Name).Add(" where ");

    private async Task<IReadOnlyList<RankedMatch>> Find(SearchFilter filter, IReadOnlyList<Guid>? newest, CancellationToken cancellation)
    {
        newest ??= await reader.Newest(filter, SearchSample.Bare, SearchSample.Size, row => row.GetGuid(0), cancellation: cancellation);
        var found = await reader.Read(Ranked(Columns, filter).Add("available and id = any({0})", newest.ToArray()), Match, cancellation);
        return [.. found.OrderByDescending(m => m.Rank).ThenByDescending(m => m.Number)];
    }

    private Task<List<RankedMatch>> Newer(SearchFilter filter, RankedMatch than, CancellationToken cancellation)
    {
        var (from, to) = (Slots.OfTime(than.ListedAt), Slots.OfTime(time.GetUtcNow()) + 1);
        var statement = Ranked(Columns, filter);
        statement = Slots.Cover(SearchTags.Time, Math.Min(from, to), to) is { } cover ? statement.Matching(filter, SearchTags.Any(cover)) : statement.Matching(filter);
        return reader.Read(
            statement.Add(" and (listed_at, number) > ({0}, {1})", than.ListedAt, than.Number).Add($" {SearchReader.NewestFirst} limit {SearchSample.Size}"), Match, cancellation);
    }

    private static RankedMatch Match(NpgsqlDataReader row) => new(row.GetGuid(0), row.GetInt64(1), row.GetFieldValue<DateTimeOffset>(2), row.GetInt64(3));
}
