namespace Souq.Listings.Contracts;

/// <summary>How sellers' adverts have done, for many sellers at a time.</summary>
public interface ISellerReports
{
    /// <summary>Of those who have anything on the market, or to whose adverts anything happened.</summary>
    /// <param name="until">The week is that of the seven days before this day, in Algiers.</param>
    Task<IReadOnlyDictionary<Guid, SellerReport>> Of(IReadOnlyCollection<Guid> sellers, DateTimeOffset until, CancellationToken cancellation);
}

/// <summary>A week of one seller.</summary>
/// <param name="OnMarket">Adverts on the market now.</param>
/// <param name="Before">The week before.</param>
/// <param name="ViewsByDay">Seven numbers, the oldest first.</param>
/// <param name="Waiting">People whose message has no answer.</param>
/// <param name="Ending">Those that leave the market within a week, the first of them first; at most <see cref="MostEnding"/>.</param>
/// <param name="EndingInAll">How many these are altogether.</param>
/// <param name="Best">The most viewed of the week; at most <see cref="MostBest"/>.</param>
public sealed record SellerReport(
    int OnMarket, WeekNumbers Week, WeekNumbers Before, IReadOnlyList<int> ViewsByDay, int Waiting,
    IReadOnlyList<EndingListing> Ending, int EndingInAll, IReadOnlyList<ViewedListing> Best)
{
    public const int MostEnding = 6, MostBest = 3;
}

/// <param name="Reveals">Times the phone number was shown.</param>
public sealed record WeekNumbers(int Views, int Reveals, int Favourites, int Messages);

public sealed record EndingListing(FoundListing Listing, DateTimeOffset EndsAt);

public sealed record ViewedListing(FoundListing Listing, int Views);
