using Souq.Digests.Subscribing;
using Souq.Listings.Contracts;

namespace Souq.Digests.Reporting;

/// <summary>A seller's week, as a letter tells it.</summary>
/// <param name="Until">The seven days before this one, in Algiers.</param>
public sealed record ToldReport(Guid Subscription, DateTimeOffset Until, SellerReport Numbers)
{
    /// <summary><c>null</c> where no report is asked for, or there is nothing to tell.</summary>
    /// <param name="weeks">By seller.</param>
    public static ToldReport? Of(Subscriber? reader, DigestSubscription subscription, IReadOnlyDictionary<Guid, SellerReport> weeks, DateTimeOffset until) =>
        WeeklyReport.Is(subscription.SearchId) && reader?.PersonId is { } person && weeks.TryGetValue(person, out var week) ? new(subscription.Id, until, week) : null;
}
