namespace Souq.Kernel;

/// <summary>What a price may be.</summary>
public static class PriceRules
{
    /// <summary>May a price of this type carry an amount?</summary>
    public static bool TakesAmount(PriceType type) => type is not (PriceType.Free or PriceType.OnRequest);

    /// <summary>Must it? A swap may leave it open.</summary>
    public static bool NeedsAmount(PriceType type) => TakesAmount(type) && type != PriceType.Exchange;

    /// <summary>
    /// What is wrong with the price, by keys the asking module translates: <c>Price.Required</c>, <c>Price.NotWanted</c> (an amount for
    /// something free or on request) or <c>Price.OutOfBounds</c> (arguments: the least and the most, in dinars). Empty when nothing is.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(Price price, string field = "price") => price.Dinars switch
    {
        null => NeedsAmount(price.Type) ? [new Refusal("Price.Required", field)] : [],
        not null when !TakesAmount(price.Type) => [new Refusal("Price.NotWanted", field)],
        < Money.Least or > Money.Most => [new Refusal("Price.OutOfBounds", field, Money.Least, Money.Most)],
        _ => [],
    };
}
