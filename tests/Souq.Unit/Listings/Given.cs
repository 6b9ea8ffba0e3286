using Souq.Catalog;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Listings;
using Souq.Listings.Publishing;

namespace Souq.Unit.Listings;

/// <summary>Adverts in every state, built from the events that lead there.</summary>
internal static class Given
{
    public static readonly Guid Seller = Guid.Parse("11111111-1111-1111-1111-111111111111");
    public static readonly Guid Stranger = Guid.Parse("22222222-2222-2222-2222-222222222222");
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 10, 0, 0, TimeSpan.Zero);

    public static CatalogSnapshot Catalog { get; } = ShippedCatalog.Load();

    public static ICatalog ICatalog { get; } = new Fixed();

    /// <summary>A section whose attributes are all optional, so that a test need not speak of them.</summary>
    public static Section Section { get; } = Catalog.Sections.First(s => s.TakesAdverts && s.Attributes.All(a => !a.Required));

    public const int Commune = 1601;

    public static Listing Draft() => Listing.Create(new DraftStarted(Seller, 10001, Now)) with { Id = Guid.Parse("33333333-3333-3333-3333-333333333333") };

    public static Listing WrittenDraft() => Draft()
        .Apply(new DetailsWritten(Section.Id, new Dictionary<string, string>()))
        .Apply(new WordsWritten("A sofa for three", "Hardly used.", new Price(Section.PriceTypes[0], 45_000), Commune));

    public static Listing Waiting() => WrittenDraft().Apply(new Submitted(1, Now));

    public static Listing RefusedListing() => Waiting().Apply(new RevisionRefused(1, "photos", Now));

    public static Listing Published() => Waiting() is var waiting
        ? waiting.Apply(CaseDecidedHandler.Publish(waiting, Catalog, Now)) : throw new InvalidOperationException();

    public static Listing ExpiredListing() => Published().Apply(new Expired(Now.AddDays(60)));

    public static Listing SoldListing() => Published().Apply(new Sold(Now));

    public static Listing WithdrawnListing() => Published().Apply(new Withdrawn(Now));

    private sealed class Fixed : ICatalog
    {
        public CatalogSnapshot Current => Catalog;
    }
}
