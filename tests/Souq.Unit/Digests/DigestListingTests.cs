using Souq.Catalog.Contracts;
using Souq.Digests.Adverts;
using Souq.Kernel;
using Souq.Listings.Contracts;

namespace Souq.Unit.Digests;

public class DigestListingTests
{
    private static readonly Guid Id = Guid.CreateVersion7();
    private static readonly DateTimeOffset Ten = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);
    private static readonly CatalogSnapshot Catalog = SmallCatalog.Snapshot;

    [Fact]
    public void A_first_publication_is_news_from_the_moment_it_arrives()
    {
        var listing = DigestListing.With(null, Published(), Catalog, Ten.AddHours(3));

        listing.ArrivedAt.ShouldBe(Ten.AddHours(3));
        listing.OnMarket.ShouldBeTrue();
        listing.Sections.ShouldBe([1, 11]);
    }

    [Fact]
    public void An_advert_is_in_the_old_wilayas_of_its_commune_and_in_the_new_one() =>
        DigestListing.With(null, Published(), Catalog, Ten).Wilayas.ShouldBe([68, 28]);

    [Fact]
    public void A_later_revision_changes_the_words_and_is_no_news()
    {
        var listing = DigestListing.With(Known(), Published(revision: 2, first: false, at: Ten.AddDays(1)) with { Title = "Clio 4" }, Catalog, Ten.AddDays(1));

        listing.Title.ShouldBe("Clio 4");
        listing.ArrivedAt.ShouldBe(Ten);
        listing.PublishedAt.ShouldBe(Ten);
    }

    [Fact]
    public void A_revision_of_an_advert_unknown_here_is_no_news() =>
        DigestListing.With(null, Published(first: false), Catalog, Ten).ArrivedAt.ShouldBeNull();

    [Fact]
    public void A_fact_delivered_twice_changes_nothing() =>
        DigestListing.With(Known(), Published(), Catalog, Ten.AddHours(1)).ShouldBeEquivalentTo(Known());

    [Fact]
    public void An_end_that_overtakes_the_publication_stays_an_end()
    {
        var ended = DigestListing.With(null, Ended(Ten.AddMinutes(5)));
        var listing = DigestListing.With(ended, Published(), Catalog, Ten.AddMinutes(6));

        listing.OnMarket.ShouldBeFalse();
        listing.Title.ShouldBe("Clio");
    }

    [Fact]
    public void An_expired_advert_that_is_renewed_is_back_on_the_market()
    {
        var expired = DigestListing.With(Known(), Ended(Ten.AddDays(60)));
        DigestListing.With(expired, Published(first: false, at: Ten.AddDays(61)), Catalog, Ten.AddDays(61)).OnMarket.ShouldBeTrue();
    }

    [Fact]
    public void An_old_end_that_comes_late_does_not_end_a_renewed_advert()
    {
        var renewed = DigestListing.With(Known(), Published(first: false, at: Ten.AddDays(61)), Catalog, Ten.AddDays(61));
        DigestListing.With(renewed, Ended(Ten.AddDays(60))).OnMarket.ShouldBeTrue();
    }

    private static DigestListing Known() => DigestListing.With(null, Published(), Catalog, Ten);

    private static ListingPublished Published(int revision = 1, bool first = true, DateTimeOffset? at = null) =>
        new(Id, revision, 10001, Guid.Empty, 11, "Clio", 2801, new Price(PriceType.Firm, 1_250_000), null, first, at ?? Ten);

    private static ListingEnded Ended(DateTimeOffset at) => new(Id, 10001, Guid.Empty, ListingEnd.Expired, at);
}
