using Souq.Listings.Browsing;

namespace Souq.Listings.Watching;

/// <summary>
/// A kept search as the conditions an advert must meet: the same that <see cref="SearchFilter"/> asks PostgreSQL for. Words and tags are numbers,
/// see <see cref="Terms"/>.
/// </summary>
/// <param name="No">See <see cref="WatchTable"/>.</param>
/// <param name="Tags">Of each part one is met.</param>
/// <param name="Words">All to be met.</param>
/// <param name="Without">None to be met.</param>
/// <param name="Low">Dinars, inclusive.</param>
/// <param name="High">Dinars, inclusive.</param>
/// <param name="Communes">ONS codes.</param>
/// <param name="Stores">Only those of stores, or only those of others.</param>
/// <param name="Days">Only those listed within so many days.</param>
/// <param name="Reduced">Only those whose price came down lately.</param>
internal sealed record Watch(
    int No, int[][] Tags, WatchedWord[] Words, WatchedWord[] Without, long? Low, long? High, IReadOnlySet<int>? Communes, WatchedRange[] Ranges, bool? Stores, int? Days,
    bool Reduced)
{
    public static Watch Of(int no, SearchQuery query, SearchFilter filter, Terms terms) => new(
        no, [.. filter.TagParts.Select(part => terms.Tags(part)), .. query.SellerId is { } seller ? [terms.Tags([By(seller)])] : Array.Empty<int[]>()], [.. (filter.Asked?.Terms ?? []).Select(terms.Word)], [.. (filter.Asked?.Without ?? []).Select(terms.Word)],
        query.Min, query.Max, filter.Communes?.ToHashSet(), RangesOf(query), query.Seller is { } kind ? kind == SellerKind.Store : null, query.Days, query.Reduced);

    /// <summary>Whose an advert is, as a tag that only the adverts that come have.</summary>
    public static string By(Guid seller) => $"{ByPrefix}{seller:N}";

    public const string ByPrefix = "by:";

    public bool IsMetBy(ComingAdvert advert, DateTimeOffset now)
    {
        foreach (var part in Tags)
            if (!advert.HasAny(part)) return false;
        foreach (var word in Words)
            if (!word.IsMetBy(advert)) return false;
        foreach (var word in Without)
            if (word.IsMetBy(advert)) return false;
        foreach (var range in Ranges)
            if (!range.IsMetBy(advert)) return false;
        return (Low is null || advert.Price >= Low) && (High is null || advert.Price <= High) && (Communes is null || Communes.Contains(advert.Commune))
            && (Stores is null || advert.IsStores == Stores) && (Days is not { } days || advert.ListedAt >= now.AddDays(-days))
            && (!Reduced || advert.DroppedAt > now - PriceHistory.Memory);
    }

    private static WatchedRange[] RangesOf(SearchQuery query) =>
    [
        .. (query.Attributes ?? new Dictionary<string, IReadOnlyList<string>>())
            .Where(a => a.Value.Count == 1).Select(a => (a.Key, Range: SearchFilter.Range(a.Value[0]))).Where(a => a.Range is not null)
            .Select(a => new WatchedRange(a.Key, a.Range!.Value.From, a.Range.Value.To)),
    ];
}

/// <summary>Numbers of an attribute, inclusive.</summary>
internal sealed record WatchedRange(string Key, decimal? Low, decimal? High)
{
    public bool IsMetBy(ComingAdvert advert) => advert.Number(Key) is { } number && (Low is null || number >= Low) && (High is null || number <= High);
}

/// <summary>One thing asked for in words: any of the lexemes, any of the phrases, or all of the parts.</summary>
internal sealed record WatchedWord(int[] Any, int[][] Phrases, WatchedWord[] Parts)
{
    public bool IsMetBy(ComingAdvert advert)
    {
        if (advert.HasAny(Any)) return true;
        foreach (var phrase in Phrases)
            if (advert.HasPhrase(phrase)) return true;
        return Parts.Length > 0 && Array.TrueForAll(Parts, part => part.IsMetBy(advert));
    }

    /// <summary>Lexemes of which every text that meets it has one.</summary>
    public IReadOnlyCollection<int> MustHave(Func<int, float> weight)
    {
        var ways = Any.Concat(Phrases.Select(phrase => phrase.MinBy(weight)));
        return [.. (Parts.Length == 0 ? ways : ways.Concat(Parts.Select(part => part.MustHave(weight)).MinBy(must => must.Sum(weight))!)).Distinct()];
    }
}
