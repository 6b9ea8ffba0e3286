using Marten;
using Souq.Catalog.Choices;
using Souq.Catalog.Editing;
using Souq.Catalog.History;
using Souq.Kernel;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Catalog.Lists;

/// <summary>One change of a list is taken back.</summary>
/// <param name="Change">Version of the event.</param>
public sealed record UndoListChange(string ListKey, long Seen, long Change, Guid ActorId)
{
    public Guid Stream => CatalogChoiceList.StreamOf(ListKey);
}

/// <summary>All that happened to the list, oldest first.</summary>
public sealed record ListPast(IReadOnlyList<ListChange> Changes);

public static class UndoListChangeHandler
{
    public static async Task<ListPast> LoadAsync(UndoListChange command, IDocumentSession session, CancellationToken cancellation) =>
        new(ListChange.Of(await session.Events.FetchStreamAsync(command.Stream, token: cancellation)));

    public static (Events, OutgoingMessages) Handle(
        UndoListChange command, [WriteModel(nameof(UndoListChange.Stream))] CatalogChoiceList list, ListPast past, TimeProvider time)
    {
        list.MustBe(command.Seen);
        var change = past.Changes.FirstOrDefault(c => c.Version == command.Change) ?? throw new NotFoundException("The change");
        return ([Decide(change, list, command.ActorId, time.GetUtcNow())], []);
    }

    /// <exception cref="RefusedException">It cannot be taken back, or what it did has been changed again.</exception>
    public static object Decide(ListChange change, CatalogChoiceList list, Guid actor, DateTimeOffset now)
    {
        if (change.Before is not { } before) throw new RefusedException("Undo.ListBegun");
        if (change.Choice is not { } choice)
            return list.Version == change.Version
                ? new ChoiceListRevised(before.List, null, actor, now, change.Version)
                : throw new RefusedException("Undo.ChangedSince");
        var (kept, offered) = (list.Ever(choice.Value, choice.Parent), list.Offers(choice));
        return (change.Event, offered) switch
        {
            (ChoiceAdded, true) when kept is not null && ChoiceChanges.SameWords(kept, choice) => new ChoiceRetired(kept, actor, now, change.Version),
            (ChoiceReopened, true) => new ChoiceRetired(kept!, actor, now, change.Version),
            (ChoiceRetired, false) => new ChoiceReopened(kept ?? choice, actor, now, change.Version),
            (ChoiceRevised, _) when kept is not null && ChoiceChanges.SameWords(kept, choice) && before.Ever(choice.Value, choice.Parent) is { } was
                => new ChoiceRevised(was, actor, now, change.Version),
            _ => throw new RefusedException("Undo.ChangedSince"),
        };
    }
}
