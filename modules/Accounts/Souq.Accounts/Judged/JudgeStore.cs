using Marten;
using Souq.Accounts.Stores;
using Souq.Moderation.Contracts;
using Wolverine;

namespace Souq.Accounts.Judged;

/// <summary>Moderators take the title, words or pictures of a store down, or find that this was wrong. The store stays open.</summary>
public static class StoreJudgedHandler
{
    public static async Task<OutgoingMessages> Handle(CaseDecided fact, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        if (fact.SubjectKind != Reportable.Store) return [];
        var wasHidden = await KeptOut.Decided(fact, session, cancellation);
        var change = await StoreChange.Begin(fact.SubjectId, session, time, cancellation);
        if (change.Store is not { ErasedAt: null, TakenDown: { } hidden } store || !wasHidden) return await change.With(Decide(change.Store, fact, change.Sign, change.Now));
        // All of it was out of sight: what is not taken down comes back.
        var back = new StorePutBack(change.Now);
        return await change.With(back, Decide(store.Apply(back), fact, hidden.Sign ?? change.Sign, change.Now));
    }

    /// <param name="sign">What the store is called without its title.</param>
    /// <returns><c>null</c> where there is nothing to take down, or nothing to put back.</returns>
    public static object? Decide(Store? store, CaseDecided fact, string sign, DateTimeOffset now) => store is null or { ErasedAt: not null } ? null
        : fact.Outcome switch
        {
            Outcome.Removed => Bare(store, fact.Parts, sign, now),
            Outcome.Restored when store.TakenDown is not null => new StorePutBack(now),
            _ => null,
        };

    /// <param name="parts">Of <see cref="SubjectParts"/>; <c>null</c> for all.</param>
    public static StoreBared? Bare(Store store, IReadOnlyList<string>? parts, string sign, DateTimeOffset now)
    {
        var title = Has(SubjectParts.Title) && !store.IsUntitled;
        var (words, pictures) = (Has(SubjectParts.Words) && (store.Words.Length > 0 || store.Website is not null), Has(SubjectParts.Pictures) && (store.Logo ?? store.Front) is not null);
        return title || words || pictures ? new(words, pictures, now, title ? sign : null, title ? NeutralTitle.Slug(store.Id) : null) : null;

        bool Has(string part) => parts?.Contains(part) != false;
    }
}
