using Npgsql;

namespace Souq.Listings.Numbers;

/// <summary>Deals out the short public numbers of adverts, from a sequence: no two nodes ever deal the same one.</summary>
public sealed class ListingNumbers(NpgsqlDataSource source)
{
    public const string Sequence = "listing_numbers";

    public async Task<long> Next(CancellationToken cancellation = default)
    {
        await using var command = source.CreateCommand($"select nextval('listings.{Sequence}')");
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>Several at once, for imports.</summary>
    public async Task<IReadOnlyList<long>> Next(int count, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand($"select nextval('listings.{Sequence}') from generate_series(1, $1)");
        command.Parameters.Add(new() { Value = count });
        var numbers = new List<long>(count);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) numbers.Add(reader.GetInt64(0));
        return numbers;
    }
}
