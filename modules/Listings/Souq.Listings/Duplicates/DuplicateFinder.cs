using Marten;
using Npgsql;
using Souq.Listings.Contracts;

namespace Souq.Listings.Duplicates;

/// <summary>Looks for the same thing offered twice: by its seller, who is told, and under others' names, which a moderator should see.</summary>
public sealed class DuplicateFinder(IListingsStore store, NpgsqlDataSource source)
{
    /// <summary>Own adverts of a section that are compared, the newest first.</summary>
    private const int Own = 200;

    /// <summary>A picture that more sellers than this show is one from a maker's catalogue.</summary>
    private const int StockSellers = 5;

    /// <summary>An older advert of the same seller, on the market or waiting for it, that is about the same thing; <c>null</c> when there is none.</summary>
    public async Task<Listing?> OfSameSeller(Listing listing, CancellationToken cancellation = default)
    {
        await using var session = store.QuerySession();
        var own = await session.Query<Listing>()
            .Where(l => l.SellerId == listing.SellerId && l.Id != listing.Id && (l.Life == ListingLife.Published || l.Life == ListingLife.NotYet))
            .OrderByDescending(l => l.Number).Take(Own).ToListAsync(cancellation);
        return own.Where(l => l.IsOnMarket || l.Review == ListingReview.Waiting)
            .Where(l => Likeness.IsSame(listing.Draft, l.Review == ListingReview.Waiting ? l.Draft : l.Shown)).MinBy(l => l.Number);
    }

    /// <summary>Adverts of others on the market that show the same pictures, one of each seller.</summary>
    public async Task<IReadOnlyList<ListingFlag>> OfOthers(Listing listing, CancellationToken cancellation = default)
    {
        var flags = new Dictionary<long, ListingFlag>();
        foreach (var hash in listing.Draft.Photos.Select(p => p.Hash).OfType<ulong>().Distinct())
        {
            var found = await Find(hash, listing.SellerId, cancellation);
            if (found.Count <= StockSellers)
                foreach (var number in found) flags.TryAdd(number, new ListingFlag(ListingFlag.SamePhotos, number));
        }

        return [.. flags.Values];
    }

    private async Task<IReadOnlyList<long>> Find(ulong hash, Guid notOf, CancellationToken cancellation)
    {
        var mirror = PhotoHash.Mirror(hash);
        await using var command = source.CreateCommand($"""
            select min(number) from {PhotoHashTable.Name}
            where bands && $1 and seller_id <> $2
              and least(bit_count(hash # $3::bit(64)), bit_count(hash # $4::bit(64))) <= {PhotoHash.Same}
            group by seller_id order by 1 limit {StockSellers + 1}
            """);
        command.Parameters.Add(new() { Value = PhotoHashTable.BandsOf(hash).Concat(PhotoHashTable.BandsOf(mirror)).ToArray() });
        command.Parameters.Add(new() { Value = notOf });
        command.Parameters.Add(new() { Value = PhotoHashTable.Bits(hash) });
        command.Parameters.Add(new() { Value = PhotoHashTable.Bits(mirror) });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var numbers = new List<long>();
        while (await reader.ReadAsync(cancellation)) numbers.Add(reader.GetInt64(0));
        return numbers;
    }
}
