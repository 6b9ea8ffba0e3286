using Souq.Kernel;

namespace Souq.Listings.Pricing;

/// <summary>What a seller is asked when his price is far from what such things cost: a unit left out, a nought too many.</summary>
/// <param name="Usual">The median of like adverts.</param>
/// <param name="Meant">What he may have meant; <c>null</c> when no simple slip explains the amount.</param>
public sealed record PriceAdvice(Money Asked, Money Usual, Money? Meant)
{
    /// <summary>This many times off, and nothing is asked below it.</summary>
    private const decimal Far = 8;

    /// <summary>A slip is believed when it comes this near to the usual price.</summary>
    private const decimal Near = 4;

    // A nought too many or too few, centimes for dinars, millions or milliards of centimes for dinars.
    private static readonly decimal[] Slips = [10, 0.1m, 100, 0.01m, 1000, 0.001m, 10_000, 0.0001m, 10_000_000];

    /// <returns><c>null</c> when the price is nothing to ask about.</returns>
    public static PriceAdvice? Of(Money asked, long? usual)
    {
        if (usual is not { } dinars || Distance(asked.Dinars, dinars) < Far) return null;
        var meant = Slips.Select(s => Money.Of(asked.Dinars * s, PriceUnit.Dinar)).OfType<Money>()
            .Select(m => (Money: m, Distance: Distance(m.Dinars, dinars)))
            .Where(m => m.Distance <= Near).OrderBy(m => m.Distance).Select(m => (Money?)m.Money).FirstOrDefault();
        return new PriceAdvice(asked, new Money(dinars), meant);
    }

    private static decimal Distance(decimal a, decimal b) => a > b ? a / b : b / a;
}
