using System.Resources;
using Souq.Kernel;

namespace Souq.Catalog.Contracts;

/// <summary>The few words attribute values need in each language.</summary>
internal static class AttributeWords
{
    private static readonly ResourceManager Words = new(typeof(AttributeWords));
    private static readonly Lazy<Dictionary<string, bool>> Typed = new(() =>
        new[] { (true, "Yes.Typed"), (false, "No.Typed") }
            .SelectMany(w => Words.GetString(w.Item2, Language.English.Culture())!.Split('|').Select(word => (Key: NameKey.Of(word), w.Item1)))
            .ToDictionary(w => w.Key, w => w.Item2));

    public static string YesNo(bool yes, Language language) => Words.GetString(yes ? "Yes" : "No", language.Culture())!;

    public static string ListSeparator(Language language) => language == Language.Arabic ? "\u060C " : ", ";

    public static bool? ReadYesNo(string text) => Typed.Value.TryGetValue(NameKey.Of(text), out var yes) ? yes : null;
}
