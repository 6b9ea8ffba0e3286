using System.Text.RegularExpressions;

namespace Souq.Architecture.Reading;

/// <summary>Where a page uses a component: <c>&lt;Badge Kind="BadgeKind.Warn" Icon="clock"&gt;</c>.</summary>
/// <param name="Given">Names of what it is given; directives such as <c>@key</c> are left out.</param>
internal sealed partial record UsedPart(string Name, IReadOnlyList<string> Given, string Where)
{
    public static IEnumerable<UsedPart> In(SourceFile file)
    {
        foreach (Match match in Opening().Matches(file.Code))
            yield return new UsedPart(match.Groups[1].Value, GivenAt(file.Code, match.Index + match.Length), file.At(match.Index, match.Value));
    }

    private static List<string> GivenAt(string code, int at)
    {
        var given = new List<string>();
        while (at < code.Length && code[at] is not ('>' or '/'))
        {
            if (char.IsWhiteSpace(code[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < code.Length && !char.IsWhiteSpace(code[at]) && code[at] is not ('=' or '>' or '/')) at++;
            if (code[start] != '@') given.Add(code[start..at]);
            if (at == start) break;
            if (at < code.Length && code[at] == '=') at = AfterValue(code, at + 1);
        }

        return given;
    }

    /// <summary>A value in quotes ends at the next quote that is not inside an expression, which may hold quotes of its own.</summary>
    private static int AfterValue(string code, int at)
    {
        if (at >= code.Length || code[at] != '"')
        {
            while (at < code.Length && !char.IsWhiteSpace(code[at]) && code[at] != '>') at++;
            return at;
        }

        var (depth, isCode) = (0, false);
        for (at++; at < code.Length; at++)
            switch (code[at])
            {
                case '@': isCode = true; break;
                case '(' or '[' or '{' when isCode: depth++; break;
                case ')' or ']' or '}' when depth > 0: depth--; break;
                case '"' when depth == 0: return at + 1;
                case '"':
                    for (at++; at < code.Length && code[at] != '"'; at++)
                        if (code[at] == '\\') at++;
                    break;
            }

        return at;
    }

    [GeneratedRegex(@"<([A-Z]\w*)(?=[\s/>])")]
    private static partial Regex Opening();
}
