using System.Globalization;
using Souq.Catalog.Contracts;

namespace Souq.Benchmarks.Digests;

/// <summary>
/// Searches as people keep them: most look for one kind of thing near them, for so much money; the popular things and places far more often than the
/// others.
/// </summary>
internal sealed class KeptByChance(CatalogSnapshot catalog, int seed)
{
    private readonly Random dice = new(seed + Environment.TickCount);
    private readonly IReadOnlyList<Section> leaves = [.. catalog.Sections.Where(s => s.TakesAdverts)];
    private readonly Section cars = catalog.Section("cars")!;

    /// <summary>Amounts as people say them, so that many say the same; else hardly two searches are alike.</summary>
    public bool IsRound { get; init; }

    public string Query()
    {
        var parts = new List<string>();
        void Add(string name, string value) => parts.Add(name + "=" + Uri.EscapeDataString(value));

        switch (dice.NextDouble())
        {
            case < 0.45: Car(Add); break;
            case < 0.75: Thing(Add); break;
            case < 0.97: Add("section", Popular(leaves).Slug); break;
            default: Add("section", Popular<Section>([.. catalog.TopSections]).Slug); break;
        }

        if (Chance(0.7)) Add("wilaya", $"{1 + (int)(48 * Math.Pow(dice.NextDouble(), 2))}");
        if (Chance(0.5)) Add("max", $"{Round(Math.Exp(9 + 6 * dice.NextDouble()))}");
        if (Chance(0.2)) Add("min", $"{Round(Math.Exp(7 + 5 * dice.NextDouble()))}");
        if (Chance(0.2)) Add("photos", "1");
        return string.Join('&', parts);
    }

    private void Car(Action<string, string> add)
    {
        add("section", cars.Slug);
        var model = Popular(cars.Attribute("model")!.Choices);
        if (Chance(0.5)) add("q", model.Name.ToString());
        else
        {
            add("attr.make", model.Parent ?? "renault");
            if (Chance(0.7)) add("attr.model", model.Value);
        }

        if (Chance(0.5)) add("attr.year", $"{2005 + dice.Next(18)}..");
        if (Chance(0.3)) add("attr.energy", Popular(cars.Attribute("energy")!.Choices).Value);
        if (Chance(0.2)) add("attr.mileage", $"..{dice.Next(4, 25) * 10_000}");
    }

    private void Thing(Action<string, string> add)
    {
        var section = Popular(leaves);
        if (Chance(0.5)) add("section", section.Slug);
        var named = section.Attributes.Where(a => a.Choices.Count > 3).ToList();
        var words = named.Count > 0 && Chance(0.7) ? Popular(Popular(named).Choices).Name.ToString() : section.Name.ToString();
        add("q", words);
    }

    private T Popular<T>(IReadOnlyList<T> all) => all[(int)(all.Count * Math.Pow(dice.NextDouble(), 2))];

    private bool Chance(double share) => dice.NextDouble() < share;

    private string Round(double dinars)
    {
        if (!IsRound) return (Math.Round(dinars / 1000) * 1000).ToString(CultureInfo.InvariantCulture);
        var power = Math.Pow(10, Math.Floor(Math.Log10(dinars)));
        return (((double[])[1, 1.5, 2, 3, 4, 5, 8]).MinBy(step => Math.Abs(step - dinars / power)) * power).ToString("0", CultureInfo.InvariantCulture);
    }
}
