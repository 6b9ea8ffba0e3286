using Souq.Catalog;
using Souq.Catalog.Choices;
using Souq.Catalog.Contracts;
using Souq.Catalog.Editing;
using Souq.Catalog.Sections;
using Souq.Kernel;

namespace Souq.Unit.Catalog;

/// <summary>The delivered catalog as it stands in the store, to be changed.</summary>
internal static class Given
{
    public static readonly Guid Admin = new("0190d3a1-0000-7000-8000-00000000000a");
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    public static CatalogState Delivered { get; } = new(
        [.. ShippedCatalog.Sections.Select(s => CatalogSection.Create(new SectionAdded(s.Value, s.Version)) with { Id = CatalogSection.StreamOf(s.Value.Id), Version = 1 })],
        [.. ShippedCatalog.Lists.Select(l => CatalogChoiceList.Create(new ChoiceListAdded(l.Value, l.Version)) with { Id = CatalogChoiceList.StreamOf(l.Value.Key), Version = 1 })]);

    public static CatalogSection Section(string slug) => Delivered.Sections.Single(s => s.Definition.Slug == slug);

    public static CatalogChoiceList List(string key) => Delivered.Lists.Single(l => l.List.Key == key);

    public static CatalogState With(CatalogSection changed) => Delivered with
    {
        Sections = [.. Delivered.Sections.Where(s => s.Definition.Id != changed.Definition.Id), changed],
    };

    public static CatalogSnapshot Snapshot(this CatalogState state) => SnapshotBuilder.Build(1, state.Sections, state.Lists, ShippedCatalog.Territory);

    /// <summary>What an admin would send to leave a section as it is.</summary>
    public static SectionDraft Draft(string slug)
    {
        var s = Section(slug).Definition;
        return new SectionDraft(s.ParentId, s.Order, s.Slug, s.Name, s.Icon, s.LifeDays, s.PhotoLimit, s.PriceTypes, s.PricePers,
            s.SpeaksMillions, s.TakesAdverts, s.Inherits, s.Without);
    }

    public static AttributeDraft Asked(string key, AttributeKind kind) => new(
        key, new LocalizedText("خاصية", "Caractéristique", "Attribute"), kind, false, false, false, null, null, null, 0, null, false, null);

    public static IReadOnlyList<(string Key, string? Field)> Reasons(Action act) =>
        [.. Should.Throw<RefusedException>(act).Refusals.Select(r => (r.Key, r.Field))];
}
