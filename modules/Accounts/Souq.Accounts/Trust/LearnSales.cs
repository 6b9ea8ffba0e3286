using Marten;
using Souq.Listings.Contracts;
using Wolverine;

namespace Souq.Accounts.Trust;

/// <summary>Adverts of a seller are sold.</summary>
public sealed record LearnSales(Guid SellerId, IReadOnlyList<Guid> Listings);

/// <summary>A fact tells of many sellers, and each is held for himself: of two at once none waits for the other.</summary>
public static class SoldHandler
{
    public static OutgoingMessages Handle(ListingEnded fact) => Of([fact]);

    public static OutgoingMessages Handle(ListingsEnded facts) => Of(facts.Listings);

    private static OutgoingMessages Of(IEnumerable<ListingEnded> facts) =>
    [
        .. facts.Where(f => f.How == ListingEnd.Sold).GroupBy(f => f.SellerId)
            .Select(g => new LearnSales(g.Key, [.. g.Select(f => f.ListingId).Distinct()])),
    ];
}

public static class LearnSalesHandler
{
    public static Task<OutgoingMessages> Handle(LearnSales command, IDocumentSession session, TimeProvider time, CancellationToken cancellation) =>
        session.Learn(command.SellerId, time.GetUtcNow(), async standing =>
        {
            var known = (await session.LoadManyAsync<AdvertRecord>(cancellation, command.Listings)).ToDictionary(r => r.Id);
            var fresh = command.Listings.Where(id => known.GetValueOrDefault(id) is not { Sold: true }).ToList();
            foreach (var id in fresh)
            {
                var before = known.GetValueOrDefault(id);
                var now = (before ?? new AdvertRecord(id, command.SellerId)) with { Sold = true };
                session.Store(now);
                standing = standing.With(before, now);
            }

            return fresh.Count == 0 ? null : standing;
        }, cancellation);
}
