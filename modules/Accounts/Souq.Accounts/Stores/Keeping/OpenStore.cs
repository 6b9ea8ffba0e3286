using Marten;
using Souq.EventStore;
using Souq.Kernel;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;
using Wolverine.Runtime.Handlers;
using Facts = Souq.Accounts.Contracts;

namespace Souq.Accounts.Stores.Keeping;

/// <summary>A seller opens his store.</summary>
public sealed record OpenStore(Guid PersonId, StoreText Text)
{
    public override string ToString() => $"OpenStore of {PersonId}";
}

public static class OpenStoreHandler
{
    public static void Configure(HandlerChain chain) => Clashes.DecideAgain(chain);

    public static Task<StoreShelf> LoadAsync(OpenStore command, IDocumentSession session, CancellationToken cancellation) =>
        StoreShelf.Of(session, command.PersonId, command.Text.Slug, cancellation);

    public static (Events, IEnumerable<IMartenOp>, OutgoingMessages) Handle(
        OpenStore command, [WriteModel(nameof(OpenStore.PersonId))] Membership membership, StoreShelf shelf, TimeProvider time)
    {
        if (shelf.Person is not { } person || membership.ConfirmedAt is null) throw new ForbiddenException("Only members open stores");
        if (shelf.Store is not null) throw new RefusedException("Store.Already");
        var (text, now) = (command.Text, time.GetUtcNow());
        if (!shelf.IsFree(text.Slug)) throw new RefusedException("Store.Slug.Taken", "slug", text.Slug);
        var id = Store.IdOf(person.Id);
        person.StoreName = text.Title;
        return (
            membership.HasStore ? [] : [new StoreOpened(now)],
            [
                MartenOps.StartStream<Store>(id, new StoreFounded(person.Id, text.Slug, text.Title, now), Described(text, now)),
                MartenOps.Insert(new TakenSlug(text.Slug, id)),
                MartenOps.Insert(new StoreCard { Id = id, Phones = text.Phones, AddressLines = [.. text.Places.Select(p => p.Line)] }),
                MartenOps.Store(person),
            ],
            [new Facts.StoreOpened(id, person.Id, text.Slug, text.Title, now)]);
    }

    internal static StoreDescribed Described(StoreText text, DateTimeOffset now) =>
        new(text.Title, text.Words, text.Website, [.. text.Places.Select(p => p.Commune)], text.Hours, now);
}
