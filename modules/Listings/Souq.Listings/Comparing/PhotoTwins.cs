using Npgsql;
using Souq.Listings.Duplicates;

namespace Souq.Listings.Comparing;

/// <summary>A photo that another advert shows too.</summary>
/// <param name="OwnPhotoId">Of the advert that is looked at.</param>
/// <param name="SameSeller">The other advert is the same seller's.</param>
public sealed record PhotoTwin(string OwnPhotoId, string PhotoId, long Number, string Title, bool SameSeller);

/// <summary>Finds where else on the market the photos of an advert are shown, by what they look like.</summary>
public sealed class PhotoTwins(IListingsStore store, NpgsqlDataSource source)
{
    /// <summary>Of one photo; more say nothing new.</summary>
    private const int Most = 4;

    private const string Alike = $"""
        select distinct on (listing_id) listing_id, photo_id
        from {PhotoHashTable.Name}
        where bands && $1 and listing_id <> $2 and least(bit_count(hash # $3::bit(64)), bit_count(hash # $4::bit(64))) <= $5
        order by listing_id limit $6
        """;

    public async Task<IReadOnlyList<PhotoTwin>> Of(Listing listing, ListingContent content, CancellationToken cancellation = default)
    {
        var found = new List<(string Own, Guid Listing, string Photo)>();
        foreach (var photo in content.Photos)
            if (photo.Hash is { } hash) found.AddRange((await Find(hash, listing.Id, cancellation)).Select(f => (photo.Id, f.Listing, f.Photo)));
        if (found.Count == 0) return [];
        await using var session = store.QuerySession();
        var others = (await session.LoadManyAsync<Listing>(cancellation, found.Select(f => f.Listing).Distinct())).ToDictionary(l => l.Id);
        return [.. from f in found
                   where others.ContainsKey(f.Listing)
                   let other = others[f.Listing]
                   select new PhotoTwin(f.Own, f.Photo, other.Number, other.Shown.Title, other.SellerId == listing.SellerId)];
    }

    private async Task<IReadOnlyList<(Guid Listing, string Photo)>> Find(ulong hash, Guid notIn, CancellationToken cancellation)
    {
        var mirror = PhotoHash.Mirror(hash);
        await using var command = source.CreateCommand(Alike);
        command.Parameters.Add(new() { Value = PhotoHashTable.BandsOf(hash).Concat(PhotoHashTable.BandsOf(mirror)).ToArray() });
        command.Parameters.Add(new() { Value = notIn });
        command.Parameters.Add(new() { Value = PhotoHashTable.Bits(hash) });
        command.Parameters.Add(new() { Value = PhotoHashTable.Bits(mirror) });
        command.Parameters.Add(new() { Value = PhotoHash.Same });
        command.Parameters.Add(new() { Value = Most });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<(Guid, string)>();
        while (await reader.ReadAsync(cancellation)) found.Add((reader.GetGuid(0), reader.GetString(1)));
        return found;
    }
}
