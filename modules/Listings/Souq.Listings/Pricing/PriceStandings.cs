using Microsoft.Extensions.Caching.Memory;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Listings.Browsing;

namespace Souq.Listings.Pricing;

/// <summary>Compares a price with those of like adverts on the market.</summary>
public sealed class PriceStandings(LikeSamples samples, PriceSamples deep, SearchReader reader, ICatalog catalog, IMemoryCache cache, TimeProvider time)
{
    /// <summary>The newest so many like adverts are compared.</summary>
    private const int Most = 250;

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    /// <summary>A market that is being filled soon has enough.</summary>
    private static readonly TimeSpan Few = TimeSpan.FromMinutes(1);

    /// <returns><c>null</c> when there are not enough like adverts.</returns>
    public async Task<PriceStanding?> Of(ListingContent content, long number, CancellationToken cancellation = default)
    {
        var (per, rare) = (content.Price?.Per ?? PricePer.Whole, (SearchQuery?)null);
        foreach (var like in SimilarAdverts.Of(content, catalog.Current, Today))
        {
            var sample = await samples.Of(SimilarAdverts.Wider(like), cancellation);
            var prices = SimilarAdverts.Fitting(like, sample).Where(a => a.Number != number && a.Per == per).Select(a => a.Price).OfType<long>();
            if (PriceStanding.Of(like, prices, content.Price?.Dinars) is { } standing) return standing;
            rare = sample.IsWhole || !SimilarAdverts.IsOfRanges(like) ? null : like;
        }

        // Among the newest of its kind they are too few, but there are older ones.
        return rare is null ? null : PriceStanding.Of(rare, await deep.Of(rare, per, number, Most, cancellation), content.Price?.Dinars);
    }

    /// <summary>What to ask a seller about the price he typed; <c>null</c> for nothing.</summary>
    public async Task<PriceAdvice?> Advice(ListingContent content, Price price, long number, CancellationToken cancellation = default)
    {
        if (price.Amount is not { } asked) return null;
        foreach (var like in SimilarAdverts.Wide(content, catalog.Current, Today))
            if (PriceStanding.Usual(await Prices(like, price.Per, number, cancellation)) is { } usual)
                return PriceAdvice.Of(asked, usual);
        return null;
    }

    private DateOnly Today => Web.Localisation.Formats.Today(time);

    private async Task<IReadOnlyList<long>> Prices(SearchQuery like, PricePer per, long number, CancellationToken cancellation)
    {
        var found = await cache.GetOrCreateAsync((nameof(PriceStandings), SearchParameters.Address(like, catalog.Current), per), async entry =>
        {
            var prices = await Find(like, per, cancellation);
            entry.AbsoluteExpirationRelativeToNow = prices.Count < PriceStanding.Enough ? Few : Fresh;
            return prices;
        });
        return [.. found!.Where(f => f.Number != number).Select(f => f.Price)];
    }

    private async Task<IReadOnlyList<(long Number, long Price)>> Find(SearchQuery like, PricePer per, CancellationToken cancellation)
    {
        var filter = SearchFilter.Of(like, catalog.Current, time.GetUtcNow()).And(new Condition("price is not null and price_per = {0}", (int)per));
        return await reader.Newest(filter, "number, price, listed_at", Most, row => (row.GetInt64(0), row.GetInt64(1)), cancellation: cancellation);
    }
}
