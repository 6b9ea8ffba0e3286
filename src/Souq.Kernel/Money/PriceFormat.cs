using System.Globalization;

namespace Souq.Kernel;

/// <summary>Prices and numbers as people read them. Latin digits always.</summary>
public static class PriceFormat
{
    // Not the narrow one (U+202F): many typefaces lack it or draw a hair, and figures run together.
    internal const char NoBreakSpace = '\u00A0';

    private static readonly NumberFormatInfo Spaced = new() { NumberGroupSeparator = NoBreakSpace.ToString(), NumberDecimalSeparator = "," };

    /// <summary>The amount and what it buys: <c>12 000 DA / m²</c>; empty when there is none.</summary>
    public static string Amount(Price? price, Language language) =>
        price?.Amount is { } amount ? amount.In(language) + Per(price.Per, language) : "";

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
}
