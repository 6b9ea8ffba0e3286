using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Web.Forms;

namespace Souq.Listings.Writing;

/// <summary>The sections adverts are placed in, for a select, grouped by their top section.</summary>
public static class SectionChoices
{
    public static IReadOnlyList<Choice> All(CatalogSnapshot catalog) =>
        [.. catalog.Sections.Where(s => s.TakesAdverts).Select(s => new Choice(s.Slug, Name(s), Top(s, catalog)))];

    private static string Name(Section section) => section.Name.In(Languages.Current);

    private static string Top(Section section, CatalogSnapshot catalog) => Name(catalog.Section(section.Path[0])!);
}
