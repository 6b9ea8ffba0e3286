using JasperFx.Events;
using Souq.Catalog.Choices;
using Souq.Catalog.Contracts;

namespace Souq.Catalog.History;

/// <summary>One event of a choice list, with what it was before and after.</summary>
/// <param name="Version">Of the list, from 1.</param>
/// <param name="By">The person; <c>null</c> when a delivery did it.</param>
/// <param name="Before">The list before; <c>null</c> for the first.</param>
public sealed record ListChange(
    long Version, object Event, DateTimeOffset At, Guid? By, CatalogChoiceList? Before, CatalogChoiceList After, long? Undoes)
{
    public static IReadOnlyList<ListChange> Of(IEnumerable<IEvent> events)
    {
        var changes = new List<ListChange>();
        CatalogChoiceList? before = null;
        foreach (var e in events)
        {
            (CatalogChoiceList after, Guid? by, DateTimeOffset? at, long? undoes) = e.Data switch
            {
                ChoiceListAdded added => (CatalogChoiceList.Create(added), added.AddedBy, added.At, null),
                ChoiceListRevised revised => (before!.Apply(revised), revised.RevisedBy, revised.At, revised.Undoes),
                ChoiceAdded added => (before!.Apply(added), added.AddedBy, added.At, null),
                ChoiceRevised revised => (before!.Apply(revised), revised.RevisedBy, revised.At, revised.Undoes),
                ChoiceRetired retired => (before!.Apply(retired), retired.RetiredBy, retired.At, retired.Undoes),
                ChoiceReopened reopened => (before!.Apply(reopened), reopened.ReopenedBy, reopened.At, reopened.Undoes),
                _ => throw new InvalidOperationException($"{e.EventTypeName} is no event of a choice list."),
            };
            changes.Add(new ListChange(e.Version, e.Data, at ?? e.Timestamp, by, before, after, undoes));
            before = after;
        }

        return changes;
    }

    /// <summary>The one choice it was about; <c>null</c> when it was about the whole list.</summary>
    public AttributeChoice? Choice => Event switch
    {
        ChoiceAdded added => added.Choice,
        ChoiceRevised revised => revised.Choice,
        ChoiceRetired retired => retired.Choice,
        ChoiceReopened reopened => reopened.Choice,
        _ => null,
    };
}
