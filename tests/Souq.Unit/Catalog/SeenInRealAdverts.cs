using System.Globalization;
using Souq.Catalog;
using Souq.Catalog.Contracts;

namespace Souq.Unit.Catalog;

/// <summary>Makes, models and towns as sellers wrote them in July 2021, with how often; no other part of their adverts.</summary>
public sealed class SeenInRealAdverts
{
    private static readonly Section Cars = ShippedCatalog.Load().Section("cars")!;

    [Fact]
    public void Every_make_is_known()
    {
        var makes = Rows("models-seen.csv").Select(r => r.First).Distinct();
        makes.Where(make => Read(make, null).Make is not { } value || !Cars.Attribute("make")!.Choices.Any(c => c.Value == value)).ShouldBeEmpty();
    }

    [Fact]
    public void Ninety_eight_of_a_hundred_models_are_known()
    {
        var models = Rows("models-seen.csv").ToList();
        var listed = Cars.Attribute("model")!.Choices.Select(c => (c.Parent, c.Value)).ToHashSet();
        var unknown = models.Where(m =>
        {
            var (make, model) = Read(m.First, m.Second);
            return model is null || (!listed.Contains((make, model)) && !listed.Contains((null, model)));
        }).ToList();
        (unknown.Count / (double)models.Count).ShouldBeLessThan(0.02, string.Join(", ", unknown));
        (unknown.Sum(m => m.Count) / (double)models.Sum(m => m.Count)).ShouldBeLessThan(0.005);
    }

    [Fact]
    public void Nearly_every_town_is_found_within_its_wilaya()
    {
        var territory = ShippedCatalog.Territory;
        var towns = Rows("towns-seen.csv").ToList();
        var unknown = towns.Where(t => territory.FindCommune(t.Second, territory.FindWilaya(t.First)!.Code) is null).ToList();
        (unknown.Sum(t => t.Count) / (double)towns.Sum(t => t.Count)).ShouldBeLessThan(0.002, string.Join(", ", unknown));
    }

    private static (string? Make, string? Model) Read(string make, string? model)
    {
        var (values, _) = AttributeRules.Read(Cars, new Dictionary<string, string?> { ["make"] = make, ["model"] = model });
        return (values.GetValueOrDefault("make"), values.GetValueOrDefault("model"));
    }

    private static IEnumerable<(string First, string Second, int Count)> Rows(string name)
    {
        using var reader = new StreamReader(typeof(SeenInRealAdverts).Assembly.GetManifestResourceStream("Souq.Unit.Catalog." + name)!);
        while (reader.ReadLine() is { } line)
            if (line.Split(';') is [var first, var second, var count])
                yield return (first, second, int.Parse(count, CultureInfo.InvariantCulture));
    }
}
