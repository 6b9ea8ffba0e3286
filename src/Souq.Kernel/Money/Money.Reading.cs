using System.Globalization;
using System.Text;

namespace Souq.Kernel;

/// <content>Reads an amount as people type it: <c>1 250 000</c>, <c>1.250.000,50</c>, <c>125,5</c>, <c>٤١٠</c>, <c>2500 DA</c>.</content>
public readonly partial record struct Money
{
    private const int Longest = 64, MostDigits = 18;

    /// <summary>The sum that was typed; a unit typed with it (<c>125 مليون</c>, <c>2500 DA</c>) wins over the one chosen beside it.</summary>
    /// <returns><c>null</c> when it is no amount, or none a price can be.</returns>
    public static Money? Read(string? text, PriceUnit unit = PriceUnit.Dinar)
    {
        (text, unit) = UnitSaid(text?.Trim() ?? "", unit);
        return Amount(text, unit) is { } amount ? Of(amount, unit) : null;
    }

    /// <summary>
    /// The number that was typed. One point or comma before exactly three digits marks thousands (<c>1.250</c> is 1250), save in milliards, where nobody has
    /// thousands. Spaces, apostrophes and the name of the dinar do not count.
    /// </summary>
    /// <returns><c>null</c> when it is no amount or two amounts a thousand times apart (<c>1250,000</c>), negative, with other words, or absurdly long.</returns>
    public static decimal? Amount(string? text, PriceUnit unit = PriceUnit.Dinar)
    {
        if (text is null || text.Length > Longest || Plain(text) is not { Length: > 0 } plain) return null;
        var groups = plain.Split('.', ',');
        if (groups.Any(g => g.Length == 0) || groups.Sum(g => g.Length) > MostDigits) return null;
        if (groups.Length == 1) return Number(plain);

        var last = plain[^(groups[^1].Length + 1)];
        var marks = plain.Where(c => c is '.' or ',').ToList();
        if (marks.Distinct().Count() == 2)
            return marks.Count(m => m == last) == 1 && AreThousands(groups[..^1]) ? Number(string.Concat(groups[..^1]), groups[^1]) : null;
        if (marks.Count > 1) return AreThousands(groups) ? Number(string.Concat(groups)) : null;
        if (groups[1].Length != 3 || groups[0] == "0" || unit == PriceUnit.Milliard) return Number(groups[0], groups[1]);
        return AreThousands(groups) ? Number(string.Concat(groups)) : null;
    }

    private static bool AreThousands(string[] groups) => groups[0].Length <= 3 && groups.Skip(1).All(g => g.Length == 3);

    private static decimal Number(string whole, string fraction = "0") =>
        decimal.Parse($"{whole}.{fraction}", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    /// <summary>Latin digits, points and commas; <c>null</c> when there is anything else.</summary>
    private static string? Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in WithoutDinar(text))
        {
            if (char.IsDigit(c)) plain.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)));
            else if (c is '.' or '٫') plain.Append('.');
            else if (c is ',' or '،' or '٬') plain.Append(',');
            else if (!(char.IsWhiteSpace(c) || c is '\'' or '’' || char.GetUnicodeCategory(c) == UnicodeCategory.Format)) return null;
        }

        return plain.ToString();
    }

    private static readonly string[] Dinar = ["دج", "د.ج", "دينار", "dinars", "dinar", "dzd", "da"];
    private static readonly string[] Million = ["مليون", "ملايين", "millions", "million"];
    private static readonly string[] Milliard = ["مليار", "ملايير", "milliards", "milliard"];
    private static readonly string[] Centime = [" سنتيم", " de centimes", " centimes"];

    private static (string Text, PriceUnit Unit) UnitSaid(string text, PriceUnit chosen)
    {
        if (text.Length > Longest) return (text, chosen);
        if (Before(text, Dinar) is not null) return (text, PriceUnit.Dinar);
        var said = Before(text, Centime) ?? text;
        return Before(said, Million) is { Length: > 0 } millions ? (millions, PriceUnit.Million)
            : Before(said, Milliard) is { Length: > 0 } milliards ? (milliards, PriceUnit.Milliard)
            : (text, chosen);
    }

    private static string WithoutDinar(string text) => Before(text.Trim(), Dinar) ?? text.Trim();

    private static string? Before(string text, string[] endings) =>
        endings.FirstOrDefault(e => text.EndsWith(e, StringComparison.OrdinalIgnoreCase)) is { } ending ? text[..^ending.Length].TrimEnd() : null;
}
