using Marten;
using Souq.Catalog.Sections;
using Souq.Kernel;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Catalog.Editing;

/// <summary>A section is closed for good; its adverts and its addresses go to another.</summary>
/// <param name="MovesTo">An open section that takes adverts; 0 when none was chosen.</param>
public sealed record RetireSection(int SectionId, long Seen, Guid ActorId, int MovesTo)
{
    public Guid Stream => CatalogSection.StreamOf(SectionId);
}

public static class RetireSectionHandler
{
    public static Task<CatalogState> LoadAsync(RetireSection _, IDocumentSession session, CancellationToken cancellation) =>
        CatalogState.Load(session, cancellation);

    public static (Events, OutgoingMessages) Handle(
        RetireSection command, [WriteModel(nameof(RetireSection.Stream))] CatalogSection section, CatalogState state, TimeProvider time)
    {
        section.MustBe(command.Seen);
        var now = time.GetUtcNow();
        var refusals = Check(command, section, state);
        return refusals.Count == 0
            ? ([new SectionRetired(command.ActorId, command.MovesTo, now)], [new Contracts.SectionRetired(command.SectionId, command.MovesTo, now)])
            : throw new RefusedException(refusals);
    }

    public static IReadOnlyList<Refusal> Check(RetireSection command, CatalogSection section, CatalogState state)
    {
        if (section.Retired) return [new Refusal("Section.IsRetired")];
        var below = state.Sections.Count(s => !s.Retired && s.Definition.ParentId == command.SectionId);
        if (below > 0) return [new Refusal("Section.HasSubsections", null, below)];
        return command.MovesTo == command.SectionId || state.Open(command.MovesTo) is not { Definition.TakesAdverts: true }
            ? [new Refusal("Section.MovesToUnknown", "moves_to")]
            : [];
    }
}
