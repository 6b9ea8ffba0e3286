using Marten;
using Souq.Catalog.Contracts;
using Souq.Catalog.Sections;
using Souq.Kernel;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Catalog.Editing;

/// <summary>An admin changes what a section is.</summary>
/// <param name="Seen">Version of the section as the admin saw it.</param>
public sealed record ReviseSection(int SectionId, long Seen, Guid ActorId, SectionDraft Section)
{
    public Guid Stream => CatalogSection.StreamOf(SectionId);
}

public static class ReviseSectionHandler
{
    public static Task<CatalogState> LoadAsync(ReviseSection _, IDocumentSession session, CancellationToken cancellation) =>
        CatalogState.Load(session, cancellation);

    public static (Events, OutgoingMessages) Handle(
        ReviseSection command, [WriteModel(nameof(ReviseSection.Stream))] CatalogSection section, CatalogState state, TimeProvider time)
    {
        section.MustBe(command.Seen);
        return Revision.Of(section, command.Section.Of(command.SectionId, section.Definition.Attributes), command.ActorId, state, time.GetUtcNow());
    }
}

/// <summary>What every change of a section's definition comes to.</summary>
public static class Revision
{
    /// <exception cref="RefusedException">The section is closed, or could not be so.</exception>
    public static (Events, OutgoingMessages) Of(
        CatalogSection section, SectionDefinition becomes, Guid actor, CatalogState state, DateTimeOffset now, long? undoes = null)
    {
        if (section.Retired) throw new RefusedException("Section.IsRetired");
        var refusals = SectionRules.Check(becomes, state);
        if (refusals.Count > 0) throw new RefusedException(refusals);
        return SectionParts.AreSame(section.Definition, becomes)
            ? ([], [])
            : ([new SectionRevised(becomes, null, actor, now, undoes)], Facts(becomes, state, now));
    }

    // Adverts are found by their top section; whoever keeps a copy of it must hear when it is another.
    private static OutgoingMessages Facts(SectionDefinition becomes, CatalogState state, DateTimeOffset now)
    {
        var (before, after) = (Under(state.With(state.Section(becomes.Id)!.Definition), becomes.Id), Under(state.With(becomes), becomes.Id));
        return before.Count > 0 && after.Count > 0 && before[0].Path[0] != after[0].Path[0]
            ? [new SectionsMoved([.. after.Select(s => s.Id)], after[0].Path[0], now)]
            : [];
    }

    private static List<Section> Under(CatalogSnapshot catalog, int id) => [.. catalog.Sections.Where(s => s.Path.Contains(id))];
}
