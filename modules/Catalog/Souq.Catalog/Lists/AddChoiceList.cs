using Marten;
using Souq.Catalog.Choices;
using Souq.Catalog.Editing;
using Souq.Kernel;
using Wolverine.Marten;

namespace Souq.Catalog.Lists;

/// <summary>An admin begins a list, empty, for an attribute to choose from.</summary>
public sealed record AddChoiceList(string Key, Guid ActorId);

public static class AddChoiceListHandler
{
    public static Task<CatalogState> LoadAsync(AddChoiceList _, IDocumentSession session, CancellationToken cancellation) =>
        CatalogState.Load(session, cancellation);

    public static IStartStream Handle(AddChoiceList command, CatalogState state, TimeProvider time)
    {
        var key = SafeText.Line(command.Key).ToLowerInvariant();
        if (key.Length > ChoiceRules.LongestValue || !SectionRules.AddressWord().IsMatch(key))
            throw new RefusedException("List.BadKey", "key", ChoiceRules.LongestValue);
        if (state.Lists.Any(l => l.List.Key == key)) throw new RefusedException("List.Taken", "key", key);
        return MartenOps.StartStream<CatalogChoiceList>(
            CatalogChoiceList.StreamOf(key), new ChoiceListAdded(new ChoiceList(key, []), 0, command.ActorId, time.GetUtcNow()));
    }
}
