using System.Collections.Frozen;
using Souq.Kernel;

namespace Souq.Catalog.Contracts;

/// <summary>A wilaya or a commune somebody named; one of the two is set.</summary>
public readonly record struct NamedPlace(int? Wilaya, int? Commune);

/// <summary>Places by their whole names, folded, as they stand in a line of words. What two communes are called names neither.</summary>
public sealed class NamedPlaces
{
    private const int ShortestCommune = 4;

    private readonly FrozenDictionary<string, NamedPlace> places;

    private NamedPlaces(IEnumerable<KeyValuePair<string, NamedPlace>> places) => this.places = places.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Words of a name at most.</summary>
    public const int LongestPhrase = 5;

    public static NamedPlaces Of(Territory territory)
    {
        var wilayas = Named(territory.Wilayas, w => w.Name, w => w.Aliases, w => new NamedPlace(w.Code, null));
        var communes = Named(territory.Communes, c => c.Name, c => c.Aliases, c => new NamedPlace(null, c.Code))
            .Where(c => c.Key.Length >= ShortestCommune && !wilayas.ContainsKey(c.Key));
        return new NamedPlaces(wilayas.Concat(communes));
    }

    /// <summary>The place of that name; a preposition may hang on its first word (بوهران).</summary>
    public NamedPlace? Find(string folded) =>
        places.TryGetValue(folded, out var place) || (ArabicText.WithoutPreposition(folded) is { } rest && places.TryGetValue(rest, out place)) ? place : null;

    private static Dictionary<string, NamedPlace> Named<T>(
        IEnumerable<T> places, Func<T, LocalizedText> nameOf, Func<T, IReadOnlyList<string>?> aliasesOf, Func<T, NamedPlace> found) => places
        .SelectMany(p => new[] { nameOf(p).Ar, nameOf(p).Fr, nameOf(p).En }.Concat(aliasesOf(p) ?? []).Select(ArabicText.Fold).Distinct().Select(name => (name, p)))
        .Where(p => p.name.Length > 0).GroupBy(p => p.name, p => p.p)
        .Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => found(g.First()));
}
