using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Listings.Contracts;
using Souq.Moderation.Queue;

namespace Souq.Moderation.Rules;

/// <summary>What rules are asked about.</summary>
/// <param name="Sections">The advert's, from the top down.</param>
/// <param name="Text">All that the seller wrote.</param>
/// <param name="Approved">The seller's adverts that were approved before.</param>
/// <param name="InHour">The seller's adverts of the last hour, this one included.</param>
public sealed record RuleInput(IReadOnlyList<int> Sections, string Text, Price Price, int Approved, int InHour, bool SamePhotos)
{
    private IReadOnlyList<string>? words;
    private string? language;

    /// <summary>Rules about who hands it in that mean him.</summary>
    public IReadOnlyList<Guid> Noted { get; init; } = [];

    /// <summary>Folded as search folds; read once for all rules.</summary>
    public IReadOnlyList<string> Words => words ??= ArabicText.Words(Text);

    /// <summary>In which it is written; found out when a rule asks.</summary>
    public string Language => language ??= AdvertLanguage.Of(Text);

    public static RuleInput Of(ListingSubmitted advert, CatalogSnapshot catalog, int approved, int inHour, IReadOnlyList<Guid>? noted = null) => new(
        PathOf(advert.SectionId, catalog), TextOf(advert.Title, advert.Description), advert.Price, approved, inHour,
        advert.Flags?.Any(f => f.Code == ListingFlag.SamePhotos) == true)
    {
        Noted = noted ?? [],
    };

    public static string TextOf(string? title, string? description) => $"{title}\n{description}";

    public static IReadOnlyList<int> PathOf(int section, CatalogSnapshot catalog) => catalog.Section(section)?.Path ?? [section];
}
