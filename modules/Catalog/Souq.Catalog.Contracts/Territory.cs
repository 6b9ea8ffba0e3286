using System.Collections.Frozen;
using Souq.Kernel;

namespace Souq.Catalog.Contracts;

/// <summary>A province. Latitude and longitude of its seat in degrees (WGS 84).</summary>
/// <param name="Since">The day its powers start or started; <c>null</c> for the 48 of before 2019.</param>
public sealed record Wilaya(int Code, LocalizedText Name, DateOnly? Since, double Latitude, double Longitude);

/// <summary>A municipality: the address of an advert. Its number is the ONS code, which no reform has changed.</summary>
/// <param name="Wilaya">Code under the division of 69.</param>
/// <param name="WilayaOf58">Code under the division of 58 (law 19-12).</param>
/// <param name="WilayaOf48">Code under the division of 48.</param>
public sealed record Commune(
    int Code, LocalizedText Name, int Wilaya, int WilayaOf58, int WilayaOf48, string PostalCode, double Latitude, double Longitude);

/// <summary>The wilayas and communes of the country, and which wilaya a commune is in at a date.</summary>
public sealed class Territory
{
    private static readonly DateOnly From58 = new(2019, 12, 18);
    private static readonly DateOnly From69 = new(2027, 1, 1);
    private readonly FrozenDictionary<int, Wilaya> wilayas;
    private readonly FrozenDictionary<int, Commune> communes;
    private readonly ILookup<int, Commune> byWilaya;

    public Territory(IReadOnlyList<Wilaya> wilayas, IReadOnlyList<Commune> communes)
    {
        Wilayas = wilayas;
        Communes = communes;
        this.wilayas = wilayas.ToFrozenDictionary(w => w.Code);
        this.communes = communes.ToFrozenDictionary(c => c.Code);
        byWilaya = communes.SelectMany(c => new[] { c.Wilaya, c.WilayaOf58, c.WilayaOf48 }.Distinct().Select(w => (w, c)))
            .ToLookup(p => p.w, p => p.c);
    }

    /// <summary>All 69, by code.</summary>
    public IReadOnlyList<Wilaya> Wilayas { get; }

    public IReadOnlyList<Commune> Communes { get; }

    public Wilaya? Wilaya(int code) => wilayas.GetValueOrDefault(code);

    public Commune? Commune(int onsCode) => communes.GetValueOrDefault(onsCode);

    /// <summary>Every commune that is, was or will be in this wilaya: visitors know the old names for years.</summary>
    public IEnumerable<Commune> CommunesOf(int wilayaCode) => byWilaya[wilayaCode];

    /// <summary>The wilaya whose powers cover the commune on that day.</summary>
    public Wilaya WilayaOf(Commune commune, DateOnly day) =>
        wilayas[day >= From69 ? commune.Wilaya : day >= From58 ? commune.WilayaOf58 : commune.WilayaOf48];

    /// <summary>A wilaya by code or by name in any language, accents, case and hyphens ignored; <c>null</c> when none fits.</summary>
    public Wilaya? FindWilaya(string text) => throw new NotImplementedException();

    /// <summary>A commune by ONS code or name in any language, within a wilaya when one is given; <c>null</c> when none or several fit.</summary>
    public Commune? FindCommune(string text, int? wilayaCode) => throw new NotImplementedException();
}
