using Marten;
using Souq.Accounts.Stores;
using Souq.Moderation.Contracts;

namespace Souq.Accounts.Judged;

/// <summary>Moderators take words or pictures of a store down, or find that this was wrong. The store stays open.</summary>
public static class StoreJudgedHandler
{
    public static async Task Handle(CaseDecided fact, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        if (fact.SubjectKind != Reportable.Store) return;
        var stream = await session.Events.FetchForWriting<Store>(fact.SubjectId, cancellation);
        if (Decide(stream.Aggregate, fact, time.GetUtcNow()) is { } happened) stream.AppendOne(happened);
    }

    /// <returns><c>null</c> where there is nothing to take down, or nothing to put back.</returns>
    public static object? Decide(Store? store, CaseDecided fact, DateTimeOffset now)
    {
        if (store is null or { ErasedAt: not null }) return null;
        var (words, pictures) = (Has(fact, SubjectParts.Words) && (store.Words.Length > 0 || store.Website is not null), Has(fact, SubjectParts.Pictures) && (store.Logo ?? store.Front) is not null);
        return fact.Outcome switch
        {
            Outcome.Removed when words || pictures => new StoreBared(words, pictures, now),
            Outcome.Restored when store.TakenDown is not null => new StorePutBack(now),
            _ => null,
        };
    }

    private static bool Has(CaseDecided fact, string part) => fact.Parts?.Contains(part) != false;
}
