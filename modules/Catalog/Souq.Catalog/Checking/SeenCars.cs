using Souq.Catalog.Contracts;

namespace Souq.Catalog.Checking;

/// <summary>How many of the makes and models that sellers wrote are understood.</summary>
/// <param name="UnknownMakes">As written, with how often.</param>
/// <param name="UnknownModels">As written, with how often.</param>
public sealed record SeenCars(
    int Adverts, int MakesKnown, int ModelsKnown, IReadOnlyList<(string Words, int Count)> UnknownMakes, IReadOnlyList<(string Words, int Count)> UnknownModels)
{
    /// <param name="seen">Make and model of each advert.</param>
    public static SeenCars Of(CatalogSnapshot catalog, IEnumerable<(string Make, string Model)> seen)
    {
        var cars = catalog.Section("cars")!;
        var chain = cars with { Attributes = [cars.Attribute("make")!, cars.Attribute("model")!] };
        var makes = chain.Attributes[0].Choices.Select(c => c.Value).ToHashSet();
        var models = chain.Attributes[1].Choices.Select(c => (c.Parent, c.Value)).ToHashSet();
        var kinds = seen.GroupBy(s => s).Select(g => (g.Key.Make, g.Key.Model, Count: g.Count(), Read: Read(g.Key.Make, g.Key.Model))).ToList();
        return new SeenCars(
            kinds.Sum(k => k.Count), kinds.Where(k => k.Read.Make).Sum(k => k.Count), kinds.Where(k => k.Read.Model).Sum(k => k.Count),
            [.. kinds.Where(k => !k.Read.Make).GroupBy(k => k.Make).Select(g => (g.Key, g.Sum(k => k.Count))).OrderByDescending(m => m.Item2)],
            [.. kinds.Where(k => !k.Read.Model).Select(k => ($"{k.Make} {k.Model}", k.Count)).OrderByDescending(m => m.Count)]);

        (bool Make, bool Model) Read(string make, string model)
        {
            var (values, _) = AttributeRules.Read(chain, new Dictionary<string, string?> { ["make"] = make, ["model"] = model });
            var (readMake, readModel) = (values.GetValueOrDefault("make"), values.GetValueOrDefault("model"));
            return (readMake is not null && makes.Contains(readMake),
                readModel is not null && (models.Contains((readMake, readModel)) || models.Contains((null, readModel))));
        }
    }
}
