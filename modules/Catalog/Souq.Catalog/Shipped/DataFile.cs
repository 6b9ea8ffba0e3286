namespace Souq.Catalog.Shipped;

/// <summary>The data files inside this assembly, named by their path under <c>Data</c> with points between.</summary>
internal static class DataFile
{
    private const string Root = "Souq.Catalog.Data.";

    public static IEnumerable<string> In(string folder) => typeof(DataFile).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Root + folder + ".", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(name => name[Root.Length..]);

    public static Stream Open(string name) => typeof(DataFile).Assembly.GetManifestResourceStream(Root + name)
        ?? throw new InvalidOperationException($"The data file {name} is missing from the assembly.");

    /// <summary>The lines of a semicolon-separated file, each cut into fields.</summary>
    public static IEnumerable<string[]> Rows(string name)
    {
        using var reader = new StreamReader(Open(name));
        while (reader.ReadLine() is { } line)
            if (line.Length > 0)
                yield return line.Split(';');
    }

    /// <summary>Comma-separated words; <c>null</c> when there is none.</summary>
    public static IReadOnlyList<string>? Words(string field) => field.Length == 0 ? null : field.Split(',', StringSplitOptions.TrimEntries);
}
