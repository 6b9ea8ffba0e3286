using Npgsql;

namespace Souq.Listings.Counting;

/// <summary>What happened day by day, the oldest first; every list has a number for every day.</summary>
public sealed record Series(IReadOnlyList<int> Views, IReadOnlyList<int> Reveals, IReadOnlyList<int> Favourites, IReadOnlyList<int> Messages)
{
    public static Series Empty(int days) => new(new int[days], new int[days], new int[days], new int[days]);

    public IReadOnlyList<int> this[CountKind kind] => kind switch
    {
        CountKind.Views => Views,
        CountKind.Reveals => Reveals,
        CountKind.Favourites => Favourites,
        _ => Messages,
    };
}

/// <summary>Reads the counts as desks show them; today is the last day.</summary>
public sealed class CountReader(NpgsqlDataSource database, TimeProvider time)
{
    public DateOnly Today => Counts.Day(time.GetUtcNow());

    /// <summary>Of each advert; none for those to which nothing happened.</summary>
    public async Task<IReadOnlyDictionary<Guid, Series>> Of(IReadOnlyCollection<Guid> listings, int days, CancellationToken cancellation = default)
    {
        await using var command = database.CreateCommand(
            $"select listing, day, views, reveals, favourites, messages from {DailyCountsTable.Name} where listing = any($1) and day > $2");
        command.Parameters.Add(new() { Value = listings.ToArray() });
        return await Read(command, days, cancellation);
    }

    /// <summary>Of all adverts of a seller together.</summary>
    public async Task<Series> OfSeller(Guid seller, int days, CancellationToken cancellation = default)
    {
        await using var command = database.CreateCommand(
            $"""
            select seller, day, sum(views)::int, sum(reveals)::int, sum(favourites)::int, sum(messages)::int
            from {DailyCountsTable.Name} where seller = $1 and day > $2 group by 1, 2
            """);
        command.Parameters.Add(new() { Value = seller });
        return (await Read(command, days, cancellation)).GetValueOrDefault(seller, Series.Empty(days));
    }

    private async Task<Dictionary<Guid, Series>> Read(NpgsqlCommand command, int days, CancellationToken cancellation)
    {
        var before = Today.AddDays(-days);
        command.Parameters.Add(new() { Value = before });
        var found = new Dictionary<Guid, int[][]>();
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
        {
            if (!found.TryGetValue(row.GetGuid(0), out var counts))
                found[row.GetGuid(0)] = counts = [new int[days], new int[days], new int[days], new int[days]];
            // A clock that runs ahead elsewhere has no day here yet.
            var at = Math.Min(row.GetFieldValue<DateOnly>(1).DayNumber - before.DayNumber, days) - 1;
            for (var kind = 0; kind < counts.Length; kind++) counts[kind][at] += row.GetInt32(2 + kind);
        }

        return found.ToDictionary(f => f.Key, f => new Series(f.Value[0], f.Value[1], f.Value[2], f.Value[3]));
    }
}
