using Souq.Listings.Importing.Files;

namespace Souq.Listings.Importing;

/// <summary>Reads a CSV file line by line; memory stays flat.</summary>
public static class ImportFile
{
    public static IEnumerable<ImportRow> Read(TextReader text, ImportMap map)
    {
        var sheet = Sheet.Open(text);
        foreach (var line in sheet.Lines)
            yield return map.Apply(line.Line, sheet.Header.Zip(line.Cells).ToDictionary(pair => pair.First, pair => pair.Second));
    }
}
