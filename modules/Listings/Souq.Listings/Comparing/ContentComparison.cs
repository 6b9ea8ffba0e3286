using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Listings.Display;
using Souq.Listings.History;

namespace Souq.Listings.Comparing;

/// <summary>Something of an advert that is not as it was.</summary>
/// <param name="Field">Its name in the reader's language.</param>
public sealed record Difference(string Field, IReadOnlyList<DiffPart> Parts);

/// <param name="Gone">Photos that are there no more.</param>
/// <param name="Came">Photos that were not there before.</param>
public sealed record ContentComparison(IReadOnlyList<Difference> Differences, IReadOnlyList<ListingPhoto> Gone, IReadOnlyList<ListingPhoto> Came)
{
    public bool IsEmpty => Differences.Count == 0 && Gone.Count == 0 && Came.Count == 0;
}

/// <summary>Two revisions of an advert side by side, in the reader's language.</summary>
public sealed class ContentComparer(ICatalog catalog, ListingDisplay display, Microsoft.Extensions.Localization.IStringLocalizer<ListingsText> text)
{
    public ContentComparison Compare(ListingContent before, ListingContent after) => new(
        [.. ContentChange.Between(before, after).Where(c => c.Field != "photos").Select(c => Of(c, before, after))],
        [.. before.Photos.Where(p => after.Photos.All(q => q.Picture != p.Picture))],
        [.. after.Photos.Where(p => before.Photos.All(q => q.Picture != p.Picture))]);

    private Difference Of(ContentChange change, ListingContent before, ListingContent after)
    {
        var key = change.Field.StartsWith("attr.", StringComparison.Ordinal) ? change.Field["attr.".Length..] : null;
        var name = key is null ? text["History.Field." + change.Field].Value : (Attribute(after) ?? Attribute(before))?.Name.In(Languages.Current) ?? key;
        var (was, now) = (Value(change.Before, before), Value(change.After, after));
        return new(name, change.Field is "title" or "description" ? WordDiff.Between(was, now) : Replaced(was, now));

        AttributeDefinition? Attribute(ListingContent content) =>
            key is null ? null : catalog.Current.Section(content.WrittenIn ?? content.SectionId)?.AttributeEver(key);

        string Value(object? value, ListingContent content) => change.Field switch
        {
            "section" => string.Join(" · ", catalog.Current.PathOf((int)value!).Select(s => s.Name.In(Languages.Current))),
            "price" => display.Price(value as Price),
            "place" => display.Place((int)value!),
            _ when value is string canonical && Attribute(content) is { } attribute => AttributeRules.Display(attribute, canonical, Languages.Current),
            _ => value?.ToString() ?? "",
        };
    }

    private static List<DiffPart> Replaced(string was, string now) =>
        [.. was.Length > 0 ? [new DiffPart(DiffKind.Gone, was)] : Array.Empty<DiffPart>(), .. now.Length > 0 ? [new DiffPart(DiffKind.New, now)] : Array.Empty<DiffPart>()];
}
