using Souq.Catalog.Contracts;
using Souq.Catalog.Editing;
using Souq.Catalog.Sections;
using Souq.Kernel;
using Souq.Web.Forms;

namespace Souq.Catalog.Desk;

/// <summary>Sections for a select, by their path.</summary>
public static class Places
{
    /// <summary>Open sections, but for one and all under it: nothing stands under itself.</summary>
    public static IReadOnlyList<Choice> Parents(CatalogState state, int? but) =>
        [.. Market(state).Sections.Where(s => but is null || !s.Path.Contains(but.Value)).Select(s => new Choice(Typed.Plain(s.Id), Path(s, state)))];

    /// <summary>Open sections that take adverts, but for one.</summary>
    public static IReadOnlyList<Choice> ForAdverts(CatalogState state, int but) =>
        [.. Market(state).Sections.Where(s => s.TakesAdverts && s.Id != but).Select(s => new Choice(Typed.Plain(s.Id), Path(s, state)))];

    public static CatalogSnapshot Market(CatalogState state) => SnapshotBuilder.Build(0, state.Sections, state.Lists, ShippedCatalog.Territory);

    private static string Path(Section section, CatalogState state) =>
        string.Join(" › ", section.Path.Select(id => state.Section(id)!.Definition.Name.In(Languages.Current)));
}
