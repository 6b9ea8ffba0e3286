using Souq.Catalog.Contracts;
using Souq.Catalog.Sections;
using Souq.Kernel;

namespace Souq.Catalog.Editing;

/// <summary>What an admin says of one thing a section asks.</summary>
/// <param name="Unit">All three, or <c>null</c>.</param>
public sealed record AttributeDraft(
    string Key,
    LocalizedText Name,
    AttributeKind Kind,
    bool Required,
    bool Filterable,
    bool OnCard,
    LocalizedText? Unit,
    decimal? Min,
    decimal? Max,
    int Decimals,
    string? DependsOn,
    bool Open,
    string? List)
{
    public bool Chooses => Kind is AttributeKind.Choice or AttributeKind.Choices;

    /// <summary>Without what its kind has no use for.</summary>
    public AttributeShape Shape()
    {
        var number = Kind == AttributeKind.Number;
        return new AttributeShape(
            SafeText.Line(Key), SectionDraft.Clean(Name), Kind, Required, Filterable, OnCard,
            number && Unit is not null ? SectionDraft.Clean(Unit) : null,
            number || Kind == AttributeKind.Text ? Min : null, number || Kind == AttributeKind.Text ? Max : null,
            number ? Decimals : 0, Chooses ? DependsOn : null, Chooses && Open, Chooses ? List : null);
    }
}
