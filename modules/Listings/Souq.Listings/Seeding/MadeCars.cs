using System.Globalization;
using Souq.Catalog.Contracts;
using Souq.Kernel;

namespace Souq.Listings.Seeding;

/// <summary>Cars as they are offered: how often each model, of which years, at which price, with which mileage; learned from adverts of 2021.</summary>
internal sealed class MadeCars
{
    private static readonly double[] Energies = Dice.Sums([54, 39, 7]);
    private static readonly string[] EnergyNames = ["diesel", "essence", "gpl"];

    private readonly Section section;
    private readonly AttributeDefinition make;
    private readonly AttributeDefinition model;
    private readonly Model[] models;
    private readonly double[] sums;

    public MadeCars(CatalogSnapshot catalog)
    {
        section = catalog.Section("cars")!;
        (make, model) = (section.Attribute("make")!, section.Attribute("model")!);
        models = [.. MadeFile.Lines("cars").Select(Model.Of).Select(Known).OfType<Model>()];
        sums = Dice.Sums(models.Select(m => m.Weight));
    }

    /// <returns>What it is called, and its price in dinars.</returns>
    public (string Name, double Dinars) Fill(ref Dice dice, Dictionary<string, string> values, Language language)
    {
        var model = models[dice.Weighed(sums)];
        // As old today as it was then.
        var year = Math.Clamp((int)Math.Round(model.Middle + dice.Bell() * (model.Newest - model.Oldest) / 4.0), model.Oldest, model.Newest) + 5;
        var kilometres = (2026 - year + 0.5) * 15_000 * Math.Exp(0.45 * dice.Bell());
        values["attr.make"] = model.Make;
        values["attr.model"] = model.Name;
        values["attr.year"] = Text(year);
        values["attr.mileage"] = Text((long)Math.Clamp(kilometres, 10, 900_000) / 1_000 * 1_000);
        values["attr.energy"] = EnergyNames[dice.Weighed(Energies)];
        values["attr.gearbox"] = dice.Chance(0.12) ? "automatique" : "manuelle";
        var chosen = new Dictionary<string, string>();
        foreach (var asked in section.Attributes.Where(a => a.Key is "colour" or "papers" or "body" or "condition" or "options" or "exchange"))
            if (dice.Chance(0.7) && MadeAnswers.Of(asked, chosen, ref dice) is { } answer) values["attr." + asked.Key] = answer.Value;
        var dinars = model.Thousands * 1_300 * Math.Exp(model.Growth * (year - 5 - model.Middle) + model.Spread * dice.Bell());
        return ($"{AttributeRules.Display(make, model.Make, language)} {AttributeRules.Display(this.model, model.Name, language)} {Text(year)}", dinars);
    }

    /// <summary>With make and model as the catalog calls them; <c>null</c> for one it does not take.</summary>
    private Model? Known(Model seen) =>
        AttributeRules.Read(section, new Dictionary<string, string?> { ["make"] = seen.Make, ["model"] = seen.Name, ["year"] = "2015" }) is (var values, { Count: 0 })
            ? seen with { Make = values["make"], Name = values["model"] } : null;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <param name="Middle">The mean year; prices are the mean of that year, in thousands of dinars of 2021.</param>
    /// <param name="Growth">Of the price with each year, as a logarithm.</param>
    private sealed record Model(double Weight, string Make, string Name, int Oldest, int Middle, int Newest, double Thousands, double Growth, double Spread)
    {
        public static Model Of(string[] line) => new(
            MadeFile.Number(line[0]), line[1], line[2], (int)MadeFile.Number(line[3]), (int)MadeFile.Number(line[4]), (int)MadeFile.Number(line[5]),
            MadeFile.Number(line[6]), MadeFile.Number(line[7]), MadeFile.Number(line[8]));
    }
}
