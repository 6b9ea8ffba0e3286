namespace Souq.Kernel;

/// <summary>What a price may be.</summary>
public static class PriceRules
{
    /// <summary>In dinars.</summary>
    public const long Least = 1, Most = 100_000_000_000;

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
        < Least or > Most => [new Refusal("Price.OutOfBounds", field, Least, Most)],
        _ => [],
    };

    /// <summary>Whole dinars, rounded half up.</summary>
    /// <returns><c>null</c> when below <see cref="Least"/> or above <see cref="Most"/>, however large the amount.</returns>
    public static long? ToDinars(decimal amount, PriceUnit unit)
    {
        // Compared before multiplying: a decimal overflows too.
        if (amount <= 0 || amount > Most / Of(unit) + 1) return null;
        var dinars = Math.Round(amount * Of(unit), MidpointRounding.AwayFromZero);
        return dinars is >= Least and <= Most ? (long)dinars : null;
    }

    /// <summary>The amount to show in a form that asks in this unit; exact.</summary>
    public static decimal FromDinars(long dinars, PriceUnit unit) => dinars / Of(unit);

    private static decimal Of(PriceUnit unit) => unit switch
    {
        PriceUnit.Million => 10_000m,
        PriceUnit.Milliard => 10_000_000m,
        _ => 1m,
    };
}
