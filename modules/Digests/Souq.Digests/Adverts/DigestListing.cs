using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Listings.Contracts;

namespace Souq.Digests.Adverts;

/// <summary>
/// What a digest says of an advert, kept from the facts of the listings. Facts may come late, twice and in any order; each is folded in
/// by its own time.
/// </summary>
public sealed record DigestListing
{
    public Guid Id { get; init; }
    public long Number { get; init; }
    public int Revision { get; init; }
    public string Title { get; init; } = "";
    public Price? Price { get; init; }

    /// <summary>Older news of its price change nothing.</summary>
    public DateTimeOffset PricedAt { get; init; }
    public string? PhotoId { get; init; }
    public int Commune { get; init; }

    /// <summary>Every wilaya the commune is, was or will be in: subscribers name the one they know.</summary>
    public IReadOnlyList<int> Wilayas { get; init; } = [];

    /// <summary>From the top section down to the advert's own.</summary>
    public IReadOnlyList<int> Sections { get; init; } = [];
    public DateTimeOffset PublishedAt { get; init; }

    /// <summary>When it became news here; digests go by this, so that a fact that came late is not missed. Never changes.</summary>
    public DateTimeOffset? ArrivedAt { get; init; }
    public bool OnMarket { get; init; }

    /// <summary>The newest fact about coming or going.</summary>
    public DateTimeOffset LastAt { get; init; }

    public static DigestListing With(DigestListing? known, ListingPublished fact, CatalogSnapshot catalog, DateTimeOffset now)
    {
        var listing = known ?? new DigestListing { Id = fact.ListingId };
        var commune = catalog.Territory.Commune(fact.CommuneCode);
        if (fact.Revision >= listing.Revision)
            listing = listing with
            {
                Number = fact.Number,
                Revision = fact.Revision,
                Title = fact.Title,
                Price = fact.Price,
                PricedAt = fact.At,
                PhotoId = fact.PhotoId,
                Commune = fact.CommuneCode,
                Wilayas = commune is null ? [] : [.. new[] { commune.Wilaya, commune.WilayaOf58, commune.WilayaOf48 }.Distinct()],
                Sections = catalog.Section(fact.SectionId)?.Path ?? [fact.SectionId],
            };
        return listing with
        {
            PublishedAt = fact.First ? fact.At : listing.PublishedAt,
            // A later revision is no news; one whose first publication is not known here has been news long ago.
            ArrivedAt = fact.First ? listing.ArrivedAt ?? now : listing.ArrivedAt,
            OnMarket = fact.At >= listing.LastAt || listing.OnMarket,
            LastAt = fact.At > listing.LastAt ? fact.At : listing.LastAt,
        };
    }

    public static DigestListing With(DigestListing? known, ListingEnded fact)
    {
        var listing = known ?? new DigestListing { Id = fact.ListingId, Number = fact.Number };
        return fact.At < listing.LastAt ? listing : listing with { OnMarket = false, LastAt = fact.At };
    }
}
