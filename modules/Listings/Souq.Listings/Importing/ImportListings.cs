using Marten;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Listings.Contracts;
using Souq.Listings.Numbers;
using Souq.Listings.Publishing;
using Wolverine;
using Wolverine.Runtime.Handlers;

namespace Souq.Listings.Importing;

/// <summary>A batch of lines of one seller's file, in one transaction.</summary>
/// <param name="Publish">Onto the market at once, by the operator's word; else each waits for a moderator like any other.</param>
public sealed record ImportListings(Guid SellerId, IReadOnlyList<ImportRow> Rows, bool Publish);

/// <param name="Created">Adverts that are new.</param>
/// <param name="Known">Lines whose ref this seller has used before, in the file or an earlier run: nothing was done.</param>
public sealed record ImportOutcome(int Created, int Known, IReadOnlyList<RefusedLine> Refused);

public sealed record RefusedLine(int Line, IReadOnlyList<Refusal> Reasons);

public static class ImportListingsHandler
{
    private static readonly Guid Space = new("8d0f2d61-5a0e-4c43-9a3e-0a5ad1d6c2f1");

    /// <summary>Two batches with the same ref at once: the second finds the advert of the first.</summary>
    public static void Configure(HandlerChain chain) => Clashes.DecideAgain(chain);

    /// <summary>The same seller and ref give the same advert on every machine and in every run.</summary>
    public static Guid ListingId(Guid sellerId, string reference) => DeterministicGuid.Create(Space, $"{sellerId:N}/{reference}");

    public static async Task<(ImportOutcome, OutgoingMessages)> Handle(
        ImportListings command, IDocumentSession session, ListingNumbers numbers, ICatalog catalog, TimeProvider time,
        CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var ids = command.Rows.Select(r => ListingId(command.SellerId, r.Ref)).ToArray();
        var known = (await session.Query<Listing>().Where(l => l.Id.IsOneOf(ids)).Select(l => l.Id).ToListAsync(cancellation)).ToHashSet();
        var free = new Queue<long>(await numbers.Next(command.Rows.Count, cancellation));
        var facts = new List<object>();
        var refused = new List<RefusedLine>();
        var created = 0;
        foreach (var (row, id) in command.Rows.Zip(ids))
        {
            if (row.Ref.Length > 0 && known.Contains(id)) continue;
            var (events, listing, refusals) = ImportDecision.Decide(row, command.SellerId, free.Dequeue(), command.Publish, catalog.Current, now);
            if (refusals.Count > 0)
            {
                refused.Add(new RefusedLine(row.Line, refusals));
                continue;
            }

            known.Add(id);
            session.Events.StartStream<Listing>(id, events);
            facts.Add(Fact(listing! with { Id = id }, events[^1]));
            created++;
        }

        return (new ImportOutcome(created, command.Rows.Count - created - refused.Count, refused), Messages(facts));
    }

    // One message a batch, however many adverts: a message for each would cost more than the advert.
    private static OutgoingMessages Messages(List<object> facts) =>
        facts.Count == 0 ? [] : facts[0] is ListingPublished
            ? [new ListingsPublished([.. facts.Cast<ListingPublished>()])]
            : [new ListingsSubmitted([.. facts.Cast<ListingSubmitted>()])];

    private static object Fact(Listing listing, object last) =>
        last is Published published ? CaseDecidedHandler.FactOf(listing, published) : SubmitListingHandler.FactOf(listing, (Submitted)last);
}
