using Souq.Kernel;

namespace Souq.Listings;

/// <summary>What was asked for an advert over time.</summary>
public static class PriceHistory
{
    /// <summary>Changes remembered beside the advert; the stream has them all.</summary>
    public const int Longest = 60;

    /// <summary>How far back a drop is measured.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(30);

    /// <summary>The history with what is asked from now on; the same when nothing changes or no amount is named.</summary>
    public static IReadOnlyList<PricePoint> With(IReadOnlyList<PricePoint> prices, Price? price, DateTimeOffset at) =>
        price?.Dinars is not { } dinars || (prices.Count > 0 && prices[^1].Dinars == dinars)
            ? prices
            : [.. prices.Skip(Math.Max(0, prices.Count + 1 - Longest)), new PricePoint(at, dinars)];

    /// <summary>
    /// The price a drop is measured from: the lowest that was asked within <see cref="Memory"/>.
    /// </summary>
    /// <returns><c>null</c> when the new price is not at least one per cent below it.</returns>
    public static long? DropFrom(IReadOnlyList<PricePoint> prices, Price? price, DateTimeOffset now)
    {
        if (price?.Dinars is not { } dinars || prices.Count == 0) return null;
        // What was asked at the beginning of that time counts too, though it was set before.
        var begin = prices.LastOrDefault(p => p.At <= now - Memory);
        var lowest = prices.Where(p => p.At > now - Memory).Append(begin).OfType<PricePoint>().Min(p => p.Dinars);
        return dinars <= lowest * 0.99m ? lowest : null;
    }

    /// <summary>The price it came down from, as long as a card says so: see <see cref="DropFrom"/>.</summary>
    public static long? Before(IReadOnlyList<PricePoint> prices, long dinars, DateTimeOffset now) =>
        prices.Count > 1 && prices[^1].Dinars == dinars && prices[^1].At > now - Memory
            ? DropFrom([.. prices.SkipLast(1)], new Price(PriceType.Firm, dinars), prices[^1].At)
            : null;

    /// <summary>By how many whole per cent it came down; at least 1.</summary>
    public static int Percent(long was, long dinars) => Math.Max(1, (int)Math.Round(100m * (was - dinars) / was, MidpointRounding.AwayFromZero));
}
