using System.Text.RegularExpressions;

namespace Souq.Architecture.Reading;

/// <param name="Path">From the root of the repository, with forward slashes.</param>
internal sealed partial record SourceFile(string Path, string FullPath)
{
    private string? text;

    public string Text
    {
        get => text ??= File.ReadAllText(FullPath);
        init => text = value;
    }

    /// <summary>With comments blanked out, lines kept.</summary>
    public string Code => Comments().Replace(Text, m => new string('\n', m.Value.Count(c => c == '\n')));

    public int LineCount => File.ReadLines(FullPath).Count();

    /// <summary>Every place of the code that fits, as <c>path:line: text</c>.</summary>
    public IEnumerable<string> Where(Regex pattern) => pattern.Matches(Code).Select(match => At(match.Index, match.Value.Trim()));

    public string At(int index, string what) => $"{Path}:{Code.AsSpan(0, index).Count('\n') + 1}: {what}";

    public bool IsUnder(params string[] paths) => paths.Any(p => Path.StartsWith(p, StringComparison.Ordinal));

    public override string ToString() => Path;

    [GeneratedRegex(@"/\*.*?\*/|@\*.*?\*@|<!--.*?-->|(?<=^|\s)//[^\n]*", RegexOptions.Singleline)]
    private static partial Regex Comments();
}
