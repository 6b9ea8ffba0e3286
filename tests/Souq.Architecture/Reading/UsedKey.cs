using System.Text.RegularExpressions;

namespace Souq.Architecture.Reading;

/// <summary>Where the code asks for a text: <c>T["Nav.Home"]</c>, <c>T.Count("Photos", n)</c>, <c>new Refusal("Price.Required")</c>.</summary>
/// <param name="Key">The key; <c>*</c> stands for what is put in while running.</param>
internal sealed partial record UsedKey(string Key, string Where)
{
    public static IEnumerable<UsedKey> In(SourceFile file)
    {
        var localisers = Declared().Matches(file.Code).Select(m => m.Groups[1].Value).Append("T").Distinct();
        var asked = new Regex($@"(?<![\w.""])({string.Join('|', localisers)})\[");
        foreach (Match match in asked.Matches(file.Code))
            foreach (var key in KeysIn(FirstArgument(file.Code, match.Index + match.Length)))
                yield return new UsedKey(key, file.At(match.Index, key));

        foreach (Match match in Counted().Matches(file.Code))
            foreach (var key in KeysIn(FirstArgument(file.Code, match.Index + match.Length)))
                yield return new UsedKey(key + ".other", file.At(match.Index, key));

        foreach (Match match in Refused().Matches(file.Code))
            foreach (var key in KeysIn(FirstArgument(file.Code, match.Index + match.Length)))
                yield return new UsedKey(key, file.At(match.Index, key));
    }

    public bool IsIn(IEnumerable<string> keys) => Key.Contains('*', StringComparison.Ordinal)
        ? new Regex($"^{Regex.Escape(Key).Replace("\\*", ".+", StringComparison.Ordinal)}$") is var pattern && keys.Any(k => pattern.IsMatch(k))
        : keys.Contains(Key);

    /// <summary>Up to the comma or bracket that ends it.</summary>
    private static string FirstArgument(string code, int start)
    {
        var depth = 0;
        for (var at = start; at < code.Length; at++)
        {
            if (code[at] == '"') at = EndOfString(code, at);
            else if (code[at] is '(' or '[' or '{') depth++;
            else if (code[at] is ')' or ']' or '}' && depth-- == 0) return code[start..at];
            else if (code[at] == ',' && depth == 0) return code[start..at];
        }

        return code[start..];
    }

    private static int EndOfString(string code, int at)
    {
        while (++at < code.Length && code[at] != '"')
            if (code[at] == '\\') at++;
        return at;
    }

    /// <summary>The texts that may be asked for: plain strings, interpolated ones, both branches of a choice.</summary>
    private static IEnumerable<string> KeysIn(string argument) => Literal().Matches(argument)
        .Where(m => !argument[..m.Index].TrimEnd().EndsWith("==", StringComparison.Ordinal))
        .Select(m => argument[(m.Index + m.Length)..].TrimStart() is ['+', ..] ? m.Groups[2].Value + "*" : m.Groups[2].Value)
        .Select(key => Hole().Replace(key, "*")).Where(key => Key_().IsMatch(key));

    [GeneratedRegex(@"\bIStringLocalizer(?:<\w+>)?\??\s+(\w+)")]
    private static partial Regex Declared();

    [GeneratedRegex(@"\.Count\((?=\$?"")")]
    private static partial Regex Counted();

    [GeneratedRegex(@"\bnew\s+Refusal\(|\bRefusedException\((?=\$?"")|\bnew\((?=""[A-Z]\w*\.)")]
    private static partial Regex Refused();

    [GeneratedRegex(@"(\$?)""((?:[^""\\]|\\.)*)""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"^[A-Z*][\w*-]*(\.[\w*-]+)*\.?\*?$")]
    private static partial Regex Key_();
}
