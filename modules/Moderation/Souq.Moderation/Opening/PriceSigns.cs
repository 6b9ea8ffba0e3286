using System.Globalization;
using Souq.Catalog.Contracts;
using Souq.Kernel;

namespace Souq.Moderation.Opening;

/// <summary>What a price says that is not a price.</summary>
public static class PriceSigns
{
    /// <summary>No amount where things of this section usually have one.</summary>
    public static bool IsMissing(Price price, Section? section) =>
        price.Type != PriceType.Free && price.Dinars is null
        && section?.PriceTypes is not [PriceType.OnRequest or PriceType.Free, ..];

    /// <summary>Typed to get past the form: 1, 123, 1111, 12345.</summary>
    public static bool IsOdd(Price price)
    {
        if (price.Dinars is not { } dinars) return false;
        var digits = dinars.ToString(CultureInfo.InvariantCulture);
        return dinars < 10 || (digits.Length >= 3 && (digits.All(d => d == digits[0]) || "123456789".StartsWith(digits, StringComparison.Ordinal)));
    }
}
