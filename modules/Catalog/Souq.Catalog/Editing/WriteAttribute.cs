using Marten;
using Souq.Catalog.Sections;
using Souq.Kernel;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Catalog.Editing;

/// <summary>A section asks one thing more, or asks it otherwise.</summary>
/// <param name="Replaces">Key of the section's own attribute that is changed; <c>null</c> for a new one.</param>
public sealed record WriteAttribute(int SectionId, long Seen, Guid ActorId, string? Replaces, AttributeDraft Attribute)
{
    public Guid Stream => CatalogSection.StreamOf(SectionId);
}

public static class WriteAttributeHandler
{
    public static Task<CatalogState> LoadAsync(WriteAttribute _, IDocumentSession session, CancellationToken cancellation) =>
        CatalogState.Load(session, cancellation);

    public static (Events, OutgoingMessages) Handle(
        WriteAttribute command, [WriteModel(nameof(WriteAttribute.Stream))] CatalogSection section, CatalogState state, TimeProvider time)
    {
        section.MustBe(command.Seen);
        if (command.Replaces is { } key && section.Definition.Attribute(key) is null) throw new NotFoundException("The attribute");
        var shape = command.Attribute.Shape();
        var refusals = AttributeShapeRules.Check(shape, command.Replaces, section, state);
        if (refusals.Count > 0) throw new RefusedException(refusals);
        var own = section.Definition.Attributes;
        return Revision.Of(section, section.Definition with
        {
            Attributes = command.Replaces is null ? [.. own, shape] : [.. own.Select(a => a.Key == shape.Key ? shape : a)],
        }, command.ActorId, state, time.GetUtcNow());
    }
}
