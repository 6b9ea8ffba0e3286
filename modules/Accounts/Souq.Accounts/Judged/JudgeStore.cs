using Marten;
using Souq.Accounts.Stores;
using Souq.Kernel;
using Souq.Moderation.Contracts;
using Wolverine;
using Facts = Souq.Accounts.Contracts;

namespace Souq.Accounts.Judged;

/// <summary>Moderators take the title, words or pictures of a store down, or find that this was wrong. The store stays open.</summary>
public static class StoreJudgedHandler
{
    public static async Task<OutgoingMessages> Handle(CaseDecided fact, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        if (fact.SubjectKind != Reportable.Store) return [];
        var stream = await session.Events.FetchForWriting<Store>(fact.SubjectId, cancellation);
        var person = await session.LoadAsync<Person>(fact.SellerId, cancellation);
        var now = time.GetUtcNow();
        if (stream.Aggregate is not { } store || Decide(store, fact, NeutralTitle.Of(store.Id, person?.Language ?? Language.Arabic), now) is not { } happened) return [];
        if (happened is StoreBared { Slug: { } slug } bared)
        {
            var taken = await session.LoadAsync<TakenSlug>(slug, cancellation);
            if (taken is null) session.Insert(new TakenSlug(slug, store.Id));
            // Somebody chose the same by chance: the old address stays.
            else if (taken.StoreId != store.Id) happened = bared with { Slug = null };
        }

        stream.AppendOne(happened);
        var after = After(store, happened);
        if (person is null || !store.IsOpen || (after.Title, after.Slug) == (store.Title, store.Slug)) return [];
        person.StoreName = after.Title;
        session.Store(person);
        return [new Facts.StoreRenamed(store.Id, person.Id, after.Slug, after.Title, now)];
    }

    /// <param name="sign">What the store is called without its title.</param>
    /// <returns><c>null</c> where there is nothing to take down, or nothing to put back.</returns>
    public static object? Decide(Store? store, CaseDecided fact, string sign, DateTimeOffset now)
    {
        if (store is null or { ErasedAt: not null }) return null;
        var title = Has(fact, SubjectParts.Title) && !store.IsUntitled;
        var (words, pictures) = (Has(fact, SubjectParts.Words) && (store.Words.Length > 0 || store.Website is not null), Has(fact, SubjectParts.Pictures) && (store.Logo ?? store.Front) is not null);
        return fact.Outcome switch
        {
            Outcome.Removed when title || words || pictures => new StoreBared(words, pictures, now, title ? sign : null, title ? NeutralTitle.Slug(store.Id) : null),
            Outcome.Restored when store.TakenDown is not null => new StorePutBack(now),
            _ => null,
        };
    }

    private static Store After(Store store, object happened) =>
        happened switch { StoreBared bared => store.Apply(bared), StorePutBack back => store.Apply(back), _ => store };

    private static bool Has(CaseDecided fact, string part) => fact.Parts?.Contains(part) != false;
}
