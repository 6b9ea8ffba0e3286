using Marten;
using Souq.Catalog.Choices;
using Souq.Catalog.Editing;
using Souq.Kernel;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Catalog.Lists;

/// <summary>Something more can be chosen.</summary>
public sealed record AddChoice(string ListKey, Guid ActorId, ChoiceDraft Choice)
{
    public Guid Stream => CatalogChoiceList.StreamOf(ListKey);
}

/// <summary>A choice gets other names or aliases; its value and its parent are for ever.</summary>
/// <param name="Seen">Version of the list as the admin saw it.</param>
public sealed record ReviseChoice(string ListKey, long Seen, Guid ActorId, ChoiceDraft Choice)
{
    public Guid Stream => CatalogChoiceList.StreamOf(ListKey);
}

public static class AddChoiceHandler
{
    public static Task<CatalogState> LoadAsync(AddChoice _, IDocumentSession session, CancellationToken cancellation) =>
        CatalogState.Load(session, cancellation);

    // No version: two who add to a long list at once do not disturb each other, and the same choice twice is refused.
    public static (Events, OutgoingMessages) Handle(
        AddChoice command, [WriteModel(nameof(AddChoice.Stream))] CatalogChoiceList list, CatalogState state, TimeProvider time)
    {
        var choice = command.Choice.Choice();
        var refusals = ChoiceRules.Check(choice, isNew: true, list, state);
        return refusals.Count == 0 ? ([new ChoiceAdded(choice, command.ActorId, time.GetUtcNow())], []) : throw new RefusedException(refusals);
    }
}

public static class ReviseChoiceHandler
{
    public static Task<CatalogState> LoadAsync(ReviseChoice _, IDocumentSession session, CancellationToken cancellation) =>
        CatalogState.Load(session, cancellation);

    public static (Events, OutgoingMessages) Handle(
        ReviseChoice command, [WriteModel(nameof(ReviseChoice.Stream))] CatalogChoiceList list, CatalogState state, TimeProvider time)
    {
        list.MustBe(command.Seen);
        var choice = command.Choice.Choice();
        var kept = list.Ever(choice.Value, choice.Parent) ?? throw new NotFoundException("The choice");
        var refusals = ChoiceRules.Check(choice, isNew: false, list, state);
        if (refusals.Count > 0) throw new RefusedException(refusals);
        return ChoiceChanges.SameWords(kept, choice) ? ([], []) : ([new ChoiceRevised(choice, command.ActorId, time.GetUtcNow())], []);
    }
}
