using Souq.Catalog.Contracts;
using Souq.Kernel;

namespace Souq.Listings.Browsing.Indexing;

/// <summary>The words under which an advert is found.</summary>
public static class SearchWords
{
    /// <summary>The title, the section, the choices made (make, model …) and the place count more than the description; all in every language.</summary>
    public static TsVector Of(ListingContent content, CatalogSnapshot catalog) =>
        ArabicText.ToTsVector(content.Title, Names(content, catalog), content.Description, catalog.Lexicon);

    /// <summary>The names of a section and those above it, in every language.</summary>
    public static TsVector OfSection(IReadOnlyList<Section> path, CatalogSnapshot catalog) =>
        ArabicText.ToTsVector("", path.SelectMany(s => All(s.Name)), "", catalog.Lexicon);

    private static IEnumerable<string> Names(ListingContent content, CatalogSnapshot catalog)
    {
        var path = catalog.PathOf(content.SectionId);
        foreach (var section in path)
            foreach (var name in All(section.Name)) yield return name;
        if (catalog.Section(content.WrittenIn ?? content.SectionId) is { } asked)
            foreach (var (key, value) in content.Attributes)
                if (asked.AttributeEver(key) is { } attribute)
                    foreach (var language in Languages.All)
                        yield return AttributeRules.Display(attribute, value, language);
        if (catalog.Territory.Commune(content.CommuneCode) is not { } commune) yield break;
        foreach (var name in All(commune.Name)) yield return name;
        foreach (var code in new[] { commune.Wilaya, commune.WilayaOf58, commune.WilayaOf48 }.Distinct())
            if (catalog.Territory.Wilaya(code) is { } wilaya)
                foreach (var name in All(wilaya.Name)) yield return name;
    }

    private static IEnumerable<string> All(LocalizedText text)
    {
        yield return text.Ar;
        if (text.Fr != text.Ar) yield return text.Fr;
        if (text.En != text.Ar && text.En != text.Fr) yield return text.En;
    }
}
