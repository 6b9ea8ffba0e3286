using Souq.Kernel;

namespace Souq.Listings.Browsing;

/// <summary>Dropped: only those that came down lately, the newest drop first.</summary>
public enum SearchSort { Newest, Cheapest, Dearest, Dropped }

/// <summary>What a reader asks the market for; the same for the page, the API and links. Everything is optional.</summary>
/// <param name="Words">As typed.</param>
/// <param name="SectionId">With all its subsections.</param>
/// <param name="Wilaya">Code of any of the three divisions.</param>
/// <param name="Commune">ONS code.</param>
/// <param name="Min">Whole dinars, inclusive.</param>
/// <param name="Max">Whole dinars, inclusive.</param>
/// <param name="Attributes">By attribute key: values any of which fits, or one <c>from..to</c> of numbers.</param>
/// <param name="SellerId">Only this person's adverts.</param>
/// <param name="Plain">The words are words: no place or section is read out of them.</param>
public sealed record SearchQuery(
    string? Words = null,
    int? SectionId = null,
    int? Wilaya = null,
    int? Commune = null,
    long? Min = null,
    long? Max = null,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Attributes = null,
    Guid? SellerId = null,
    SearchSort Sort = SearchSort.Newest,
    string? After = null,
    int Limit = SearchQuery.PageSize,
    bool Plain = false)
{
    public const int PageSize = 24;
    public const int MaxLimit = 100;

    /// <summary>Exact up to here; beyond, only that there are more.</summary>
    public const int CountCap = 1000;
}

/// <summary>One advert among results.</summary>
public sealed record SearchHit(
    Guid Id, long Number, string Title, Price Price, int SectionId, int CommuneCode, DateTimeOffset ListedAt, string? PhotoId, int Tone,
    int PhotoCount, Guid SellerId, IReadOnlyDictionary<string, string> Attributes)
{
    /// <summary>The price it came down from, in dinars.</summary>
    public long? Was { get; init; }

    public DateTimeOffset? DroppedAt { get; init; }
}

/// <param name="Total">Number of adverts, at most <see cref="SearchQuery.CountCap"/> + 1.</param>
/// <param name="Next">Cursor of the next page; <c>null</c> on the last.</param>
/// <param name="Relaxed">Nothing has all the words; these have all but one.</param>
public sealed record SearchPageResult(IReadOnlyList<SearchHit> Items, int Total, string? Next, bool Relaxed = false);
