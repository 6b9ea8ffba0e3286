namespace Souq.Kernel;

/// <summary>What a price may be.</summary>
public static class PriceRules
{
    /// <summary>In dinars.</summary>
    public const long Least = 1, Most = 100_000_000_000;

    /// <summary>Does a price of this type carry an amount? It must then, and may not otherwise.</summary>
    public static bool HasAmount(PriceType type) => type is PriceType.Firm or PriceType.Negotiable or PriceType.BestOffer;

    /// <summary>
    /// What is wrong with the price, by keys the asking module translates: <c>Price.Required</c>, <c>Price.NotWanted</c> (an amount for
    /// something free or on request) or <c>Price.OutOfBounds</c> (arguments: the least and the most, in dinars). Empty when nothing is.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(Price price, string field = "price") => (HasAmount(price.Type), price.Dinars) switch
    {
        (true, null) => [new Refusal("Price.Required", field)],
        (false, not null) => [new Refusal("Price.NotWanted", field)],
        (true, < Least or > Most) => [new Refusal("Price.OutOfBounds", field, Least, Most)],
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
