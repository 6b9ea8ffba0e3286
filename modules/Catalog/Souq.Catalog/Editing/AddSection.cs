using Marten;
using Souq.Catalog.Sections;
using Souq.Kernel;
using Wolverine.Marten;

namespace Souq.Catalog.Editing;

/// <summary>An admin opens a section that no delivery brought.</summary>
public sealed record AddSection(Guid ActorId, SectionDraft Section);

public static class AddSectionHandler
{
    /// <summary>Sections that people make are numbered from here, so that deliveries never bring the same number.</summary>
    public const int FirstOwnId = 100_001;

    public static Task<CatalogState> LoadAsync(AddSection _, IDocumentSession session, CancellationToken cancellation) => CatalogState.Load(session, cancellation);

    public static IStartStream Handle(AddSection command, CatalogState state, TimeProvider time)
    {
        var added = Decide(command, state, time.GetUtcNow());
        return MartenOps.StartStream<CatalogSection>(CatalogSection.StreamOf(added.Section.Id), added);
    }

    public static SectionAdded Decide(AddSection command, CatalogState state, DateTimeOffset now)
    {
        var id = state.Sections.Select(s => s.Definition.Id + 1).Append(FirstOwnId).Max();
        var section = command.Section.Of(id, []);
        var refusals = SectionRules.Check(section, state);
        return refusals.Count == 0 ? new SectionAdded(section, 0, command.ActorId, now) : throw new RefusedException(refusals);
    }
}
