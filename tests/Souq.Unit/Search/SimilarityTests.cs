using Souq.Catalog;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Listings;
using Souq.Listings.Browsing;

namespace Souq.Unit.Search;

public class SimilarityTests
{
    private static readonly Section Cars = ShippedCatalog.Load().Section("cars")!;

    private static readonly ListingContent Clio = ListingContent.Empty with
    {
        SectionId = Cars.Id,
        Title = "Clio 4",
        Price = new Price(PriceType.Firm, 2_000_000),
        CommuneCode = 3101,
        Attributes = new Dictionary<string, string> { ["make"] = "Renault", ["model"] = "Clio" },
    };

    [Fact]
    public void The_same_model_is_more_alike_than_the_same_price_next_door()
    {
        Score(Other(2_600_000, 1601, "Renault", "Clio")).ShouldBeGreaterThan(Score(Other(2_000_000, 3101, "Peugeot", "208")));
        Score(Other(2_000_000, 1601, "Renault", "Megane")).ShouldBeGreaterThan(Score(Other(2_000_000, 1601, "Peugeot", "208")));
    }

    [Fact]
    public void Of_the_same_model_the_nearer_price_and_the_nearer_place_come_first()
    {
        Score(Other(2_050_000, 1601, "Renault", "Clio")).ShouldBeGreaterThan(Score(Other(4_000_000, 1601, "Renault", "Clio")));
        Score(Other(2_000_000, 3101, "Renault", "Clio")).ShouldBeGreaterThan(Score(Other(2_000_000, 3105, "Renault", "Clio"), wilaya: 31));
        Score(Other(2_000_000, 3105, "Renault", "Clio"), wilaya: 31).ShouldBeGreaterThan(Score(Other(2_000_000, 1601, "Renault", "Clio")));
        Score(Other(null, 1601, "Renault", "Clio")).ShouldBeGreaterThan(0);
    }

    private static readonly LikeSample Sample = new(["make", "model"], [], IsWhole: true);

    private static double Score(LikeAdvert other, int wilaya = 16) => Similarity.Score(Clio, [.. Similarity.Identity(Cars).Select(a => a.Key).Where(Clio.Attributes.ContainsKey)], 31, other, Sample, wilaya);

    private static LikeAdvert Other(long? price, int commune, string make, string model) =>
        new(Guid.NewGuid(), 1, Guid.NewGuid(), price, PricePer.Whole, commune, HasPhoto: false, default, [make, model]);
}
