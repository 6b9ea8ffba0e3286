using Souq.Kernel;

namespace Souq.Catalog.Contracts;

/// <summary>Places by everything people call them.</summary>
internal sealed class PlaceNames<T>
    where T : class
{
    private readonly ILookup<string, T> exact;
    private readonly ILookup<string, T> aliases;
    private readonly ILookup<string, T> loose;

    public PlaceNames(IEnumerable<T> places, Func<T, LocalizedText> nameOf, Func<T, IReadOnlyList<string>?> aliasesOf)
    {
        var named = places.Select(place => (place, names: new[] { nameOf(place).Ar, nameOf(place).Fr, nameOf(place).En })).ToList();
        exact = Lookup(named.SelectMany(p => p.names.Select(name => (NameKey.Of(name), p.place))));
        aliases = Lookup(named.SelectMany(p => (aliasesOf(p.place) ?? []).Select(name => (NameKey.Of(name), p.place))));
        loose = Lookup(named.SelectMany(p => p.names.Concat(aliasesOf(p.place) ?? []).Select(name => (PlaceKey.Of(name), p.place))));
    }

    /// <summary>The one place of that name among those wanted: by its name, else by an alias, else by a transcription of either.</summary>
    public T? Find(string? text, Func<T, bool> wanted)
    {
        foreach (var found in (IEnumerable<T>[])[exact[NameKey.Of(text)], aliases[NameKey.Of(text)], loose[PlaceKey.Of(text)]])
        {
            var fitting = found.Where(wanted).Take(2).ToList();
            if (fitting.Count > 0) return fitting.Count == 1 ? fitting[0] : null;
        }

        return null;
    }

    private static ILookup<string, T> Lookup(IEnumerable<(string Key, T Place)> entries) =>
        entries.Where(e => e.Key.Length > 0).Distinct().ToLookup(e => e.Key, e => e.Place);
}
