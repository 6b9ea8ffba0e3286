using Souq.Catalog.Choices;
using Souq.Catalog.Editing;
using Souq.Kernel;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Catalog.Lists;

/// <summary>A choice is offered no more, or again; what was written with it keeps it.</summary>
/// <param name="Offered">True to offer it again.</param>
public sealed record OfferChoice(string ListKey, long Seen, Guid ActorId, string Value, string? Parent, bool Offered)
{
    public Guid Stream => CatalogChoiceList.StreamOf(ListKey);
}

public static class OfferChoiceHandler
{
    public static (Events, OutgoingMessages) Handle(
        OfferChoice command, [WriteModel(nameof(OfferChoice.Stream))] CatalogChoiceList list, TimeProvider time)
    {
        list.MustBe(command.Seen);
        var choice = list.Ever(command.Value, command.Parent) ?? throw new NotFoundException("The choice");
        if (list.Offers(choice) == command.Offered) return ([], []);
        var now = time.GetUtcNow();
        return command.Offered ? ([new ChoiceReopened(choice, command.ActorId, now)], []) : ([new ChoiceRetired(choice, command.ActorId, now)], []);
    }
}
