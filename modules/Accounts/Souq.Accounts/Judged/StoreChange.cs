using JasperFx.Events;
using Marten;
using Souq.Accounts.Stores;
using Souq.Kernel;
using Wolverine;
using Facts = Souq.Accounts.Contracts;

namespace Souq.Accounts.Judged;

/// <summary>Something is taken off the face of a store or put back, with all that follows for its address and for whoever shows its name.</summary>
internal sealed class StoreChange(IEventStream<Store> stream, Person? person, IDocumentSession session, DateTimeOffset now, CancellationToken cancellation)
{
    /// <summary><c>null</c> when there is none.</summary>
    public Store? Store => stream.Aggregate;

    public DateTimeOffset Now => now;

    /// <summary>What it is called without its title.</summary>
    public string Sign => NeutralTitle.Of(stream.Id, person?.Language ?? Language.Arabic);

    public static async Task<StoreChange> Begin(Guid storeId, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        var stream = await session.Events.FetchForWriting<Store>(storeId, cancellation);
        var person = stream.Aggregate is { } store ? await session.LoadAsync<Person>(store.PersonId, cancellation) : null;
        return new(stream, person, session, time.GetUtcNow(), cancellation);
    }

    /// <param name="happening">In their order; what is <c>null</c> does not happen.</param>
    public async Task<OutgoingMessages> With(params object?[] happening)
    {
        if (Store is not { } store) return [];
        var after = store;
        foreach (var one in happening.OfType<object>())
        {
            var happened = one is StoreBared { Slug: { } slug } bared && !await Keep(slug, store.Id) ? bared with { Slug = null } : one;
            stream.AppendOne(happened);
            after = happened switch { StoreBared gone => after.Apply(gone), StorePutBack back => after.Apply(back), _ => after };
        }

        if (person is null || !store.IsOpen || (after.Title, after.Slug) == (store.Title, store.Slug)) return [];
        person.StoreName = after.Title;
        session.Store(person);
        return [new Facts.StoreRenamed(store.Id, person.Id, after.Slug, after.Title, now)];
    }

    /// <returns>False when somebody chose the same by chance: then the old address stays.</returns>
    private async Task<bool> Keep(string slug, Guid storeId)
    {
        if (await session.LoadAsync<TakenSlug>(slug, cancellation) is { } taken) return taken.StoreId == storeId;
        session.Insert(new TakenSlug(slug, storeId));
        return true;
    }
}
