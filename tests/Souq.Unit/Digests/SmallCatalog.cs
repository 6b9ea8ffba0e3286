using Souq.Catalog.Contracts;
using Souq.Kernel;

namespace Souq.Unit.Digests;

/// <summary>Two sections, two wilayas, and a commune that moved from one to the other.</summary>
internal static class SmallCatalog
{
    public static readonly CatalogSnapshot Snapshot = new(
        1,
        [Section(1, null, [1], "vehicles", "مركبات", "Véhicules"), Section(11, 1, [1, 11], "cars", "سيارات", "Voitures")],
        new Territory(
            [Wilaya(28, "المسيلة", "M’Sila"), Wilaya(68, "بوسعادة", "Bou Saâda")],
            [new Commune(2801, new("بوسعادة", "Bou Saâda", "Bou Saada"), 68, 28, 28, "28200", 35.2, 4.2)]));

    private static Section Section(int id, int? parent, int[] path, string slug, string ar, string fr) =>
        new(id, parent, path, slug, new LocalizedText(ar, fr, slug), "car", 60, 20, [PriceType.Negotiable], [PricePer.Whole], true, parent is not null, [], []);

    private static Wilaya Wilaya(int code, string ar, string fr) => new(code, new LocalizedText(ar, fr, fr), null, 35, 4);
}
