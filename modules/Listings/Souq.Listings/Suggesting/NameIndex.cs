namespace Souq.Listings.Suggesting;

/// <summary>Things by the beginnings of all they are called, and how much each is spoken of in the titles of adverts.</summary>
internal sealed class NameIndex
{
    private readonly string[] keys;
    private readonly NamedThing[] things;
    private readonly int[] weights;

    private NameIndex(string[] keys, NamedThing[] things, int[] weights) => (this.keys, this.things, this.weights) = (keys, things, weights);

    public static NameIndex Empty { get; } = new([], [], []);

    public static NameIndex Of(IEnumerable<NamedThing> named, Vocabulary vocabulary)
    {
        var pairs = named.SelectMany(thing =>
        {
            var weight = thing.Keys.Select(key => Weight(key, vocabulary)).DefaultIfEmpty(0).Max();
            return thing.Keys.Select(key => (key, thing, weight));
        }).OrderBy(p => p.key, StringComparer.Ordinal).ToArray();
        return new(Array.ConvertAll(pairs, p => p.key), Array.ConvertAll(pairs, p => p.thing), Array.ConvertAll(pairs, p => p.weight));
    }

    public IEnumerable<(string Key, NamedThing Thing, int Weight)> StartingWith(string begun)
    {
        var range = SortedWords.StartingWith(keys, begun);
        for (var i = range.Start.Value; i < range.End.Value; i++) yield return (keys[i], things[i], weights[i]);
    }

    /// <summary>A name is spoken of as often as the rarest of its words; numbers are no words.</summary>
    private static int Weight(string key, Vocabulary vocabulary) =>
        key.Split(' ').Where(word => word.Any(char.IsLetter)).Select(vocabulary.AdvertsWith).DefaultIfEmpty(0).Min();
}
