using Marten;
using Souq.Kernel;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;
using Facts = Souq.Accounts.Contracts;

namespace Souq.Accounts.Stores.Keeping;

/// <summary>A seller closes his store, or opens it again. Its adverts stay on the market under his own name meanwhile.</summary>
public sealed record ShutStore(Guid PersonId, bool Open)
{
    public Guid StoreId => Store.IdOf(PersonId);
}

public static class ShutStoreHandler
{
    public static Task<Person?> LoadAsync(ShutStore command, IDocumentSession session, CancellationToken cancellation) =>
        session.LoadAsync<Person>(command.PersonId, cancellation);

    public static (Events, IEnumerable<IMartenOp>, OutgoingMessages) Handle(
        ShutStore command, [WriteModel(nameof(ShutStore.StoreId))] Store store, Person? person, TimeProvider time)
    {
        if (person is null) throw new NotFoundException("The store");
        if (command.Open == store.IsOpen) return ([], [], []);
        var now = time.GetUtcNow();
        person.StoreName = command.Open ? store.Title : null;
        return command.Open
            ? ([new StoreReopened(now)], Writes(person, new StoreOpened(now)), [new Facts.StoreOpened(store.Id, person.Id, store.Slug, store.Title, now)])
            : ([new StoreShut(now)], Writes(person, new StoreClosed(now)), [new Facts.StoreClosed(store.Id, person.Id, now)]);
    }

    private static IEnumerable<IMartenOp> Writes(Person person, object membership) => [MartenOps.Store(person), new AppendTo(person.Id, membership)];
}
