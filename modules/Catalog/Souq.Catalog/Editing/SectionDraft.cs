using Souq.Catalog.Sections;
using Souq.Kernel;

namespace Souq.Catalog.Editing;

/// <summary>What an admin says of a section, but for what it asks of adverts.</summary>
/// <param name="Without">Keys of the parent's attributes it does without.</param>
public sealed record SectionDraft(
    int? ParentId,
    int Order,
    string Slug,
    LocalizedText Name,
    string Icon,
    int LifeDays,
    int PhotoLimit,
    IReadOnlyList<PriceType> PriceTypes,
    IReadOnlyList<PricePer> PricePers,
    bool SpeaksMillions,
    bool TakesAdverts,
    bool Inherits,
    IReadOnlyList<string> Without)
{
    public SectionDefinition Of(int id, IReadOnlyList<AttributeShape> attributes) => new(
        id, ParentId, Order, SafeText.Line(Slug).ToLowerInvariant(), Clean(Name), Icon, LifeDays, PhotoLimit, PriceTypes, SpeaksMillions,
        TakesAdverts, Inherits, Inherits ? Without : [], attributes, PricePers);

    internal static LocalizedText Clean(LocalizedText name) => new(SafeText.Line(name.Ar), SafeText.Line(name.Fr), SafeText.Line(name.En));
}
