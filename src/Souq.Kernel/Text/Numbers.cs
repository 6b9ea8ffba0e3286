using System.Text;

namespace Souq.Kernel;

/// <summary>Digits with points and commas between them: thousands are joined, decimals kept, dates and lists taken apart.</summary>
internal static class Numbers
{
    public static int EndOf(string plain, int at)
    {
        while (at < plain.Length && (char.IsAsciiDigit(plain[at]) || IsMark(plain, at))) at++;
        return at;
    }

    public static void Write(string chain, StringBuilder words)
    {
        var groups = chain.Split('.', ',', Letters.Group);
        if (groups.Length == 1)
            words.Append(chain);
        else if (IsThousands(groups) && (groups.Length > 2 || groups[1][^1] == '0' || chain.Contains(Letters.Group)))
            words.AppendJoin("", groups);
        else if (IsThousands(groups[..^1]) && IsDecimal(groups[^1]) && HasOwnMark(chain, groups[^1].Length))
            words.AppendJoin("", groups[..^1]).Append('.').Append(groups[^1]);
        else if (groups.Length == 2 && (IsDecimal(groups[1]) || groups[0] == "0") && !chain.Contains(Letters.Group))
            words.Append(groups[0]).Append('.').Append(groups[1]);
        else
            words.AppendJoin(' ', groups);
    }

    private static bool IsMark(string plain, int at) =>
        plain[at] is '.' or ',' or Letters.Group && at + 1 < plain.Length && char.IsAsciiDigit(plain[at + 1]);

    /// <summary>1.250.000; but 206,207 is a list, which <see cref="Write"/> tells by its last digit.</summary>
    private static bool IsThousands(string[] groups) =>
        groups.Length > 1 && groups[0].Length <= 3 && groups[0] != "0" && groups.Skip(1).All(g => g.Length == 3);

    private static bool IsDecimal(string group) => group.Length <= 2;

    private static bool HasOwnMark(string chain, int lastLength)
    {
        var mark = chain.Length - lastLength - 1;
        return chain[mark] != Letters.Group && chain.AsSpan(0, mark).IndexOf(chain[mark]) < 0;
    }
}
