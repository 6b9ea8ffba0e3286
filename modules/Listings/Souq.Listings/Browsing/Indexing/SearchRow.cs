using System.Text.Json;
using Souq.Catalog.Contracts;
using Souq.Kernel;

namespace Souq.Listings.Browsing.Indexing;

/// <summary>A row of a search table as a publication makes it.</summary>
/// <param name="Attributes">JSON.</param>
/// <param name="Tags">Without those of age and price.</param>
internal sealed record SearchRow(
    Guid Id, long Number, Guid SellerId, DateTimeOffset ListedAt, int TopSection, int Section, int Commune, int Area, int PriceType, long? Price, int PricePer,
    long? Was, DateTimeOffset? DroppedAt, string Title, string Folded, string? Photo, int Tone, int Photos, string Attributes, TsVector Words, string[] Tags, long? Likeness)
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

    /// <summary>A row for <c>COPY … (<see cref="Columns"/>) FROM STDIN (FORMAT binary)</c>.</summary>
    public void Copy(CopyRows rows)
    {
        var tags = new TsVector(hasPlaces: false, room: Tags.Length + 8);
        foreach (var tag in Tags.Concat(SearchTags.Moving(ListedAt, Price, Was is not null))) tags.Add(tag);
        rows.Begin(columns: 25);
        rows.Uuid(Id);
        rows.BigInt(Number);
        rows.Uuid(SellerId);
        rows.Boolean(true);
        rows.Timestamp(ListedAt);
        rows.Integer(TopSection);
        rows.Integer(Section);
        rows.Integer(Commune);
        rows.Integer(Area);
        rows.SmallInt(PriceType);
        rows.BigInt(Price);
        rows.SmallInt(PricePer);
        rows.BigInt(Was);
        rows.Timestamp(DroppedAt);
        rows.SmallInt(Was is > 0 and { } was && Price is { } price ? 1000 * (was - price) / was : null);
        rows.Text(Title);
        rows.Text(Folded);
        rows.Text(Photo);
        rows.SmallInt(Tone);
        rows.SmallInt(Photos);
        rows.Json(Attributes);
        rows.Vector(Words);
        rows.Vector(tags);
        rows.SmallInt(Version);
        rows.BigInt(Likeness);
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
