using System.Globalization;

namespace Souq.Listings.Seeding;

/// <summary>The figures the adverts are made by, which come with the program.</summary>
internal static class MadeFile
{
    /// <summary>Cells of all lines but the heading.</summary>
    public static IReadOnlyList<string[]> Lines(string name)
    {
        using var stream = typeof(MadeFile).Assembly.GetManifestResourceStream($"Souq.Listings.Seeding.{name}")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')).Where(cells => cells.All(c => c.Length > 0))];
    }

    public static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);

    /// <summary>Lines of a text file as they are.</summary>
    public static IReadOnlyList<string> Sentences(string name)
    {
        using var stream = typeof(MadeFile).Assembly.GetManifestResourceStream($"Souq.Listings.Seeding.{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
