using Souq.Kernel;

namespace Souq.Listings.Browsing;

/// <summary>
/// Relevance: how well the words fit and how new it is, among the newest matches. Dropped: only those that came down lately, the newest drop
/// first; BiggestDrop: the same, the biggest first. Nearest: from <see cref="SearchQuery.Near"/>.
/// </summary>
public enum SearchSort { Newest, Relevance, Cheapest, Dearest, Nearest, BiggestDrop, Dropped }

/// <summary>Whose adverts.</summary>
public enum SellerKind { Store, Person }

/// <summary>What a reader asks the market for; the same for the page, the API and links. Everything is optional.</summary>
/// <param name="Words">As typed.</param>
/// <param name="SectionId">With all its subsections, unless <see cref="SearchQuery.Among"/> names some of them.</param>
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

    public const int LeastKm = 5, MostKm = 200, UsualKm = 50;

    /// <summary>Days within which adverts can be asked for.</summary>
    public static IReadOnlyList<int> Ages { get; } = [1, 7, 30];

    /// <summary>
    /// Of what is below <see cref="SectionId"/>, or of the whole market, only these sections with theirs: two or more of which none is in another.
    /// </summary>
    public IReadOnlyList<int> Among { get; init; } = [];

    /// <summary>Other wilayas that do as well as <see cref="Wilaya"/>.</summary>
    public IReadOnlyList<int> MoreWilayas { get; init; } = [];

    /// <summary>Only those with photos.</summary>
    public bool Photos { get; init; }

    public SellerKind? Seller { get; init; }

    /// <summary>Only those whose price came down lately.</summary>
    public bool Reduced { get; init; }

    /// <summary>Only those listed within so many days.</summary>
    public int? Days { get; init; }

    /// <summary>ONS code of the commune from which distances count.</summary>
    public int? Near { get; init; }

    /// <summary>Only those within so many kilometres of <see cref="Near"/>.</summary>
    public int? Km { get; init; }

    /// <summary>Each with its subsections, none twice; empty for the whole market.</summary>
    public IReadOnlyList<int> Sections => Among.Count > 0 ? Among : SectionId is { } id ? [id] : [];

    public IReadOnlyList<int> Wilayas => Wilaya is { } first ? [first, .. MoreWilayas] : [];

    /// <summary>The same search wherever it is.</summary>
    public SearchQuery Anywhere => this with { Wilaya = null, MoreWilayas = [], Commune = null, Near = null, Km = null, Sort = Sort == SearchSort.Nearest ? SearchSort.Newest : Sort };

    /// <summary>How many filters narrow it, besides words, section and place.</summary>
    public int Narrowed => (Min is null && Max is null ? 0 : 1) + (Attributes?.Count ?? 0) + (Photos ? 1 : 0) + (Seller is null ? 0 : 1) + (Reduced ? 1 : 0)
        + (Days is null ? 0 : 1) + (Near is null || Km is null ? 0 : 1);
}

/// <summary>One advert among results.</summary>
public sealed record SearchHit(
    Guid Id, long Number, string Title, Price Price, int SectionId, int CommuneCode, DateTimeOffset ListedAt, string? PhotoId, int Tone,
    int PhotoCount, Guid SellerId, IReadOnlyDictionary<string, string> Attributes)
{
    /// <summary>The price it came down from, in dinars.</summary>
    public long? Was { get; init; }

    public DateTimeOffset? DroppedAt { get; init; }

    /// <summary>How far it came down, in thousandths of <see cref="Was"/>.</summary>
    public int DroppedBy { get; init; }
}

/// <param name="Total">Number of adverts, at most <see cref="SearchQuery.CountCap"/> + 1.</param>
/// <param name="Next">Cursor of the next page; <c>null</c> on the last.</param>
/// <param name="Relaxed">Nothing has all the words; these have all but one.</param>
/// <param name="Sample">What was counted, when it was asked for.</param>
public sealed record SearchPageResult(IReadOnlyList<SearchHit> Items, int Total, string? Next, bool Relaxed = false, SearchSample? Sample = null);
