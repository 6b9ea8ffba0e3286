using Microsoft.Extensions.Localization;
using Souq.Catalog.Contracts;
using Souq.Listings.Importing;
using Souq.Listings.Photos;
using Souq.Listings.Uploading;

namespace Souq.Listings.Display;

/// <summary>
/// The sentences for every reason this module gives for saying no: its own, those of the section's attributes, those of photos and their uploads.
/// </summary>
public sealed class ListingWords(
    IStringLocalizer<ListingsText> listings, IStringLocalizer<CatalogText> attributes, IStringLocalizer<PhotoText> photos,
    IStringLocalizer<ImportText> imports, IStringLocalizer<UploadText> uploads) : IStringLocalizer
{
    public LocalizedString this[string name] => this[name, []];

    public LocalizedString this[string name, params object[] arguments] =>
        new IStringLocalizer[] { listings, attributes, photos, imports, uploads }.Select(l => l[name, arguments]).FirstOrDefault(found => !found.ResourceNotFound)
        ?? new LocalizedString(name, name, resourceNotFound: true);

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        [.. listings.GetAllStrings(includeParentCultures), .. attributes.GetAllStrings(includeParentCultures), .. photos.GetAllStrings(includeParentCultures),
            .. imports.GetAllStrings(includeParentCultures), .. uploads.GetAllStrings(includeParentCultures)];
}
