using Souq.Catalog.Choices;
using Souq.Catalog.Sections;
using Souq.Catalog.Shipped;

namespace Souq.Catalog.Loading;

/// <summary>What a delivery changes in the store: adds what is missing, revises what is older and untouched by people.</summary>
public static class Delivery
{
    public static IEnumerable<Change> Of(IReadOnlyCollection<CatalogSection> stored, IEnumerable<Versioned<SectionDefinition>> shipped) => Changes(
            stored, shipped.Select(s => s with { Value = Named(s.Value, stored) }), section => CatalogSection.StreamOf(section.Id),
            s => new SectionAdded(s.Value, s.Version), s => new SectionRevised(s.Value, s.Version, null));

    public static IEnumerable<Change> Of(IEnumerable<CatalogChoiceList> stored, IEnumerable<Versioned<ChoiceList>> shipped) => Changes(
        stored, shipped, list => CatalogChoiceList.StreamOf(list.Key),
        l => new ChoiceListAdded(l.Value, l.Version), l => new ChoiceListRevised(l.Value, l.Version, null));

    // A person may have given the name to a section of his own, now or before; addresses that lead there stay his.
    private static SectionDefinition Named(SectionDefinition shipped, IReadOnlyCollection<CatalogSection> stored) =>
        stored.Any(s => s.Definition.Id != shipped.Id && (s.Definition.Slug == shipped.Slug || s.FormerSlugs.Contains(shipped.Slug)))
            ? shipped with { Slug = $"{shipped.Slug}-{shipped.Id}" }
            : shipped;

    private static IEnumerable<Change> Changes<TStored, TShipped>(
        IEnumerable<TStored> stored, IEnumerable<Versioned<TShipped>> shipped, Func<TShipped, Guid> streamOf,
        Func<Versioned<TShipped>, object> added, Func<Versioned<TShipped>, object> revised)
        where TStored : class, IShippable
    {
        var known = stored.ToDictionary(s => s.Id);
        foreach (var piece in shipped)
        {
            var stream = streamOf(piece.Value);
            if (known.GetValueOrDefault(stream) is not { } old) yield return new Change(stream, IsNew: true, added(piece));
            else if (piece.Version > old.ShippedVersion && !old.EditedByPerson) yield return new Change(stream, IsNew: false, revised(piece), old.Version);
        }
    }
}

/// <summary>One event to write.</summary>
/// <param name="IsNew">It starts the stream.</param>
/// <param name="Version">Of the stream before.</param>
public sealed record Change(Guid Stream, bool IsNew, object Event, long Version = 0);
