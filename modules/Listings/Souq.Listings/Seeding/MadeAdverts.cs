using System.Globalization;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Listings.Importing;

namespace Souq.Listings.Seeding;

/// <summary>
/// Adverts that nobody wrote, as many as wanted, with the shape of a real market: cars, their ages, prices and places are distributed as in
/// eight thousand adverts of 2021; the other sections answer what they ask, the popular answers more often. The same seed gives the same adverts.
/// </summary>
/// <param name="count">How many there will be: the first is the oldest, since markets are filled in the order of time.</param>
/// <param name="span">The oldest was listed so long ago.</param>
/// <param name="photos">By the slug of the top section; adverts share them.</param>
public sealed class MadeAdverts(CatalogSnapshot catalog, int seed, long count, DateTimeOffset now, TimeSpan span, IReadOnlyDictionary<string, IReadOnlyList<ListingPhoto>> photos)
{
    private static readonly (string Top, double Weight, double Dinars, double Spread)[] Tops =
    [
        ("cars", 38, 900_000, 0.9), ("property", 16, 8_000_000, 0.9), ("phones", 16, 32_000, 0.8), ("clothes", 8, 3_200, 0.7), ("computers", 6, 55_000, 0.8),
        ("home", 5, 18_000, 1), ("services", 3, 6_000, 1), ("leisure", 3, 9_000, 1), ("work", 2, 120_000, 1.1), ("children", 1.2, 5_000, 0.8),
        ("animals", 1, 12_000, 1), ("other", 0.8, 8_000, 1.2),
    ];

    private readonly Kind[] kinds = Kinds(catalog);
    private readonly MadeCars cars = new(catalog);
    private readonly Commune[][] places = [.. MadeFile.Lines("wilayas").Select(l => Communes(catalog, l[1])).Where(c => c.Length > 0)];
    private readonly double[] placeSums = Dice.Sums(MadeFile.Lines("wilayas").Where(l => Communes(catalog, l[1]).Length > 0).Select(l => MadeFile.Number(l[0])));
    private double[]? kindSums;

    /// <summary>How far a price has come down meanwhile, in dinars, for the few that have.</summary>
    public long? Reduced(long index, long dinars)
    {
        var dice = new Dice((ulong)seed + 17, (ulong)index);
        return dinars >= 2_000 && dice.Chance(0.05) ? Money.Least < dinars ? (long)(dinars * (0.75 + 0.2 * dice.Share())) / 100 * 100 : null : null;
    }

    public ImportRow Row(long index, string prefix)
    {
        var dice = new Dice((ulong)seed, (ulong)index);
        kindSums ??= Dice.Sums(kinds.Select(k => k.Weight));
        var kind = kinds[dice.Weighed(kindSums)];
        var arabic = dice.Chance(0.5);
        var language = arabic ? Language.Arabic : Language.French;
        var values = new Dictionary<string, string> { ["ref"] = $"{prefix}-{index}", ["section"] = kind.Section.Slug };
        var (name, dinars) = kind.IsCar ? cars.Fill(ref dice, values, language) : Fill(kind, ref dice, values, language);
        values["title"] = MadeWords.Title(name, arabic, ref dice);
        values["description"] = MadeWords.Description(arabic, ref dice);
        var communes = places[dice.Weighed(placeSums)];
        values["commune"] = Text(communes[dice.Popular(communes.Length)].Code);
        Priced(kind, dinars, ref dice, values);
        // Markets grow: the newer days have more.
        var age = span * Math.Pow(1 - (index % count + dice.Share()) / count, 1.3);
        return new ImportRow((int)index + 2, values)
        {
            At = now - age,
            Photos = photos.TryGetValue(kind.Top, out var pictures) && pictures.Count > 0 && !dice.Chance(0.14) ? Some(pictures, ref dice) : [],
        };
    }

    private static IReadOnlyList<ListingPhoto> Some(IReadOnlyList<ListingPhoto> pictures, ref Dice dice) =>
        [.. Enumerable.Range(dice.Below(pictures.Count), 1 + dice.Below(4)).Select(i => pictures[i % pictures.Count]).Distinct()];

    private static void Priced(Kind kind, double dinars, ref Dice dice, Dictionary<string, string> values)
    {
        var types = kind.Section.PriceTypes;
        var type = types[dice.Chance(0.75) ? 0 : dice.Below(types.Count)];
        values["price_type"] = type switch
        {
            PriceType.Firm => "firm",
            PriceType.Negotiable => "negotiable",
            PriceType.BestOffer => "best_offer",
            PriceType.Free => "free",
            PriceType.Exchange => "exchange",
            _ => "on_request",
        };
        // People ask round prices.
        var unit = Math.Pow(10, Math.Max(2, Math.Floor(Math.Log10(dinars)) - 1));
        values["price"] = Text((long)(Math.Round(Math.Clamp(dinars, 200, 900_000_000) / unit) * unit));
    }

    private static (string Name, double Dinars) Fill(Kind kind, ref Dice dice, Dictionary<string, string> values, Language language)
    {
        var words = new List<string> { kind.Section.Name.In(language) };
        var chosen = new Dictionary<string, string>();
        foreach (var asked in kind.Section.Attributes)
        {
            if (!asked.Required && !dice.Chance(asked.Filterable ? 0.75 : 0.3)) continue;
            if (MadeAnswers.Of(asked, chosen, ref dice) is not { } answer) continue;
            values[ImportColumns.Attribute + asked.Key] = chosen[asked.Key] = answer.Value;
            if (answer.Name is { } name && words.Count < 4) words.Add(name.In(language));
        }

        return (string.Join(' ', words), kind.Dinars * Math.Exp(kind.Spread * dice.Bell()));
    }

    private static Kind[] Kinds(CatalogSnapshot catalog) =>
    [
        .. Tops.SelectMany(top =>
        {
            var leaves = catalog.Section(top.Top) is not { } head ? [] : catalog.Sections.Where(s => s.Path[0] == head.Id && s.TakesAdverts).ToList();
            // The first section of each has by far the most: cars, flats, smartphones.
            var shares = leaves.Select((_, i) => 1 / Math.Pow(i + 1, 1.4)).ToList();
            return leaves.Select((s, i) => new Kind(s, top.Top, top.Weight * shares[i] / shares.Sum(), top.Dinars, top.Spread, s.Slug == "cars"));
        }),
    ];

    private static Commune[] Communes(CatalogSnapshot catalog, string wilaya) => catalog.Territory.FindWilaya(wilaya) is not { } found ? []
        : [.. catalog.Territory.CommunesOf(found.Code).Where(c => !c.IsWholeWilaya)];

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Kind(Section Section, string Top, double Weight, double Dinars, double Spread, bool IsCar);
}
