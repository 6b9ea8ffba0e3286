using Marten;
using Souq.Catalog.History;
using Souq.Catalog.Sections;
using Souq.Kernel;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Catalog.Editing;

/// <summary>One change of a section is taken back; what was changed otherwise since stays.</summary>
/// <param name="Change">Version of the event.</param>
public sealed record UndoSectionChange(int SectionId, long Seen, long Change, Guid ActorId)
{
    public Guid Stream => CatalogSection.StreamOf(SectionId);
}

/// <summary>All that happened to the section, oldest first.</summary>
public sealed record SectionPast(IReadOnlyList<SectionChange> Changes, CatalogState State);

public static class UndoSectionChangeHandler
{
    public static async Task<SectionPast> LoadAsync(UndoSectionChange command, IDocumentSession session, CancellationToken cancellation) => new(
        SectionChange.Of(await session.Events.FetchStreamAsync(command.Stream, token: cancellation)),
        await CatalogState.Load(session, cancellation));

    public static (Events, OutgoingMessages) Handle(
        UndoSectionChange command, [WriteModel(nameof(UndoSectionChange.Stream))] CatalogSection section, SectionPast past, TimeProvider time)
    {
        section.MustBe(command.Seen);
        var change = past.Changes.FirstOrDefault(c => c.Version == command.Change) ?? throw new NotFoundException("The change");
        var now = time.GetUtcNow();
        if (change is { Event: SectionRetired, Before: not null }) return Reopen(command, section, change, past, now);
        if (change.Before is null || change.Event is not SectionRevised) throw new RefusedException("Undo.OpenedByAPerson");
        if (section.Retired) throw new RefusedException("Undo.Retired");
        try
        {
            var without = Without(section.Definition, change.Before, change.After);
            return Revision.Of(section, without, command.ActorId, past.State, now, change.Version);
        }
        catch (RefusedException refused)
        {
            // There is no form whose fields could be at fault.
            throw new RefusedException([.. refused.Refusals.Select(r => r with { Field = null })]);
        }
    }

    /// <summary>The section without one of its changes.</summary>
    /// <exception cref="RefusedException">What the change did has been changed again.</exception>
    public static SectionDefinition Without(SectionDefinition now, SectionDefinition before, SectionDefinition after)
    {
        var result = now;
        foreach (var part in SectionParts.All.Where(p => p.Differs(before, after)))
            result = part.Differs(now, after) ? throw new RefusedException("Undo.ChangedSince") : part.Take(result, before);

        var asked = result.Attributes.ToList();
        foreach (var key in SectionParts.Attributes(before, after))
        {
            if (now.Attribute(key) != after.Attribute(key)) throw new RefusedException("Undo.ChangedSince");
            var place = asked.FindIndex(a => a.Key == key);
            if (place >= 0) asked.RemoveAt(place);
            if (before.Attribute(key) is not { } was) continue;
            var stood = before.Attributes.ToList().FindIndex(a => a.Key == key);
            asked.Insert(place >= 0 ? place : Math.Min(stood, asked.Count), was);
        }

        if (SectionParts.Reordered(before, after))
            asked = SectionParts.Reordered(now, after)
                ? throw new RefusedException("Undo.ChangedSince")
                : [.. asked.OrderBy(a => before.Attributes.Select(b => b.Key).ToList().IndexOf(a.Key) is var at && at < 0 ? int.MaxValue : at)];
        return result with { Attributes = asked };
    }

    private static (Events, OutgoingMessages) Reopen(
        UndoSectionChange command, CatalogSection section, SectionChange change, SectionPast past, DateTimeOffset now)
    {
        if (!section.Retired || past.Changes.Any(c => c.Version > change.Version)) throw new RefusedException("Undo.ChangedSince");
        var refusals = SectionRules.Check(change.Before!, past.State);
        return refusals.Count == 0
            ? ([new SectionReopened(change.Before!, command.ActorId, now, change.Version)], [new Contracts.SectionReopened(command.SectionId, now)])
            : throw new RefusedException([.. refusals.Select(r => r with { Field = null })]);
    }
}
