using Marten;
using Souq.Catalog.Sections;
using Souq.Kernel;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Catalog.Editing;

/// <summary>A section no longer asks something of its own; adverts keep what they answered.</summary>
public sealed record RemoveAttribute(int SectionId, long Seen, Guid ActorId, string Key)
{
    public Guid Stream => CatalogSection.StreamOf(SectionId);
}

/// <summary>An attribute of the section's own is asked one place earlier or later.</summary>
public sealed record PlaceAttribute(int SectionId, long Seen, Guid ActorId, string Key, bool Earlier)
{
    public Guid Stream => CatalogSection.StreamOf(SectionId);
}

public static class RemoveAttributeHandler
{
    public static Task<CatalogState> LoadAsync(RemoveAttribute _, IDocumentSession session, CancellationToken cancellation) =>
        CatalogState.Load(session, cancellation);

    public static (Events, OutgoingMessages) Handle(
        RemoveAttribute command, [WriteModel(nameof(RemoveAttribute.Stream))] CatalogSection section, CatalogState state, TimeProvider time)
    {
        section.MustBe(command.Seen);
        if (section.Definition.Attribute(command.Key) is null) throw new NotFoundException("The attribute");
        return Revision.Of(section, section.Definition with { Attributes = [.. section.Definition.Attributes.Where(a => a.Key != command.Key)] },
            command.ActorId, state, time.GetUtcNow());
    }
}

public static class PlaceAttributeHandler
{
    public static Task<CatalogState> LoadAsync(PlaceAttribute _, IDocumentSession session, CancellationToken cancellation) =>
        CatalogState.Load(session, cancellation);

    public static (Events, OutgoingMessages) Handle(
        PlaceAttribute command, [WriteModel(nameof(PlaceAttribute.Stream))] CatalogSection section, CatalogState state, TimeProvider time)
    {
        section.MustBe(command.Seen);
        var asked = section.Definition.Attributes.ToList();
        var from = asked.FindIndex(a => a.Key == command.Key);
        if (from < 0) throw new NotFoundException("The attribute");
        var to = command.Earlier ? from - 1 : from + 1;
        if (to < 0 || to >= asked.Count) return ([], []);
        (asked[from], asked[to]) = (asked[to], asked[from]);
        return Revision.Of(section, section.Definition with { Attributes = asked }, command.ActorId, state, time.GetUtcNow());
    }
}
