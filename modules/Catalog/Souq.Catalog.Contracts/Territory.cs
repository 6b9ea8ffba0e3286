using System.Collections.Frozen;
using Souq.Kernel;

namespace Souq.Catalog.Contracts;

/// <summary>A province. Latitude and longitude of its seat in degrees (WGS 84).</summary>
/// <param name="Since">The day its powers start or started; <c>null</c> for the 48 of before 2019.</param>
/// <param name="Aliases">What else people call it; never shown, only understood.</param>
public sealed record Wilaya(
    int Code, LocalizedText Name, DateOnly? Since, double Latitude, double Longitude, IReadOnlyList<string>? Aliases = null)
{
    /// <summary>The name as part of an address, such as <c>ain-defla</c>.</summary>
    public string Slug { get; } = string.Join('-', ArabicText.Fold(Name.Fr.Replace('-', ' ').Replace('\'', ' ').Replace('’', ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>
/// A municipality: the address of an advert. Its number is the ONS code as renumbered for the division of 58 (its hundreds are
/// <see cref="WilayaOf58"/>); the reform of 2026 leaves it alone, while public sources disagree about wilaya codes from 49 on.
/// </summary>
/// <param name="Wilaya">Code under the division of 69.</param>
/// <param name="WilayaOf58">Code under the division of 58 (law 19-12).</param>
/// <param name="WilayaOf48">Code under the division of 48.</param>
/// <param name="PostalCode">Five digits; empty for the few whose code is not known.</param>
/// <param name="Aliases">What else people call it; never shown, only understood.</param>
public sealed record Commune(
    int Code, LocalizedText Name, int Wilaya, int WilayaOf58, int WilayaOf48, string PostalCode, double Latitude, double Longitude,
    IReadOnlyList<string>? Aliases = null)
{
    /// <summary>The same for all communes that share their wilaya in every division: a wilaya of any division is one area or a few.</summary>
    public int Area => (Wilaya * 100 + WilayaOf58) * 100 + WilayaOf48;

    /// <summary>Kilometres between the two as the crow flies.</summary>
    public double KmTo(Commune other)
    {
        const double EarthRadius = 6371, Radians = Math.PI / 180;
        var (north, east) = ((other.Latitude - Latitude) * Radians / 2, (other.Longitude - Longitude) * Radians / 2);
        var half = Math.Pow(Math.Sin(north), 2) + Math.Cos(Latitude * Radians) * Math.Cos(other.Latitude * Radians) * Math.Pow(Math.Sin(east), 2);
        return 2 * EarthRadius * Math.Asin(Math.Sqrt(half));
    }

    /// <summary>Stands for a wilaya as a whole, where an advert's commune is not known; no form offers it.</summary>
    public bool IsWholeWilaya => Code % 100 == 0;
}

/// <summary>The wilayas and communes of the country, and which wilaya a commune is in at a date.</summary>
public sealed class Territory
{
    private static readonly DateOnly From58 = new(2019, 12, 18);
    private static readonly DateOnly From69 = new(2027, 1, 1);
    private readonly FrozenDictionary<int, Wilaya> wilayas;
    private readonly FrozenDictionary<int, Commune> communes;
    private readonly ILookup<int, Commune> byWilaya;
    private readonly FrozenDictionary<int, Commune> byArea;
    private readonly PlaceNames<Wilaya> wilayaNames;
    private readonly PlaceNames<Commune> communeNames;

    public Territory(IReadOnlyList<Wilaya> wilayas, IReadOnlyList<Commune> communes)
    {
        Wilayas = wilayas;
        Communes = communes;
        this.wilayas = wilayas.ToFrozenDictionary(w => w.Code);
        // ONS codes count from 01 within their hundred, so that 00 is free for the wilaya as a whole.
        Commune[] places =
        [
            .. communes,
            .. wilayas.Select(w => new Commune(WholeWilaya(w.Code), w.Name, w.Code, w.Code, w.Code, "", w.Latitude, w.Longitude)),
        ];
        this.communes = places.ToFrozenDictionary(c => c.Code);
        byWilaya = places.SelectMany(c => new[] { c.Wilaya, c.WilayaOf58, c.WilayaOf48 }.Distinct().Select(w => (w, c)))
            .ToLookup(p => p.w, p => p.c);
        byArea = places.DistinctBy(c => c.Area).ToFrozenDictionary(c => c.Area);
        wilayaNames = new(wilayas, w => w.Name, w => w.Aliases);
        communeNames = new(communes, c => c.Name, c => c.Aliases);
    }

    /// <summary>All 69, by code.</summary>
    public IReadOnlyList<Wilaya> Wilayas { get; }

    public IReadOnlyList<Commune> Communes { get; }

    public WilayaMap Map { get; init; } = WilayaMap.Empty;

    public Wilaya? Wilaya(int code) => wilayas.GetValueOrDefault(code);

    public Commune? Commune(int onsCode) => communes.GetValueOrDefault(onsCode);

    /// <summary>The code that stands for a wilaya where a commune's would, when none is known.</summary>
    public static int WholeWilaya(int wilayaCode) => wilayaCode * 100;

    /// <summary>
    /// Every commune that is, was or will be in this wilaya, and the wilaya as a whole: visitors know the old names for years.
    /// </summary>
    public IEnumerable<Commune> CommunesOf(int wilayaCode) => byWilaya[wilayaCode];

    /// <summary>The areas (<see cref="Commune.Area"/>) of <see cref="CommunesOf"/>.</summary>
    public IReadOnlyList<int> AreasOf(int wilayaCode) => [.. CommunesOf(wilayaCode).Select(c => c.Area).Distinct()];

    /// <summary>One of the communes of an area.</summary>
    public Commune? InArea(int area) => byArea.GetValueOrDefault(area);

    /// <summary>Communes within so many kilometres of one, itself included, the nearest first, each with its distance.</summary>
    public IEnumerable<(Commune Commune, double Km)> Around(Commune centre, double km) => communes.Values
        .Select(c => (Commune: c, Km: centre.KmTo(c))).Where(c => c.Km <= km).OrderBy(c => c.Km).ThenBy(c => c.Commune.Code);

    /// <summary>The wilaya whose powers cover the commune on that day.</summary>
    public Wilaya WilayaOf(Commune commune, DateOnly day) =>
        wilayas[day >= From69 ? commune.Wilaya : day >= From58 ? commune.WilayaOf58 : commune.WilayaOf48];

    /// <summary>The commune is, was or will be in this wilaya.</summary>
    public static bool IsIn(Commune commune, int wilayaCode) =>
        commune.Wilaya == wilayaCode || commune.WilayaOf58 == wilayaCode || commune.WilayaOf48 == wilayaCode;

    /// <summary>
    /// A wilaya by code (<c>16</c>, <c>06</c>, <c>16 - Alger</c>) or by name in any language, accents, case and hyphens ignored;
    /// <c>null</c> when none or several fit.
    /// </summary>
    public Wilaya? FindWilaya(string? text)
    {
        var key = NameKey.Of(text);
        if (int.TryParse(key, out var code)) return Wilaya(code);
        return wilayaNames.Find(string.Concat((text ?? "").Where(c => !char.IsDigit(c))), _ => true);
    }

    /// <summary>
    /// A commune by ONS code or name in any language, within a wilaya when one is given (under any of the three divisions); <c>null</c>
    /// when none or several fit. Usual differences of transcription are forgiven (ouled/oulad, el/al, doubled letters).
    /// </summary>
    public Commune? FindCommune(string? text, int? wilayaCode)
    {
        var key = NameKey.Of(text);
        if (!int.TryParse(key, out var code)) return communeNames.Find(text, c => wilayaCode is null || IsIn(c, wilayaCode.Value));
        return Commune(code) is { } commune && (wilayaCode is null || IsIn(commune, wilayaCode.Value)) ? commune : null;
    }
}
