using System.Globalization;
using CsvHelper;
using Souq.Catalog;
using Souq.Catalog.Checking;

namespace Souq.Host.Verbs;

/// <summary>Judges the catalog the program is delivered with; no database. Fails when anything in it is untranslated or out of reach.</summary>
internal static class CheckCatalogVerb
{
    public const string Usage = "check-catalog [CARS.csv]            what is untranslated or out of reach in the delivered catalog; how many cars of a file (columns brand, model) it knows";

    public static Task<int> Run(string[] args)
    {
        foreach (var (what, count, _) in Figures.Of(ShippedCatalog.Load())) Console.WriteLine($"{count,6} {what}");
        var findings = CatalogCheck.OfDelivery();
        foreach (var finding in findings) Console.WriteLine(finding);
        Console.WriteLine(findings.Count == 0 ? "Nothing is wrong with the catalog." : $"{findings.Count} things are wrong with the catalog.");
        if (args is [var file, ..]) Measure(file);
        return Task.FromResult(findings.Count == 0 ? 0 : 1);
    }

    private static void Measure(string file)
    {
        using var reader = new CsvReader(new StreamReader(file), CultureInfo.InvariantCulture);
        reader.Read();
        reader.ReadHeader();
        var seen = new List<(string, string)>();
        while (reader.Read()) seen.Add((reader.GetField("brand") ?? "", reader.GetField("model") ?? ""));
        var cars = SeenCars.Of(ShippedCatalog.Load(), seen);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{cars.Adverts} cars: the make of {cars.MakesKnown} ({100.0 * cars.MakesKnown / cars.Adverts:0.00} %), the model of {cars.ModelsKnown} ({100.0 * cars.ModelsKnown / cars.Adverts:0.00} %)"));
        foreach (var (words, count) in cars.UnknownMakes.Take(20)) Console.WriteLine($"  unknown make: {words} ({count})");
        foreach (var (words, count) in cars.UnknownModels.Take(40)) Console.WriteLine($"  unknown model: {words} ({count})");
    }
}
