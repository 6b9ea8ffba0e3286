using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Souq.Listings.Importing.Files;

/// <param name="Line">As a spreadsheet numbers it: from 1, the header included, however many lines a cell has.</param>
public sealed record SheetLine(int Line, IReadOnlyList<string> Cells);

/// <summary>A table of texts with a heading over every column: comma, semicolon or tab between them, quoted as in RFC 4180.</summary>
/// <param name="Header">Never blank and never twice the same.</param>
public sealed record Sheet(IReadOnlyList<string> Header, IEnumerable<SheetLine> Lines)
{
    private static readonly char[] Formula = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

    /// <summary>Lines are read as they are asked for; the text must live as long.</summary>
    public static Sheet Open(TextReader text)
    {
        var csv = new CsvReader(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            DetectDelimiter = true,
            GetDelimiter = args => SheetDelimiter.Of(args.Text),
            BadDataFound = null,
            MissingFieldFound = null,
        });
        if (!csv.Read()) return new Sheet([], []);
        var above = SheetDelimiter.IsSaid(csv.Parser.Record!) ? 1 : 0;
        if (above > 0 && !csv.Read() || !csv.ReadHeader()) return new Sheet([], []);
        var header = Names(csv.HeaderRecord!);
        return new Sheet(header, Rest(csv, header.Count, above));
    }

    private static IEnumerable<SheetLine> Rest(CsvReader csv, int width, int above)
    {
        using (csv)
            while (csv.Read())
            {
                var cells = Enumerable.Range(0, width).Select(i => Plain(csv.TryGetField<string>(i, out var cell) ? cell : null)).ToArray();
                // Spreadsheets end with empty lines.
                if (cells.Any(c => c.Length > 0)) yield return new SheetLine(csv.Parser.Row - above, cells);
            }
    }

    private static List<string> Names(string[] typed)
    {
        var names = new List<string>();
        foreach (var (i, cell) in typed.Index())
        {
            var name = Plain(cell).Trim('\uFEFF', ' ') is { Length: > 0 } said ? said : string.Create(CultureInfo.InvariantCulture, $"#{i + 1}");
            var (once, n) = (name, 2);
            while (names.Contains(name)) name = string.Create(CultureInfo.InvariantCulture, $"{once} ({n++})");
            names.Add(name);
        }

        return names;
    }

    // PostgreSQL keeps no zero character.
    private static string Plain(string? cell) => Unguarded((cell ?? "").Replace("\0", "", StringComparison.Ordinal));

    /// <summary>A cell that a spreadsheet will not take for a formula.</summary>
    public static string Guarded(string cell) => BeginsAsFormula(cell) ? "'" + cell : cell;

    private static string Unguarded(string cell) => cell.StartsWith('\'') && BeginsAsFormula(cell) ? cell[1..] : cell;

    private static bool BeginsAsFormula(string cell) => cell.TrimStart('\'') is [var first, ..] && Formula.Contains(first);
}
