using System.Globalization;
using System.Text;
using System.Text.Json;
using Souq.Catalog.Contracts;
using Souq.Kernel;

namespace Souq.Listings.Browsing.Indexing;

/// <summary>A row of a search table as a publication makes it.</summary>
/// <param name="Attributes">JSON.</param>
/// <param name="Words">A tsvector.</param>
/// <param name="Tags">Without those of age and price.</param>
internal sealed record SearchRow(
    Guid Id, long Number, Guid SellerId, DateTimeOffset ListedAt, int TopSection, int Section, int Commune, int Area, int PriceType, long? Price, int PricePer,
    long? Was, DateTimeOffset? DroppedAt, string Title, string Folded, string? Photo, int Tone, int Photos, string Attributes, string Words, string[] Tags, long? Likeness)
{
    /// <summary>Of what a row says of its advert: of the text folding, and of the tags. A table with rows of another version is built anew.</summary>
    public const int Version = ArabicText.Version * 100 + 2;

    public const string Columns = """
        id, number, seller_id, available, listed_at, top_section, section, commune, area, price_type, price, price_per, was, dropped_at, dropped_by,
          title, folded, photo, tone, photos, attributes, words, tags, text_version, likeness
        """;

    public static SearchRow Of(Guid id, Published published, CatalogSnapshot catalog)
    {
        var content = published.Content;
        var asked = catalog.Section(content.WrittenIn ?? content.SectionId);
        return new SearchRow(
            id, published.Number, published.SellerId, published.At, Top(content.SectionId, catalog), content.SectionId, content.CommuneCode,
            catalog.Territory.Commune(content.CommuneCode)?.Area ?? 0,
            (int)(content.Price?.Type ?? Kernel.PriceType.OnRequest), content.Price?.Dinars, (int)(content.Price?.Per ?? Kernel.PricePer.Whole),
            published.Was, published.Was is null ? null : published.At, content.Title, ArabicText.Fold(content.Title), content.Cover?.Id, content.Cover?.Tone ?? 0, content.Photos.Count,
            JsonSerializer.Serialize(Typed(content, asked)), SearchWords.Of(content, catalog), SearchTags.Of(content, asked, catalog),
            Indexing.Likeness.Of(asked, content.Attributes.GetValueOrDefault));
    }

    public static int Top(int section, CatalogSnapshot catalog) => catalog.Section(section)?.Path[0] ?? section;

    /// <summary>A line for <c>COPY … (<see cref="Columns"/>) FROM STDIN</c>.</summary>
    public void Copy(StringBuilder line)
    {
        var tags = string.Join(' ', Tags.Concat(SearchTags.Moving(ListedAt, Price, Was is not null)).Select(SearchTags.Quoted));
        object?[] cells =
        [
            Id, Number, SellerId, "t", Time(ListedAt), TopSection, Section, Commune, Area, PriceType, Price, PricePer, Was, DroppedAt is { } at ? Time(at) : null,
            Was is > 0 and { } was && Price is { } price ? 1000 * (was - price) / was : null, Title, Folded, Photo, Tone, Photos, Attributes, Words, tags, Version, Likeness,
        ];
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0) line.Append('\t');
            if (cells[i] is string text) Escape(line, text);
            else if (cells[i] is { } value) line.Append(CultureInfo.InvariantCulture, $"{value}");
            else line.Append("\\N");
        }

        line.Append('\n');
    }

    // Cut to microseconds, as every other way into the database cuts.
    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff+00", CultureInfo.InvariantCulture);

    private static void Escape(StringBuilder line, string text)
    {
        foreach (var c in text)
            if (c is '\\' or '\t' or '\n' or '\r') line.Append('\\').Append(c switch { '\t' => 't', '\n' => 'n', '\r' => 'r', _ => c });
            else line.Append(c);
    }

    // Numbers as numbers, so that a range can be asked for; several choices as an array.
    private static Dictionary<string, object> Typed(ListingContent content, Section? section)
    {
        var typed = new Dictionary<string, object>();
        foreach (var (key, value) in content.Attributes)
            typed[key] = section?.AttributeEver(key)?.Kind switch
            {
                AttributeKind.Number when SearchTags.TryNumber(value, out var number) => number,
                AttributeKind.Choices => value.Split('|'),
                _ => value,
            };
        return typed;
    }
}
