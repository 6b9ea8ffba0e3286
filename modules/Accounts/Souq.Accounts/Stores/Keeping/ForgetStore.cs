using Marten;
using Souq.Accounts.Stores.Following;
using Souq.Listings.Contracts;
using Wolverine;
using Facts = Souq.Accounts.Contracts;

namespace Souq.Accounts.Stores.Keeping;

/// <summary>A person is gone: his store goes with him, its words also from the events, and whom he followed is nobody's business any more.</summary>
public static class ForgetStoreHandler
{
    public static async Task<OutgoingMessages> Handle(
        Facts.PersonErased fact, IAccountsStore documents, IDocumentSession session, IPhotoDoor photos, TimeProvider time, CancellationToken cancellation)
    {
        session.DeleteWhere<StoreFollow>(f => f.PersonId == fact.PersonId);
        var shelf = await StoreShelf.Of(session, fact.PersonId, null, cancellation);
        if (shelf.Store is not { ErasedAt: null } store) return [];
        foreach (var slug in shelf.Slugs.Where(s => s.Id[0] != '#'))
        {
            session.Delete(slug);
            session.Store(new TakenSlug(TakenSlug.Forgotten(slug.Id), store.Id));
        }

        session.Delete<StoreCard>(store.Id);
        await photos.Lend(store.Id, [], cancellation);
        await documents.Advanced.ApplyEventDataMasking(masking => masking.IncludeStream(store.Id), cancellation);
        var now = time.GetUtcNow();
        session.Events.Append(store.Id, new StoreErased(now));
        var followers = new TellFollows(store.Id, store.PersonId, Guid.Empty, Forget: true);
        return store.IsOpen ? [new Facts.StoreClosed(store.Id, store.PersonId, now), followers] : [followers];
    }

    /// <summary>What masking leaves of the events.</summary>
    public static void Mask(StoreOptions options)
    {
        var events = options.Events;
        events.AddMaskingRuleForProtectedInformation<StoreFounded>(e => e with { Slug = "", Title = "…" });
        events.AddMaskingRuleForProtectedInformation<SlugChanged>(e => e with { Slug = "" });
        events.AddMaskingRuleForProtectedInformation<StoreDescribed>(
            e => e with { Title = "…", Words = "", Website = null, Places = [], Hours = OpeningHours.Unsaid });
        events.AddMaskingRuleForProtectedInformation<LogoHung>(e => e with { Picture = null });
        events.AddMaskingRuleForProtectedInformation<FrontPainted>(e => e with { Picture = null });
        events.AddMaskingRuleForProtectedInformation<BadgeGranted>(e => e with { Words = "" });
        events.AddMaskingRuleForProtectedInformation<BadgeDenied>(e => e with { Words = "" });
        events.AddMaskingRuleForProtectedInformation<BadgeWithdrawn>(e => e with { Words = "" });
    }
}
