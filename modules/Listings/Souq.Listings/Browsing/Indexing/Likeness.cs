using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Souq.Catalog.Contracts;

namespace Souq.Listings.Browsing.Indexing;

/// <summary>
/// What kind of thing an advert offers, such as a make and model, as one number: thousands of adverts of one model are found by it in order of age.
/// It compares adverts with each other; a search, which must find all that fits, asks for the tags.
/// </summary>
public static class Likeness
{
    private static readonly ConditionalWeakTable<Section, IReadOnlyList<string>> Known = [];

    /// <summary>Attributes others depend on, and those that depend on them directly: a version of a model is still that model. Where none do, the required choices.</summary>
    public static IReadOnlyList<string> Keys(Section section) => Known.GetValue(section, Find);

    private static IReadOnlyList<string> Find(Section section)
    {
        var roots = section.Attributes.Where(a => a.DependsOn is null && section.Attributes.Any(b => b.DependsOn == a.Key)).Select(a => a.Key).ToList();
        return roots.Count == 0 ? [.. Similarity.Identity(section).Select(a => a.Key)]
            : [.. section.Attributes.Where(a => roots.Contains(a.Key) || roots.Contains(a.DependsOn ?? "")).Select(a => a.Key)];
    }

    /// <returns><c>null</c> where one of the answers is missing, or the section asks for none.</returns>
    public static long? Of(Section? section, Func<string, string?> answer)
    {
        if (section is null) return null;
        var said = new StringBuilder();
        foreach (var key in Keys(section).Order(StringComparer.Ordinal))
            if (answer(key) is { } value) said.Append(key).Append('=').Append(value).Append('\n');
            else return null;
        return said.Length == 0 ? null : BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(said.ToString())));
    }
}
