using JasperFx.Events;
using Souq.Catalog.Sections;

namespace Souq.Catalog.History;

/// <summary>One event of a section, with what it was before and after.</summary>
/// <param name="Version">Of the section, from 1.</param>
/// <param name="By">The person; <c>null</c> when a delivery did it.</param>
/// <param name="Before"><c>null</c> for the first.</param>
/// <param name="Undoes">Version of the change it took back; <c>null</c> when it is a change of its own.</param>
public sealed record SectionChange(
    long Version, object Event, DateTimeOffset At, Guid? By, SectionDefinition? Before, SectionDefinition After, long? Undoes)
{
    public static IReadOnlyList<SectionChange> Of(IEnumerable<IEvent> events)
    {
        var changes = new List<SectionChange>();
        SectionDefinition? before = null;
        foreach (var e in events)
        {
            var (after, by, at, undoes) = e.Data switch
            {
                SectionAdded added => (added.Section, added.AddedBy, added.At, (long?)null),
                SectionRevised revised => (revised.Section, revised.RevisedBy, revised.At, revised.Undoes),
                SectionRetired retired => (before! with { TakesAdverts = false }, retired.RetiredBy, retired.At, null),
                SectionReopened reopened => (reopened.Section, reopened.ReopenedBy, reopened.At, reopened.Undoes),
                _ => throw new InvalidOperationException($"{e.EventTypeName} is no event of a section."),
            };
            changes.Add(new SectionChange(e.Version, e.Data, at ?? e.Timestamp, by, before, after, undoes));
            before = after;
        }

        return changes;
    }
}
