using System.Text.RegularExpressions;
using Souq.Catalog.Sections;
using Souq.Kernel;
using Souq.Web.Components;

namespace Souq.Catalog.Editing;

/// <summary>What a section must be, by form field. Pure.</summary>
public static partial class SectionRules
{
    public const int LongestSlug = 60;
    public const int MostDays = 365;
    public const int MostPhotos = 40;
    public const int MostPlaces = 9999;

    /// <summary>Deepest a section may stand: top, section, subsection, and one below.</summary>
    private const int Deepest = 4;

    public static IReadOnlyList<Refusal> Check(SectionDefinition section, CatalogState state)
    {
        List<Refusal> refusals = [.. NameRules.Check(section.Name, "name"), .. Slug(section, state), .. Parent(section, state), .. Limits(section)];
        // What it asks is only judged where it stands at a place that exists.
        if (refusals.Count == 0) refusals.AddRange(DependenceRules.Check(section, state));
        return refusals;
    }

    private static IEnumerable<Refusal> Slug(SectionDefinition section, CatalogState state)
    {
        if (section.Slug.Length > LongestSlug || !AddressWord().IsMatch(section.Slug))
        {
            yield return new Refusal("Section.BadSlug", "slug", LongestSlug);
            yield break;
        }

        var others = state.Sections.Where(s => s.Definition.Id != section.Id).ToList();
        if (others.Find(s => s.Definition.Slug == section.Slug) is { } owner)
            yield return new Refusal("Section.SlugTaken", "slug", owner.Definition.Name);
        else if (others.Find(s => s.FormerSlugs.Contains(section.Slug)) is { } former)
            yield return new Refusal("Section.SlugWasTaken", "slug", former.Definition.Name);
    }

    private static IEnumerable<Refusal> Parent(SectionDefinition section, CatalogState state)
    {
        if (section.Order is < 0 or > MostPlaces) yield return new Refusal("Section.BadOrder", "order", MostPlaces);
        if (section.ParentId is not { } parentId) yield break;
        if (state.Open(parentId) is not { } parent)
        {
            yield return new Refusal("Section.ParentUnknown", "parent");
            yield break;
        }

        var depth = 2;
        for (var above = parent; above is not null && depth <= Deepest + 1; above = above.Definition.ParentId is { } id ? state.Section(id) : null)
        {
            if (above.Definition.Id == section.Id)
            {
                yield return new Refusal("Section.ParentCyclic", "parent", parent.Definition.Name);
                yield break;
            }

            if (above.Definition.ParentId is not null) depth++;
        }

        if (depth + HeightBelow(section.Id, state, Deepest) > Deepest) yield return new Refusal("Section.TooDeep", "parent", Deepest);
    }

    private static int HeightBelow(int id, CatalogState state, int most)
    {
        var children = state.Sections.Where(s => !s.Retired && s.Definition.ParentId == id).ToList();
        return most == 0 || children.Count == 0 ? 0 : 1 + children.Max(c => HeightBelow(c.Definition.Id, state, most - 1));
    }

    private static IEnumerable<Refusal> Limits(SectionDefinition section)
    {
        if (!Icons.Names.Contains(section.Icon)) yield return new Refusal("Section.IconUnknown", "icon");
        if (section.LifeDays is < 1 or > MostDays) yield return new Refusal("Section.BadLife", "life_days", MostDays);
        if (section.PhotoLimit is < 0 or > MostPhotos) yield return new Refusal("Section.BadPhotos", "photo_limit", MostPhotos);
        if (section.PriceTypes.Count == 0) yield return new Refusal("Section.PriceTypesRequired", "price_types");
        if (section.PricePers.Count == 0) yield return new Refusal("Section.PricePersRequired", "price_pers");
    }

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z")]
    internal static partial Regex AddressWord();
}
