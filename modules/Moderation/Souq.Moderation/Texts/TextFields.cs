using System.Text.RegularExpressions;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Moderation.Appeals;
using Souq.Web.Localisation;

namespace Souq.Moderation.Texts;

/// <summary>What a case fills into a text.</summary>
/// <param name="Words">What in the advert speaks for the decision; may be empty.</param>
/// <param name="Refused">How many adverts of the person were refused or taken down so far.</param>
public sealed record TextCase(string Title, long Number, int SectionId, Price Price, string Words, DateTimeOffset Now, int Refused = 0)
{
    /// <summary>A person alone, by no case.</summary>
    public static TextCase OfPerson(int refused, DateTimeOffset now) => new("", 0, 0, new Price(PriceType.OnRequest, null), "", now, refused);
}

/// <summary>The fields of standard texts, such as <c>{title}</c>. Pure.</summary>
public static partial class TextFields
{
    /// <summary>In the order they are explained; their meanings are <c>Field.{name}</c>.</summary>
    public static IReadOnlyList<string> All { get; } = ["title", "number", "section", "price", "words", "until", "refused"];

    /// <summary>What a person fills in, without a case of his.</summary>
    public static IReadOnlyList<string> OfPeople { get; } = ["until", "refused"];

    /// <summary>What stands in braces and is no field.</summary>
    public static IReadOnlyList<string> Unknown(string body) => [.. Field.Matches(body).Select(m => m.Groups[1].Value).Where(f => !All.Contains(f)).Distinct()];

    /// <summary>The fields it has, each once.</summary>
    public static IReadOnlyList<string> In(string body) => [.. Field.Matches(body).Select(m => m.Groups[1].Value).Where(All.Contains).Distinct()];

    /// <summary>Nothing in it is left empty where a person is decided about.</summary>
    public static bool IsForPeople(LocalizedText body) => Languages.All.All(l => In(body.In(l)).All(OfPeople.Contains));

    public static string Fill(LocalizedText body, TextCase about, CatalogSnapshot catalog, Language language) => FillWords(body.In(language), about, catalog, language);

    public static string FillWords(string body, TextCase about, CatalogSnapshot catalog, Language language) =>
        Field.Replace(body, m => m.Groups[1].Value switch
        {
            "title" => about.Title,
            "number" => Formats.Number(about.Number),
            "section" => catalog.Section(about.SectionId)?.Name.In(language) ?? "",
            "price" => about.Price.Dinars is null ? "" : PriceFormat.Amount(about.Price, language),
            "words" => about.Words,
            "until" => Formats.InAlgiers(about.Now + Appeal.Window).ToString("d MMMM yyyy", language.Culture()),
            "refused" => Formats.Number(about.Refused),
            // What was no field when it was written is none now.
            _ => m.Value,
        });

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Field { get; }
}
