using System.Text.RegularExpressions;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Moderation.Appeals;
using Souq.Web.Localisation;

namespace Souq.Moderation.Texts;

/// <summary>What a case fills into a text.</summary>
/// <param name="Words">What in the advert speaks for the decision; may be empty.</param>
public sealed record TextCase(string Title, long Number, int SectionId, Price Price, string Words, DateTimeOffset Now);

/// <summary>The fields of standard texts, such as <c>{title}</c>. Pure.</summary>
public static partial class TextFields
{
    /// <summary>In the order they are explained; their meanings are <c>Field.{name}</c>.</summary>
    public static IReadOnlyList<string> All { get; } = ["title", "number", "section", "price", "words", "until"];

    /// <summary>What stands in braces and is no field.</summary>
    public static IReadOnlyList<string> Unknown(string body) => [.. Field.Matches(body).Select(m => m.Groups[1].Value).Where(f => !All.Contains(f)).Distinct()];

    public static string Fill(LocalizedText body, TextCase about, CatalogSnapshot catalog, Language language) =>
        Field.Replace(body.In(language), m => m.Groups[1].Value switch
        {
            "title" => about.Title,
            "number" => Formats.Number(about.Number),
            "section" => catalog.Section(about.SectionId)?.Name.In(language) ?? "",
            "price" => about.Price.Dinars is null ? "" : PriceFormat.Amount(about.Price, language),
            "words" => about.Words,
            "until" => Formats.InAlgiers(about.Now + Appeal.Window).ToString("d MMMM yyyy", language.Culture()),
            // What was no field when it was written is none now.
            _ => m.Value,
        });

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Field { get; }
}
