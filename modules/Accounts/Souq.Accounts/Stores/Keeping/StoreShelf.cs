using Marten;

namespace Souq.Accounts.Stores.Keeping;

/// <summary>What is at hand before a decision about a store.</summary>
/// <param name="Slugs">Those that are taken, of the store itself and the one asked for.</param>
public sealed record StoreShelf(Person? Person, Store? Store, StoreCard? Card, IReadOnlyList<TakenSlug> Slugs)
{
    /// <summary>Addresses a store may have in its life, so that nobody gathers good words.</summary>
    public const int MostSlugs = 5;

    public static async Task<StoreShelf> Of(IDocumentSession session, Guid personId, string? slug, CancellationToken cancellation)
    {
        var id = Store.IdOf(personId);
        var asked = slug is null ? [] : new[] { slug, TakenSlug.Forgotten(slug) };
        return new StoreShelf(
            await session.LoadAsync<Person>(personId, cancellation),
            await session.LoadAsync<Store>(id, cancellation),
            await session.LoadAsync<StoreCard>(id, cancellation),
            await session.Query<TakenSlug>().Where(s => s.StoreId == id || s.Id.IsOneOf(asked)).ToListAsync(cancellation));
    }

    public bool IsFree(string slug) => !Slugs.Any(s => s.Id == slug || s.Id == TakenSlug.Forgotten(slug));

    /// <summary>The store has or had this address itself.</summary>
    public bool IsOwn(string slug, Guid storeId) => Slugs.Any(s => s.Id == slug && s.StoreId == storeId);
}
