using Souq.Host.Demo.Pictures.Kit;

namespace Souq.Host.Demo.Pictures;

/// <summary>Pictures for the adverts of the demo market: drawn here, nobody's photos, always the same for the same numbers.</summary>
public static class DemoPictures
{
    /// <summary>Every kind that can be drawn, such as <c>hatchback</c>, <c>sofa</c> or <c>sheep</c>.</summary>
    public static IReadOnlyList<string> AllKinds { get; } = [.. Kinds.All.Keys.Order(StringComparer.Ordinal)];

    /// <param name="kind">One of <see cref="AllKinds"/>, or the slug of a section; what is unknown becomes boxes and jars.</param>
    /// <param name="seed">Another seed, another thing of the kind: colour, make, hour of the day.</param>
    /// <param name="view">0 is the cover; further ones show the same thing from elsewhere and close up.</param>
    /// <returns>A JPEG of 1080 × 810 pixels.</returns>
    public static byte[] Draw(string kind, int seed, int view)
    {
        var name = Kinds.All.ContainsKey(kind) ? kind : SectionKinds.Of(kind, seed);
        return Darkroom.Develop(Kinds.All[name](() => new Dice(name, seed), () => new Dice(name, seed, view + 1), view));
    }
}
