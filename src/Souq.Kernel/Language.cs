using System.Globalization;

namespace Souq.Kernel;

/// <summary>The three languages of the market; Arabic comes first, also in the order of this enumeration.</summary>
public enum Language { Arabic, French, English }

/// <summary>What follows from a language: its code, its culture, its writing direction and its place in an address.</summary>
public static class Languages
{
    public static IReadOnlyList<Language> All { get; } = [Language.Arabic, Language.French, Language.English];

    /// <summary>Two-letter code as in <c>hreflang</c> and <c>lang</c>: <c>ar</c>, <c>fr</c>, <c>en</c>.</summary>
    public static string Code(this Language language) => language switch
    {
        Language.Arabic => "ar",
        Language.French => "fr",
        _ => "en",
    };

    /// <summary><c>ar-DZ</c>, <c>fr-DZ</c> (Latin digits, dinars) or <c>en</c>; plain <c>ar</c> would print Arabic-Indic digits.</summary>
    public static CultureInfo Culture(this Language language) => CultureInfo.GetCultureInfo(language switch
    {
        Language.Arabic => "ar-DZ",
        Language.French => "fr-DZ",
        _ => "en",
    });

    /// <summary>The first path segment: empty for Arabic, else <c>/fr</c> or <c>/en</c>.</summary>
    public static string PathBase(this Language language) => language == Language.Arabic ? "" : "/" + language.Code();

    /// <summary><c>rtl</c> or <c>ltr</c>.</summary>
    public static string Direction(this Language language) => language == Language.Arabic ? "rtl" : "ltr";

    /// <summary>The language of a culture name or code; Arabic when it is none of the three.</summary>
    public static Language Parse(string? code) => code is null ? Language.Arabic
        : code.StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? Language.French
        : code.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? Language.English
        : Language.Arabic;

    /// <summary>The language of the request or job being served.</summary>
    public static Language Current => Parse(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
}

/// <summary>A short text in all three languages, such as the name of a section or a commune.</summary>
public sealed record LocalizedText(string Ar, string Fr, string En)
{
    public string In(Language language) => language switch
    {
        Language.Arabic => Ar,
        Language.French => Fr,
        _ => En,
    };

    /// <summary>In the language of the request being served.</summary>
    public override string ToString() => In(Languages.Current);
}
