using Souq.Catalog.Editing;
using Souq.Kernel;

namespace Souq.Catalog.Desk;

/// <summary>Lists as people know them: by what is chosen from them, and where.</summary>
/// <param name="Name">The first attribute that uses it, and the key.</param>
/// <param name="UsedBy">Section and attribute, as ids and names.</param>
/// <param name="AreWords">Nothing is chosen from it: the search reads it.</param>
public sealed record ListName(string Key, string Name, IReadOnlyList<(int Section, string Where)> UsedBy, bool AreWords);

public static class ListNames
{
    public static IReadOnlyList<ListName> All(CatalogState state)
    {
        var users = state.Sections.Where(s => !s.Retired)
            .SelectMany(s => s.Definition.Attributes.Where(a => a.List is not null).Select(a => (Section: s.Definition, Asked: a)))
            .ToLookup(u => u.Asked.List!);
        return
        [
            .. state.Lists.OrderBy(l => l.List.Key, StringComparer.Ordinal).Select(l => new ListName(
                l.List.Key,
                users[l.List.Key].Select(u => u.Asked.Name.In(Languages.Current) + " · ").FirstOrDefault("") + l.List.Key,
                [.. users[l.List.Key].Select(u => (u.Section.Id, $"{u.Section.Name.In(Languages.Current)} › {u.Asked.Name.In(Languages.Current)}"))],
                l.List.AreWords)),
        ];
    }
}
