using System.Globalization;
using Marten;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Listings.Quotas;
using Wolverine;

namespace Souq.Listings.Desk.Bulk;

/// <summary>The seller does the same with many of his adverts.</summary>
/// <param name="Id">Of the form.</param>
/// <param name="Percent">For <see cref="BulkKind.Price"/>.</param>
public sealed record BulkAct(Guid Id, Guid ActorId, BulkKind Kind, IReadOnlyList<long> Numbers, int Percent);

public static class BulkActHandler
{
    public const int Most = 200;

    public static async Task<OutgoingMessages> Handle(
        BulkAct command, IDocumentSession session, SellerQuotas quotas, ICatalog catalog, TimeProvider time, CancellationToken cancellation)
    {
        if (await session.LoadAsync<BulkAction>(command.Id, cancellation) is not null) return [];
        if (command.Numbers.Count == 0) throw new RefusedException("Bulk.NoneChosen");
        if (command.Numbers.Count > Most) throw new RefusedException("Bulk.TooMany", null, Most);
        if (command.Kind == BulkKind.Price && command.Percent is < 1 or > 50) throw new RefusedException("Bulk.Percent", "percent");
        var numbers = command.Numbers.ToArray();
        var listings = await session.Query<Listing>().Where(l => l.SellerId == command.ActorId && l.Number.IsOneOf(numbers)).ToListAsync(cancellation);
        var room = command.Kind == BulkKind.Renew ? await quotas.Of(command.ActorId, cancellation) : Room.Endless;
        var (now, done, refused, facts) = (time.GetUtcNow(), new List<BulkDone>(), new List<BulkRefused>(), new List<object>());
        foreach (var listing in listings.OrderByDescending(l => l.Number))
        {
            try
            {
                if (listing.Life == ListingLife.Expired) room.MustHaveOne();
                var (events, told) = BulkDecision.Decide(command.Kind, command.Percent, listing, catalog.Current, now);
                if (events.Count == 0) continue;
                session.Events.Append(listing.Id, listing.Version + events.Count, [.. events]);
                if (listing.Life == ListingLife.Expired) room = room.With(1);
                facts.AddRange(told);
                done.Add(new BulkDone(listing.Id, listing.Number, listing.Shown.Title, BulkState.Of(listing), BulkState.Of(BulkDecision.After(listing, events))));
            }
            catch (RefusedException refusal)
            {
                var why = refusal.Refusals[0];
                refused.Add(new BulkRefused(listing.Number, listing.Shown.Title, why.Key, [.. why.Args.Select(a => Convert.ToString(a, CultureInfo.InvariantCulture) ?? "")]));
            }
        }

        session.Insert(new BulkAction { Id = command.Id, SellerId = command.ActorId, Kind = command.Kind, At = now, Done = done, Refused = refused });
        return ListingFacts.AtOnce(facts);
    }
}

/// <summary>The seller takes such a press of a button back.</summary>
public sealed record UndoBulk(Guid Id, Guid ActorId);

public static class UndoBulkHandler
{
    public static async Task<OutgoingMessages> Handle(UndoBulk command, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        var action = await session.LoadAsync<BulkAction>(command.Id, cancellation);
        if (action is null || action.SellerId != command.ActorId) throw new NotFoundException("The action");
        var now = time.GetUtcNow();
        if (action.UndoneAt is not null) return [];
        if (!action.CanUndo(now)) throw new RefusedException("Bulk.TooLate");
        var ids = action.Done.Select(d => d.ListingId).ToArray();
        var listings = (await session.Query<Listing>().Where(l => l.Id.IsOneOf(ids)).ToListAsync(cancellation)).ToDictionary(l => l.Id);
        var facts = new List<object>();
        foreach (var done in action.Done)
        {
            if (!listings.TryGetValue(done.ListingId, out var listing)) continue;
            var (@event, fact) = BulkDecision.Undo(action.Kind, done, listing, now);
            if (@event is null) continue;
            session.Events.Append(listing.Id, listing.Version + 1, @event);
            if (fact is not null) facts.Add(fact);
        }

        session.Store(action with { UndoneAt = now });
        return ListingFacts.AtOnce(facts);
    }
}
