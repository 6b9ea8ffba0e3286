using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Souq.Listings.Importing;

/// <summary>Reads a CSV file (UTF-8, comma or semicolon, quoted as in RFC 4180) line by line; memory stays flat.</summary>
public static class ImportFile
{
    public static IEnumerable<ImportRow> Read(TextReader text, ImportMap map)
    {
        using var csv = new CsvReader(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            DetectDelimiter = true,
            DetectDelimiterValues = [",", ";", "\t"],
            BadDataFound = null,
            MissingFieldFound = null,
            PrepareHeaderForMatch = args => args.Header.Trim(),
        });
        if (!csv.Read() || !csv.ReadHeader()) yield break;
        var header = csv.HeaderRecord!.Select(h => h.Trim().TrimStart('\uFEFF')).ToArray();
        while (csv.Read())
        {
            var cells = new Dictionary<string, string>(header.Length);
            for (var i = 0; i < header.Length; i++) cells[header[i]] = csv.TryGetField<string>(i, out var cell) ? cell ?? "" : "";
            yield return map.Apply(csv.Parser.RawRow, cells);
        }
    }
}
