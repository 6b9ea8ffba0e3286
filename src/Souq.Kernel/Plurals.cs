namespace Souq.Kernel;

/// <summary>The plural categories of CLDR; a language uses some of them, Arabic all six.</summary>
public enum PluralCategory { Zero, One, Two, Few, Many, Other }

/// <summary>Which form of a noun a whole number takes, after the cardinal rules of CLDR.</summary>
public static class Plurals
{
    public static PluralCategory Of(long n, Language language)
    {
        var count = n == long.MinValue ? (ulong)long.MaxValue + 1 : (ulong)Math.Abs(n);
        return language switch
        {
            Language.Arabic => Arabic(count),
            Language.French => count <= 1 ? PluralCategory.One : count % 1_000_000 == 0 ? PluralCategory.Many : PluralCategory.Other,
            _ => count == 1 ? PluralCategory.One : PluralCategory.Other,
        };
    }

    /// <summary>The end of a resource key: <c>zero</c>, <c>one</c>, <c>two</c>, <c>few</c>, <c>many</c>, <c>other</c>.</summary>
    public static string Key(this PluralCategory category) => category switch
    {
        PluralCategory.Zero => "zero",
        PluralCategory.One => "one",
        PluralCategory.Two => "two",
        PluralCategory.Few => "few",
        PluralCategory.Many => "many",
        _ => "other",
    };

    private static PluralCategory Arabic(ulong count) => count switch
    {
        0 => PluralCategory.Zero,
        1 => PluralCategory.One,
        2 => PluralCategory.Two,
        _ => (count % 100) switch
        {
            >= 3 and <= 10 => PluralCategory.Few,
            >= 11 => PluralCategory.Many,
            _ => PluralCategory.Other,
        },
    };
}
