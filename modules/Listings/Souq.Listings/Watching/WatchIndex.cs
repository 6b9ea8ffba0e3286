using System.Globalization;
using Souq.Catalog.Contracts;
using Souq.Listings.Browsing;

namespace Souq.Listings.Watching;

/// <summary>
/// An index over the searches. Each is filed under the rarest thing that all it finds must have, alone or in an area, so that an advert is held
/// against the few searches it might meet and not against all; one of several words that mean the same, or of several areas, is filed under each.
/// </summary>
internal sealed class WatchIndex(CatalogSnapshot catalog, TermWeights weights)
{
    /// <summary>More keys than these are not worth what they spare.</summary>
    private const int Most = 120;

    private readonly Dictionary<long, List<Watch>> filed = [];
    private readonly List<Watch> unfiled = [];
    private readonly Dictionary<int, (Watch Watch, IReadOnlyList<long> Keys)> all = [];
    private readonly HashSet<int> seen = [];

    public Terms Terms { get; } = new();

    public long Catalog => catalog.Version;

    public int Count => all.Count;

    public Watch? this[int no] => all.TryGetValue(no, out var known) ? known.Watch : null;

    /// <summary>A search nothing can fit any more is left out.</summary>
    public void Add(int no, string query, DateTimeOffset now)
    {
        Remove(no);
        if (Searches.Read(query, catalog, now) is not var (_, read)) return;
        var filter = SearchFilter.Of(read, catalog, now);
        var watch = Watch.Of(no, read, filter, Terms);
        var keys = Keys(watch);
        all[no] = (watch, keys);
        if (keys.Count == 0) unfiled.Add(watch);
        foreach (var key in keys)
            if (filed.TryGetValue(key, out var others)) others.Add(watch);
            else filed[key] = [watch];
    }

    public void Remove(int no)
    {
        if (!all.Remove(no, out var known)) return;
        foreach (var key in known.Keys) filed[key].Remove(known.Watch);
        unfiled.Remove(known.Watch);
    }

    /// <summary>Numbers of the searches an advert meets, in order.</summary>
    public int[] Match(ComingAdvert advert, DateTimeOffset now)
    {
        seen.Clear();
        var met = new List<int>();
        foreach (var watch in unfiled)
            if (watch.IsMetBy(advert, now)) met.Add(watch.No);
        foreach (var term in advert.Terms)
        {
            Look(Key(term, 0));
            if (advert.Area != 0) Look(Key(term, advert.Area));
        }

        met.Sort();
        return [.. met];

        void Look(long key)
        {
            if (!filed.TryGetValue(key, out var watches)) return;
            foreach (var watch in watches)
                if (seen.Add(watch.No) && watch.IsMetBy(advert, now)) met.Add(watch.No);
        }
    }

    private static long Key(int term, int area) => ((long)area << 32) | (uint)term;

    private IReadOnlyList<long> Keys(Watch watch)
    {
        var areas = watch.Tags.Select(AreasOf).FirstOrDefault(a => a is not null);
        var places = areas?.Sum(a => Weight(a.Term)) ?? 1;
        var ways = watch.Tags.Select(part => (Terms: (IReadOnlyCollection<int>)part, IsPlace: AreasOf(part) is not null))
            .Concat(watch.Words.Select(word => (Terms: word.MustHave(Weight), IsPlace: false)))
            .Select(way => (way.Terms, Weight: way.Terms.Sum(Weight), way.IsPlace))
            .SelectMany(way => areas is null || way.IsPlace ? [(way.Terms, way.Weight, InAreas: false)]
                : new[] { (way.Terms, way.Weight, InAreas: false), (way.Terms, Weight: way.Weight * places, InAreas: true) })
            .Where(way => way.Terms.Count > 0 && way.Terms.Count * (way.InAreas ? areas!.Count : 1) <= Most)
            .OrderBy(way => way.Weight).ToList();
        return ways.Count == 0 ? [] : [.. ways[0].Terms.SelectMany(term => ways[0].InAreas ? areas!.Select(a => Key(term, a.Area)) : [Key(term, 0)]).Distinct()];
    }

    private float Weight(int term) => weights.Of(Terms[term]);

    /// <summary>The areas, where tags are nothing else.</summary>
    private List<(int Term, int Area)>? AreasOf(int[] tags)
    {
        var areas = new List<(int, int)>();
        foreach (var term in tags)
            if (Terms[term] is ['r', .. var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var area)) areas.Add((term, area));
            else return null;
        return areas.Count > 0 ? areas : null;
    }
}
