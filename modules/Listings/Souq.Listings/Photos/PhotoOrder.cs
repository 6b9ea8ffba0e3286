namespace Souq.Listings.Photos;

/// <summary>Orders of photos. Pure.</summary>
public static class PhotoOrder
{
    /// <summary>Those named stand in that order; those the list does not know, added meanwhile, come after them as they stood.</summary>
    public static IReadOnlyList<ListingPhoto> Arranged(IReadOnlyList<ListingPhoto> photos, IReadOnlyList<string> ids)
    {
        var places = ids.Distinct().Select((id, place) => (id, place)).ToDictionary(p => p.id, p => p.place);
        return [.. photos.OrderBy(p => places.GetValueOrDefault(p.Id, int.MaxValue))];
    }

    /// <summary>The ids with one of them that many places further on; at an end it stays.</summary>
    public static IReadOnlyList<string> Moved(IReadOnlyList<ListingPhoto> photos, string id, int by)
    {
        var ids = photos.Select(p => p.Id).ToList();
        var place = ids.IndexOf(id);
        if (place < 0) return ids;
        ids.RemoveAt(place);
        ids.Insert(Math.Clamp(place + by, 0, ids.Count), id);
        return ids;
    }
}
