using Npgsql;
using Souq.Listings.Browsing;
using Souq.Listings.Browsing.Indexing;
using Souq.Listings.Contracts;
using Souq.Listings.Counting;

namespace Souq.Listings.Desk;

/// <inheritdoc cref="ISellerReports"/>
public sealed class SellerReports(NpgsqlDataSource database) : ISellerReports
{
    private const int Days = 7;

    public async Task<IReadOnlyDictionary<Guid, SellerReport>> Of(IReadOnlyCollection<Guid> sellers, DateTimeOffset until, CancellationToken cancellation)
    {
        if (sellers.Count == 0) return new Dictionary<Guid, SellerReport>();
        var (who, today) = (sellers.Distinct().ToArray(), Counts.Day(until));
        var on = await OnMarket(who, cancellation);
        var weeks = await Weeks(who, today, cancellation);
        var waiting = await Waiting(who, cancellation);
        var ending = (await Ending(who, until, cancellation)).ToLookup(e => e.Listing.Listing.SellerId);
        var best = (await Best(who, today, cancellation)).ToLookup(b => b.Listing.SellerId);
        return who.Where(s => on.ContainsKey(s) || weeks.ContainsKey(s)).ToDictionary(s => s, s =>
        {
            var days = weeks.GetValueOrDefault(s) ?? Empty();
            return new SellerReport(
                on.GetValueOrDefault(s), Sum(days[Days..]), Sum(days[..Days]), [.. days[Days..].Select(d => d.Views)], waiting.GetValueOrDefault(s),
                [.. ending[s].Select(e => e.Listing)], ending[s].Select(e => e.All).FirstOrDefault(), [.. best[s]]);
        });
    }

    private static WeekNumbers[] Empty() => [.. Enumerable.Repeat(new WeekNumbers(0, 0, 0, 0), 2 * Days)];

    private static WeekNumbers Sum(WeekNumbers[] days) =>
        new(days.Sum(d => d.Views), days.Sum(d => d.Reveals), days.Sum(d => d.Favourites), days.Sum(d => d.Messages));

    /// <summary>Two weeks of each, day by day up to yesterday.</summary>
    private async Task<Dictionary<Guid, WeekNumbers[]>> Weeks(Guid[] sellers, DateOnly today, CancellationToken cancellation)
    {
        var weeks = new Dictionary<Guid, WeekNumbers[]>();
        var first = today.AddDays(-2 * Days);
        await Read(
            $"""
            select seller, day, sum(views)::int, sum(reveals)::int, sum(favourites)::int, sum(messages)::int
            from {DailyCountsTable.Name} where seller = any($1) and day >= $2 and day < $3 group by 1, 2
            """,
            row =>
            {
                if (!weeks.TryGetValue(row.GetGuid(0), out var days)) weeks[row.GetGuid(0)] = days = Empty();
                days[row.GetFieldValue<DateOnly>(1).DayNumber - first.DayNumber] = new WeekNumbers(row.GetInt32(2), row.GetInt32(3), row.GetInt32(4), row.GetInt32(5));
            },
            cancellation, sellers, first, today);
        return weeks;
    }

    private Task<Dictionary<Guid, int>> OnMarket(Guid[] sellers, CancellationToken cancellation) =>
        Numbers($"select seller_id, count(*)::int from {SearchTable.Name} where available and seller_id = any($1) group by 1", sellers, cancellation);

    private Task<Dictionary<Guid, int>> Waiting(Guid[] sellers, CancellationToken cancellation) => Numbers(
        $"select seller, count(*)::int from {EnquiriesTable.Name} where seller = any($1) and asked > coalesce(answered, '-infinity') group by 1", sellers, cancellation);

    private async Task<List<(EndingListing Listing, int All)>> Ending(Guid[] sellers, DateTimeOffset until, CancellationToken cancellation)
    {
        var ending = new List<(EndingListing, int)>();
        await Read(
            $"""
            select {FoundRow.Columns}, l.expires_at, l.inall from (
              select id, expires_at, row_number() over (partition by seller_id order by expires_at, id) as place, count(*) over (partition by seller_id)::int as inall
              from listings.mt_doc_listing where seller_id = any($1) and life = 'Published' and expires_at >= $2 and expires_at < $3) l
            join {SearchTable.Name} s on s.id = l.id and s.available where l.place <= {SellerReport.MostEnding} order by l.expires_at, l.id
            """,
            row => ending.Add((new EndingListing(FoundRow.Read(row), row.GetFieldValue<DateTimeOffset>(FoundRow.Width)), row.GetInt32(FoundRow.Width + 1))),
            cancellation, sellers, until.ToUniversalTime(), until.AddDays(Days).ToUniversalTime());
        return ending;
    }

    private async Task<List<ViewedListing>> Best(Guid[] sellers, DateOnly today, CancellationToken cancellation)
    {
        var best = new List<ViewedListing>();
        await Read(
            $"""
            select {FoundRow.Columns}, v.views from (
              select listing, views, row_number() over (partition by seller order by views desc, listing) as place from (
                select seller, listing, sum(views)::int as views from {DailyCountsTable.Name} where seller = any($1) and day >= $2 and day < $3 group by 1, 2) c
              where views > 0) v
            join {SearchTable.Name} s on s.id = v.listing and s.available where v.place <= {SellerReport.MostBest} order by v.views desc, s.id
            """,
            row => best.Add(new ViewedListing(FoundRow.Read(row), row.GetInt32(FoundRow.Width))), cancellation, sellers, today.AddDays(-Days), today);
        return best;
    }

    private async Task<Dictionary<Guid, int>> Numbers(string sql, Guid[] sellers, CancellationToken cancellation)
    {
        var numbers = new Dictionary<Guid, int>();
        await Read(sql, row => numbers[row.GetGuid(0)] = row.GetInt32(1), cancellation, sellers);
        return numbers;
    }

    private async Task Read(string sql, Action<NpgsqlDataReader> take, CancellationToken cancellation, params object[] values)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation)) take(row);
    }
}
