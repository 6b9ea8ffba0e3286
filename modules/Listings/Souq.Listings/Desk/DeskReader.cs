using Marten;
using Marten.Linq.MatchesSql;
using Npgsql;
using Souq.Listings.Api;

namespace Souq.Listings.Desk;

/// <summary>A seller's own adverts as his desk lists them.</summary>
public sealed class DeskReader(IListingsStore store, NpgsqlDataSource database)
{
    /// <summary>In the order of the tabs.</summary>
    public static readonly IReadOnlyList<string> States = ["published", "waiting", "draft", "refused", "expired", "hidden", "sold", "withdrawn", "removed"];

    /// <summary>How many there are in each state; states without any are left out.</summary>
    public async Task<IReadOnlyDictionary<string, int>> Counts(Guid seller, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("""
            select case when life in ('Sold', 'Withdrawn', 'Removed', 'Hidden') then lower(life)
              when data ->> 'review' in ('Waiting', 'Refused') then lower(data ->> 'review')
              when life = 'NotYet' then 'draft' else lower(life) end, count(*)::int
            from listings.mt_doc_listing where seller_id = $1 group by 1
            """);
        command.Parameters.Add(new() { Value = seller });
        var counts = new Dictionary<string, int>();
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation)) counts[row.GetString(0)] = row.GetInt32(1);
        return counts;
    }

    /// <summary>Newest first, at most so many before a number.</summary>
    /// <param name="words">Part of a title, or a number.</param>
    public async Task<IReadOnlyList<Listing>> Find(
        Guid seller, string? state, string? words, long? before, int limit, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        var query = session.Query<Listing>().Where(l => l.SellerId == seller);
        if (state is not null) query = query.Where(OwnListings.States[state]);
        if (before is { } number) query = query.Where(l => l.Number < number);
        if (long.TryParse(words, out var exact)) query = query.Where(l => l.Number == exact);
        else if (!string.IsNullOrWhiteSpace(words))
            query = query.Where(l => l.MatchesSql(
                "coalesce(d.data -> 'written' ->> 'title', d.data -> 'public' ->> 'title', '') ilike ?", $"%{words.Replace("\\", "").Replace("%", "").Replace("_", "\\_")}%"));
        return await query.OrderByDescending(l => l.Number).Take(limit).ToListAsync(cancellation);
    }
}
