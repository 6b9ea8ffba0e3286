using System.Globalization;
using Souq.Catalog.Contracts;
using Souq.Kernel;

namespace Souq.Catalog.Shipped;

/// <summary>Reads the territory: <c>code;ar;fr;en;mother;since;latitude;longitude;aliases</c> and <c>code;ar;fr;wilaya;postal;latitude;longitude;aliases</c>.</summary>
internal static class ShippedTerritory
{
    public static Territory Read()
    {
        var rows = DataFile.Rows("Territory.wilayas.csv").Skip(1).ToList();
        // The wilaya each one was cut out of: the 2019 ones from one of the 48, the 2026 ones from one of the 58.
        var mothers = rows.Where(r => r[4].Length > 0).ToDictionary(r => Number(r[0]), r => Number(r[4]));
        return new Territory([.. rows.Select(ReadWilaya)], [.. DataFile.Rows("Territory.communes.csv").Skip(1).Select(r => ReadCommune(r, mothers))])
        {
            Map = WilayaMap.Read(DataFile.Rows("Territory.map.txt").Select(r => r[0])),
        };
    }

    private static Wilaya ReadWilaya(string[] r) => new(
        Number(r[0]),
        new LocalizedText(r[1], r[2], r[3].Length > 0 ? r[3] : r[2]),
        r[5].Length > 0 ? DateOnly.ParseExact(r[5], "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
        Degrees(r[6]), Degrees(r[7]), DataFile.Words(r[8]));

    private static Commune ReadCommune(string[] r, Dictionary<int, int> mothers)
    {
        var code = Number(r[0]);
        var wilaya = Number(r[3]);
        var of58 = wilaya <= 58 ? wilaya : mothers[wilaya];
        var of48 = of58 <= 48 ? of58 : mothers[of58];
        return new Commune(code, new LocalizedText(r[1], r[2], r[2]), wilaya, of58, of48, r[4], Degrees(r[5]), Degrees(r[6]), DataFile.Words(r[7]));
    }

    private static int Number(string field) => int.Parse(field, CultureInfo.InvariantCulture);

    private static double Degrees(string field) => double.Parse(field, CultureInfo.InvariantCulture);
}
