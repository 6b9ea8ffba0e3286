namespace Souq.Catalog.Sections;

/// <summary>Where the addresses of the past lead: to the section under its new name, or to the one its adverts went to.</summary>
public static class MovedSlugs
{
    public static IReadOnlyDictionary<string, int> Of(IReadOnlyCollection<CatalogSection> sections)
    {
        var byId = sections.ToDictionary(s => s.Definition.Id);
        var moved = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var section in sections)
        {
            if (Standing(section) is not { } standing) continue;
            foreach (var slug in section.FormerSlugs) moved.TryAdd(slug, standing.Definition.Id);
            if (section.Retired) moved.TryAdd(section.Definition.Slug, standing.Definition.Id);
        }

        foreach (var section in sections.Where(s => !s.Retired)) moved.Remove(section.Definition.Slug);
        return moved;

        // A section that took over another's adverts may have been retired since; then its own successor has them.
        CatalogSection? Standing(CatalogSection? section)
        {
            for (var steps = 0; section is { Retired: true } && steps < byId.Count; steps++)
                section = section.MovesTo is { } next ? byId.GetValueOrDefault(next) : null;
            return section is { Retired: false } ? section : null;
        }
    }
}
