using System.Globalization;
using Souq.Kernel;

namespace Souq.Listings.Importing;

/// <summary>A price in the cells <c>price, price_unit, price_type, price_per</c>.</summary>
public static class PriceCells
{
    private static readonly (string Word, PriceType Type)[] Types =
    [
        ("firm", PriceType.Firm), ("negotiable", PriceType.Negotiable), ("best_offer", PriceType.BestOffer), ("free", PriceType.Free),
        ("on_request", PriceType.OnRequest), ("exchange", PriceType.Exchange),
    ];

    private static readonly (string Word, PriceUnit Unit)[] Units =
        [("da", PriceUnit.Dinar), ("million", PriceUnit.Million), ("milliard", PriceUnit.Milliard)];

    private static readonly (string Word, PricePer Per)[] Pers =
    [
        ("whole", PricePer.Whole), ("m2", PricePer.SquareMetre), ("month", PricePer.Month), ("night", PricePer.Night), ("day", PricePer.Day),
        ("hour", PricePer.Hour),
    ];

    /// <returns>The price, or <c>null</c> and why, by cell. A blank type is firm, a blank unit dinars, a blank <c>price_per</c> the usual.</returns>
    public static (Price? Price, IReadOnlyList<Refusal> Refusals) Read(Func<string, string> cell, PricePer usual = PricePer.Whole)
    {
        var refusals = new List<Refusal>();
        var type = Word("price_type", "Import.UnknownPriceType", Types, PriceType.Firm);
        var unit = Word("price_unit", "Import.UnknownPriceUnit", Units, PriceUnit.Dinar);
        var per = Word("price_per", "Import.UnknownPricePer", Pers, usual);
        if (refusals.Count > 0) return (null, refusals);
        if (!PriceRules.TakesAmount(type)) return (new Price(type, null), refusals);
        var typed = cell("price").Trim();
        if (typed.Length == 0)
            return PriceRules.NeedsAmount(type) ? (null, [new Refusal("Price.Required", "price")]) : (new Price(type, null), refusals);
        if (Money.Read(typed, unit) is { } money) return (new Price(type, money.Dinars, per), refusals);
        return (null, [Money.Amount(typed, unit) is null
            ? new Refusal("Price.NotANumber", "price", Short(typed))
            : new Refusal("Price.OutOfBounds", "price", Money.Least, Money.Most)]);

        T Word<T>(string column, string refusal, (string Word, T Value)[] known, T blank)
        {
            var said = cell(column).Trim();
            if (said.Length == 0) return blank;
            if (ImportWords.Of(column, said) is { } ours) return known.First(k => k.Word == ours).Value;
            refusals.Add(new Refusal(refusal, column, Short(said)));
            return blank;
        }
    }

    /// <summary>The cells of a price, which read back to the same.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Write(Price price) =>
    [
        new("price", price.Dinars?.ToString(CultureInfo.InvariantCulture) ?? ""),
        new("price_unit", price.Dinars is null ? "" : "da"),
        new("price_type", Types.First(t => t.Type == price.Type).Word),
        new("price_per", price.Dinars is null ? "" : Pers.First(p => p.Per == price.Per).Word),
    ];

    internal static string Short(string typed) => typed.Length > 40 ? typed[..40] + "…" : typed;
}
