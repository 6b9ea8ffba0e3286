using System.Globalization;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Listings.Writing;

namespace Souq.Listings.Importing;

/// <summary>What a line says as an advert, by the rules of the forms; and an advert as a line.</summary>
public static class RowContent
{
    private const int RefMax = 100;

    /// <returns>The content, or everything that is wrong with the line, each by its column.</returns>
    public static (ListingContent? Content, IReadOnlyList<Refusal> Refusals) Read(ImportRow row, CatalogSnapshot catalog)
    {
        var refusals = new List<Refusal>();
        if (row.Ref.Length > RefMax) refusals.Add(new("Import.RefTooLong", "ref", RefMax));
        if (row.Ref.Length == 0 && !row.IsSingle) refusals.Add(new("Import.RefRequired", "ref"));
        var commune = Place(row, catalog.Territory, refusals);
        var section = SectionOf(row, catalog);
        var (price, ofPrice) = PriceCells.Read(column => row[column], section?.PricePers[0] ?? PricePer.Whole);
        refusals.AddRange(ofPrice);
        if (section is null) return (null, [.. refusals, NoSection(row)]);

        var (values, ofAttributes) = AttributeRules.Read(section, row.Attributes);
        refusals.AddRange(ofAttributes);
        var (title, description) = (SafeText.Line(row["title"]), SafeText.Lines(row["description"]));
        var known = refusals.Select(r => r.Field).ToHashSet();
        // What could not be read is named already; the rules would add that it is missing.
        refusals.AddRange(ListingRules.Words(section, title, description, price, commune)
            .Where(r => !(r.Field == "price" && price is null) && !(r.Field == "commune" && commune is null)));
        if (price is null && ofPrice.Count == 0 && known.Add("price")) refusals.Add(new("Price.Required", "price"));
        return refusals.Count > 0 ? (null, refusals)
            : (new ListingContent(section.Id, values, title, description, price, commune!.Code, row.Photos), []);
    }

    /// <summary>The cells of an advert; read again, they give the same content.</summary>
    public static Dictionary<string, string> Write(string? reference, ListingContent content, CatalogSnapshot catalog, DateOnly today)
    {
        var cells = new Dictionary<string, string>
        {
            ["ref"] = reference ?? "",
            ["section"] = catalog.Section(content.SectionId)?.Slug ?? "",
            ["title"] = content.Title,
            ["description"] = content.Description,
        };
        if (content.Price is { } price)
            foreach (var (column, cell) in PriceCells.Write(price)) cells[column] = cell;
        if (catalog.Territory.Commune(content.CommuneCode) is { } commune)
        {
            var wilaya = catalog.Territory.WilayaOf(commune, today).Code;
            cells["wilaya"] = wilaya.ToString(CultureInfo.InvariantCulture);
            cells["commune"] = CommuneCell(commune, wilaya, catalog.Territory);
        }

        foreach (var (key, value) in content.Attributes) cells[ImportColumns.Attribute + key] = value;
        return cells;
    }

    private static string CommuneCell(Commune commune, int wilaya, Territory territory) =>
        commune.IsWholeWilaya && commune.Code == Territory.WholeWilaya(wilaya) ? ""
        : territory.FindCommune(commune.Name.Fr, wilaya)?.Code == commune.Code ? commune.Name.Fr
        : commune.Code.ToString(CultureInfo.InvariantCulture);

    // A file may be older than the name of its section.
    private static Section? SectionOf(ImportRow row, CatalogSnapshot catalog) =>
        SectionNames.Find(catalog, row["section"].Trim()) is { TakesAdverts: true } section ? section : null;

    private static Refusal NoSection(ImportRow row) => row["section"].Trim() is { Length: > 0 } typed
        ? new("Import.UnknownSection", "section", PriceCells.Short(typed))
        : new("Section.Required", "section");

    // Without a commune an advert stands in the wilaya as a whole; so does, in a file, one whose commune nobody knows.
    private static Commune? Place(ImportRow row, Territory territory, List<Refusal> refusals)
    {
        var (wilayaTyped, communeTyped) = (row["wilaya"].Trim(), row["commune"].Trim());
        var wilaya = wilayaTyped.Length > 0 ? territory.FindWilaya(wilayaTyped) : null;
        if (wilayaTyped.Length > 0 && wilaya is null)
        {
            refusals.Add(new("Import.UnknownWilaya", "wilaya", PriceCells.Short(wilayaTyped)));
            return null;
        }

        if (communeTyped.Length > 0 && territory.FindCommune(communeTyped, wilaya?.Code) is { } found) return found;
        if (communeTyped.Length > 0 && row.IsSingle) refusals.Add(new("Import.UnknownCommune", "commune", PriceCells.Short(communeTyped)));
        else if (wilaya is null) refusals.Add(new("Import.PlaceRequired", "wilaya"));
        else return territory.Commune(Territory.WholeWilaya(wilaya.Code));
        return null;
    }
}
