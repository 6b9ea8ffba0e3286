namespace Souq.Kernel;

/// <content>As people read and say it; the words of the three languages for money live here and in <see cref="PriceFormat"/> alone.</content>
public readonly partial record struct Money
{
    /// <summary><c>1 250 000 دج</c>, <c>1 250 000 DA</c>, <c>1,250,000 DA</c>; on one line always (no-break spaces).</summary>
    public string In(Language language) =>
        $"{PriceFormat.Number(Dinars, language)}{PriceFormat.NoBreakSpace}{(language == Language.Arabic ? "دج" : "DA")}";

    /// <summary>
    /// As it is said, in millions and milliards of centimes (1 million is 10,000 DA), rounded to a hundredth of a million:
    /// <c>125 مليون سنتيم</c>, <c>1 milliard 250 millions de centimes</c>, <c>1.25 billion centimes</c>.
    /// </summary>
    /// <returns><c>null</c> below one million of centimes, where nobody says it so.</returns>
    public string? Spoken(Language language)
    {
        if (Dinars < 10_000) return null;
        var millions = Math.Round(Dinars / 10_000m, 2, MidpointRounding.AwayFromZero);
        var milliards = (long)(millions / 1000);
        var rest = millions - (milliards * 1000m);
        return language switch
        {
            Language.Arabic => Arabic(milliards, rest),
            Language.French => French(milliards, rest),
            _ => milliards == 0 ? $"{PriceFormat.Number(millions, language)} million centimes" : $"{PriceFormat.Number(millions / 1000, language)} billion centimes",
        };
    }

    private static string French(long milliards, decimal rest)
    {
        var million = rest == 0 ? "" : $"{PriceFormat.Number(rest, Language.French)} million{(rest < 2 ? "" : "s")}";
        var milliard = milliards == 0 ? "" : $"{PriceFormat.Number(milliards, Language.French)} milliard{(milliards < 2 ? "" : "s")}";
        return $"{milliard}{(milliard.Length > 0 && million.Length > 0 ? " " : "")}{million} de centimes";
    }

    /// <summary>One and two are said by the noun alone, and two loses its ن before what it counts: مليونا سنتيم, but ملياران و5 ملايين.</summary>
    private static string Arabic(long milliards, decimal rest)
    {
        var million = rest == 0 ? "" : Arabic(rest, "مليون", "مليونا", "ملايين");
        var milliard = milliards == 0 ? "" : Arabic(milliards, "مليار", rest == 0 ? "مليارا" : "ملياران", "ملايير");
        return $"{milliard}{(milliard.Length > 0 && million.Length > 0 ? " و" : "")}{million} سنتيم";
    }

    private static string Arabic(decimal count, string one, string two, string few) => count switch
    {
        1 => one,
        2 => two,
        _ when count % 1 == 0 && Plurals.Of((long)count, Language.Arabic) == PluralCategory.Few => $"{PriceFormat.Number(count, Language.Arabic)} {few}",
        _ => $"{PriceFormat.Number(count, Language.Arabic)} {one}",
    };
}
