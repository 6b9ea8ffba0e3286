using Souq.Kernel;

namespace Souq.Listings.Contracts;

/// <summary>A search in the one form it is kept in: what was read out of its words is in it as filters, its order and page are not.</summary>
/// <param name="Id">The same for the same search, whoever keeps it.</param>
/// <param name="Query">As in an address, without <c>?</c>; empty for the whole market.</param>
public sealed record KeptSearch(Guid Id, string Query);

/// <summary>Searches as other modules know them: kept by somebody, and held against everything that comes to the market (build/adr/0018).</summary>
public interface ISearches
{
    /// <summary>What an address asks for; what cannot be understood in it is left out. <c>null</c> where nothing can fit, such as a smallest price above the largest.</summary>
    /// <param name="query">As in an address, without <c>?</c>; a stranger may have written it.</param>
    KeptSearch? Read(string? query);

    /// <summary>Its page of results, relative to the base of the language.</summary>
    string Address(string query);

    /// <summary>What it asks for, in the language of the moment, piece by piece: words, section, place, price …; one piece for the whole market.</summary>
    IReadOnlyList<string> Describe(string query);

    /// <summary>The newest adverts on the market that it finds today, as <see cref="News"/> would tell them.</summary>
    Task<IReadOnlyList<FoundListing>> Preview(string query, int most, CancellationToken cancellation);

    /// <summary>How far the market has been looked through. What is found later has a higher place.</summary>
    Task<long> Reached(CancellationToken cancellation);

    /// <summary>What kept searches have found, as far as it is on the market now, as it stands there now; in the order of the wishes, those that found something.</summary>
    Task<IReadOnlyList<SearchNews>> News(IReadOnlyCollection<NewsWish> wishes, CancellationToken cancellation);

    /// <summary>Those of the searches that have found something after one place up to another.</summary>
    Task<IReadOnlySet<Guid>> Fresh(IReadOnlyCollection<Guid> searches, long after, long until, CancellationToken cancellation);
}

/// <summary>Command: from now on a search is held against everything that comes to the market, for as long as anybody keeps it.</summary>
/// <param name="Keeper">Who keeps it: any id, such as that of a subscription.</param>
/// <param name="At">What came to the market from this moment on is found, even if the command is carried out later.</param>
public sealed record KeepSearch(KeptSearch Search, Guid Keeper, DateTimeOffset At);

/// <summary>Command: this keeper does not need it any more.</summary>
public sealed record ReleaseSearch(Guid SearchId, Guid Keeper);

/// <summary>What one search found after <paramref name="After"/>, up to and with <paramref name="Until"/>, both as of <see cref="ISearches.Reached"/>.</summary>
/// <param name="Most">Adverts to be told; the rest are counted.</param>
public sealed record NewsWish(Guid SearchId, long After, long Until, int Most);

/// <param name="Listings">Those with photos first, then the newest.</param>
/// <param name="Total">At most 1,001, which means more than 1,000.</param>
/// <param name="BySection">How many of them in each top section, the most first.</param>
public sealed record SearchNews(NewsWish Wish, IReadOnlyList<FoundListing> Listings, int Total, IReadOnlyList<(int SectionId, int Count)> BySection);

/// <summary>An advert as a search finds it.</summary>
/// <param name="Was">The price it came down from in the last thirty days, in dinars.</param>
public sealed record FoundListing(
    Guid ListingId, long Number, Guid SellerId, int SectionId, string Title, Price Price, long? Was, int CommuneCode, string? PhotoId, DateTimeOffset ListedAt);
