using Marten;
using Souq.EventStore;
using Souq.Kernel;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;
using Wolverine.Runtime.Handlers;
using Facts = Souq.Accounts.Contracts;

namespace Souq.Accounts.Stores.Keeping;

/// <summary>A seller describes his store anew; everything is given, also what stays.</summary>
public sealed record EditStore(Guid PersonId, StoreText Text)
{
    public Guid StoreId => Store.IdOf(PersonId);

    public override string ToString() => $"EditStore {StoreId}";
}

public static class EditStoreHandler
{
    public static void Configure(HandlerChain chain) => Clashes.DecideAgain(chain);

    public static Task<StoreShelf> LoadAsync(EditStore command, IDocumentSession session, CancellationToken cancellation) =>
        StoreShelf.Of(session, command.PersonId, command.Text.Slug, cancellation);

    public static (Events, IEnumerable<IMartenOp>, OutgoingMessages) Handle(
        EditStore command, [WriteModel(nameof(EditStore.StoreId))] Store store, StoreShelf shelf, TimeProvider time)
    {
        if (shelf is not { Person: { } person, Card: { } card }) throw new NotFoundException("The store");
        var (text, now) = (command.Text, time.GetUtcNow());
        MayBeCalled(store, text.Title);
        var moved = text.Slug != store.Slug;
        if (moved) MayMove(shelf, text.Slug, store);
        Events events = Decide(store, text, now);
        var (phones, lines) = (text.Phones, text.Places.Select(p => p.Line).ToList());
        List<IMartenOp> writes = [];
        if (!card.Phones.SequenceEqual(phones) || !card.AddressLines.SequenceEqual(lines))
        {
            (card.Phones, card.AddressLines) = (phones, lines);
            writes.Add(MartenOps.Store(card));
        }

        if (moved && !shelf.IsOwn(text.Slug, store.Id)) writes.Add(MartenOps.Insert(new TakenSlug(text.Slug, store.Id)));
        OutgoingMessages facts = events.Count == 0 ? [] : [new Facts.StoreEdited(store.Id, person.Id, now)];
        if (!store.IsOpen || (!moved && text.Title == store.Title)) return (events, writes, facts);
        if (text.Title != store.Title)
        {
            person.StoreName = text.Title;
            writes.Add(MartenOps.Store(person));
        }

        return (events, writes, [.. facts, new Facts.StoreRenamed(store.Id, person.Id, text.Slug, text.Title, now)]);
    }

    public static Events Decide(Store store, StoreText text, DateTimeOffset now)
    {
        Events events = [];
        var described = OpenStoreHandler.Described(text, now);
        if (described.Title != store.Title || described.Words != store.Words || described.Website != store.Website
            || !described.Places.SequenceEqual(store.Places) || !described.Hours.Equals(store.Hours)) events.Add(described);
        if (text.Slug != store.Slug) events.Add(new SlugChanged(text.Slug, now));
        // The badge was given to a name; another one has to be looked at again.
        if (store.IsVerified && text.Title != store.Title) events.Add(new BadgeAsked(now));
        return events;
    }

    // What was taken down comes back by an appeal, not by typing it again.
    public static void MayBeCalled(Store store, string title)
    {
        if (title != store.Title && store.TakenDown?.Title is { } taken && ArabicText.Fold(title) == ArabicText.Fold(taken)) throw new RefusedException("Store.Title.TakenDown", "title");
    }

    private static void MayMove(StoreShelf shelf, string slug, Store store)
    {
        if (slug == store.TakenDown?.Slug) throw new RefusedException("Store.Title.TakenDown", "slug");
        var storeId = store.Id;
        if (shelf.IsOwn(slug, storeId)) return;
        if (!shelf.IsFree(slug)) throw new RefusedException("Store.Slug.Taken", "slug", slug);
        if (shelf.Slugs.Count(s => s.StoreId == storeId) >= StoreShelf.MostSlugs) throw new RefusedException("Store.Slug.Often", "slug", StoreShelf.MostSlugs);
    }
}
