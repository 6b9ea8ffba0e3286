using Souq.Kernel;

namespace Souq.Catalog.Editing;

/// <summary>Names people read, in all three languages.</summary>
public static class NameRules
{
    public const int Longest = 60;

    /// <param name="prefix">Of the form fields: <c>name</c> gives <c>name_ar</c>, <c>name_fr</c>, <c>name_en</c>.</param>
    public static IEnumerable<Refusal> Check(LocalizedText name, string prefix)
    {
        foreach (var language in Languages.All)
        {
            var (text, field) = (name.In(language), $"{prefix}_{language.Code()}");
            if (text.Length == 0) yield return new Refusal("Name.Required", field);
            else if (text.Length > Longest) yield return new Refusal("Name.TooLong", field, Longest);
        }
    }
}
