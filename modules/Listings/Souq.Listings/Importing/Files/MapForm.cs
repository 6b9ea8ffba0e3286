using System.Globalization;
using Microsoft.AspNetCore.Http;
using Souq.Kernel;

namespace Souq.Listings.Importing.Files;

/// <summary>The form in which a merchant says what his columns are.</summary>
public static class MapForm
{
    /// <summary>What may hold for every line.</summary>
    public static IReadOnlyList<string> Constants { get; } = ["section", "wilaya", "price_unit", "price_type"];

    public static string Column(int index) => "column." + index.ToString(CultureInfo.InvariantCulture);

    public static string Constant(string column) => "constant." + column;

    /// <returns>The map; and columns that were said to be the same thing.</returns>
    public static (ImportMap Map, IReadOnlyList<Refusal> Refusals) Read(IFormCollection form, IReadOnlyList<string> header)
    {
        var (columns, constants, refusals) = (new Dictionary<string, string>(), new Dictionary<string, string>(), new List<Refusal>());
        foreach (var (i, heading) in header.Index())
            if (form[Column(i)].ToString() is { Length: > 0 and < 100 } ours && !columns.TryAdd(ours, heading))
                refusals.Add(new("Import.ColumnTwice", Column(i), columns[ours]));
        foreach (var column in Constants.Where(c => !columns.ContainsKey(c)))
            if (form[Constant(column)].ToString() is { Length: > 0 and < 100 } value) constants[column] = value;
        return (new ImportMap(columns, constants), refusals);
    }
}
