using JasperFx.Core;
using Marten;
using Souq.Catalog.Contracts;
using Souq.EventStore;
using Souq.Listings.Contracts;
using Souq.Moderation.Opening;
using Souq.Moderation.Reporting.Hiding;
using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Runtime.Handlers;

namespace Souq.Moderation.Rules.Unseen;

/// <summary>
/// What comes to the market without waiting for anybody, as from a file or as a small edit, passes by the rules too: what one of them would have held
/// is out of sight until a moderator has looked.
/// </summary>
public static class LookOverUnseenHandler
{
    public static void Configure(HandlerChain chain) => chain.OnException(Clashes.IsTaken)
        .RetryWithCooldown(50.Milliseconds(), 100.Milliseconds(), 250.Milliseconds());

    public static async Task<OutgoingMessages> Handle(ListingsUnseen facts, IDocumentSession session, ICatalog catalog, CancellationToken cancellation)
    {
        var (told, rules) = (new OutgoingMessages(), await RuleBook.Load(session, cancellation));
        foreach (var ofSeller in facts.Listings.GroupBy(f => f.Published.SellerId))
        {
            var seller = await SellerRecord.Of(ofSeller.Key, session, cancellation);
            foreach (var unseen in ofSeller)
            {
                var (fact, hits) = (unseen.Published, Hits(unseen, rules, seller.Approved, catalog.Current));
                if (hits.Count == 0) continue;
                var id = Case.IdOf(SubjectKinds.Listing, fact.ListingId);
                var stream = await session.Events.FetchForWriting<Case>(id, cancellation);
                var news = Decide(stream.Aggregate, fact, hits);
                if (news.Count == 0) continue;
                stream.AppendMany(news);
                session.Store(CaseSubject.From(unseen, id));
                told.AddRange(HideReported.Told(id, SubjectKinds.Listing, fact.ListingId, news.OfType<CaseHidden>().Single()));
            }
        }

        return told;
    }

    /// <summary>What would have held it, or refused it. How fast a seller is counts for what waits alone: a file is one act.</summary>
    public static IReadOnlyList<RuleHit> Hits(UnseenListing unseen, RuleBook rules, int approved, CatalogSnapshot catalog) =>
    [
        .. rules.Hits(new RuleInput(
            RuleInput.PathOf(unseen.Published.SectionId, catalog), RuleInput.TextOf(unseen.Published.Title, unseen.Description), unseen.Published.Price, approved, InHour: 1, SamePhotos: false))
            .Where(h => h.Effect != RuleEffect.Flag && h.Kind != RuleKind.Newcomer),
    ];

    /// <returns>Nothing when it is hidden already, or when a newer revision is known.</returns>
    public static IReadOnlyList<object> Decide(Case? current, ListingPublished fact, IReadOnlyList<RuleHit> hits)
    {
        if (current?.Hidden is not null || current?.Revision > fact.Revision || current?.State == CaseState.Removed) return [];
        var hidden = new CaseHidden(fact.Revision, fact.SellerId, HiddenWhy.Rule, (current?.Hidings ?? 0) + 1, [], 0, fact.At);
        if (current?.State == CaseState.Waiting) return [hidden];
        var submission = new Submission(
            fact.Revision, fact.Number, fact.SellerId, fact.SectionId, fact.CommuneCode, fact.Price, [Signals.AtOnce], null, hits);
        return [new CaseRaised(SubjectKinds.Listing, fact.ListingId, submission, fact.At), hidden];
    }
}
