using System.Globalization;

namespace Souq.Kernel;

/// <summary>Prices as people read and say them. Latin digits always; the words of the three languages for money live here alone.</summary>
public static class PriceFormat
{
    // Not the narrow one (U+202F): many typefaces lack it or draw a hair, and figures run together.
    private const char NoBreakSpace = '\u00A0';

    private static readonly NumberFormatInfo Spaced = new() { NumberGroupSeparator = NoBreakSpace.ToString(), NumberDecimalSeparator = "," };

    /// <summary><c>1 250 000 دج</c>, <c>1 250 000 DA</c>, <c>1,250,000 DA</c>; on one line always (no-break spaces).</summary>
    public static string Dinars(long dinars, Language language) =>
        $"{Number(dinars, language)}{NoBreakSpace}{(language == Language.Arabic ? "دج" : "DA")}";

    /// <summary>The amount and what it buys: <c>12 000 DA / m²</c>; empty when there is none.</summary>
    public static string Amount(Price? price, Language language) =>
        price?.Dinars is { } dinars ? Dinars(dinars, language) + Per(price.Per, language) : "";

    /// <summary>What an amount buys, to stand behind it; empty for the whole thing.</summary>
    public static string Per(PricePer per, Language language)
    {
        var (ar, fr, en) = per switch
        {
            PricePer.SquareMetre => ("م²", "m²", "m²"),
            PricePer.Month => ("شهر", "mois", "month"),
            PricePer.Night => ("ليلة", "nuit", "night"),
            PricePer.Day => ("يوم", "jour", "day"),
            PricePer.Hour => ("ساعة", "heure", "hour"),
            _ => ("", "", ""),
        };
        return en.Length == 0 ? "" : $"{NoBreakSpace}/{NoBreakSpace}{(language switch { Language.Arabic => ar, Language.French => fr, _ => en })}";
    }

    /// <summary>A number grouped by thousands, with decimals when it has some (at most five): <c>1 250,5</c>, in English <c>1,250.5</c>.</summary>
    public static string Number(decimal number, Language language) =>
        number.ToString("#,0.#####", language == Language.English ? CultureInfo.InvariantCulture : Spaced);

    /// <summary>
    /// As it is said, in millions and milliards of centimes (1 million is 10,000 DA), rounded to a hundredth of a million:
    /// <c>125 مليون سنتيم</c>, <c>1 milliard 250 millions de centimes</c>, <c>1.25 billion centimes</c>.
    /// </summary>
    /// <returns><c>null</c> below one million of centimes, where nobody says it so.</returns>
    public static string? Spoken(long dinars, Language language)
    {
        if (dinars < 10_000) return null;
        var millions = Math.Round(dinars / 10_000m, 2, MidpointRounding.AwayFromZero);
        var milliards = (long)(millions / 1000);
        var rest = millions - (milliards * 1000m);
        return language switch
        {
            Language.Arabic => Arabic(milliards, rest),
            Language.French => French(milliards, rest),
            _ => milliards == 0 ? $"{Number(millions, language)} million centimes" : $"{Number(millions / 1000, language)} billion centimes",
        };
    }

    private static string French(long milliards, decimal rest)
    {
        var million = rest == 0 ? "" : $"{Number(rest, Language.French)} million{(rest < 2 ? "" : "s")}";
        var milliard = milliards == 0 ? "" : $"{Number(milliards, Language.French)} milliard{(milliards < 2 ? "" : "s")}";
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
        _ when count % 1 == 0 && Plurals.Of((long)count, Language.Arabic) == PluralCategory.Few => $"{Number(count, Language.Arabic)} {few}",
        _ => $"{Number(count, Language.Arabic)} {one}",
    };
}
