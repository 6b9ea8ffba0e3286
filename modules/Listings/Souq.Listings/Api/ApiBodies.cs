using System.ComponentModel;

namespace Souq.Listings.Api;

// The shapes of bodies, for the description alone: what is sent is read field by field, so that everything wrong has a name.

public sealed record ApiPriceInput(
    [property: Description("firm, negotiable, best_offer, free, on_request or exchange; firm when left out")] string? Type,
    [property: Description("Whole Algerian dinars; none for free and on_request")] long? Dinars,
    [property: Description("What the amount buys: whole, m2, month, night, day or hour; when left out, what it was, else what is usual in the section")] string? Per);

public sealed record ApiListingInput(
    [property: Description("Your own name for the advert, up to 100 characters. It never changes, and the same ref is the same advert in files too")] string? Ref,
    [property: Description("Slug of the section, such as cars")] string? Section,
    [property: Description("5 to 100 characters")] string? Title,
    [property: Description("Up to 6,000 characters")] string? Description,
    ApiPriceInput? Price,
    [property: Description("Code or name, such as 31 or Oran")] string? Wilaya,
    [property: Description("ONS code or name; left out, the advert stands in the wilaya as a whole")] string? Commune,
    [property: Description("What the section asks: values as they are typed in the form, by key; several choices as an array")] IReadOnlyDictionary<string, object>? Attributes,
    [property: Description("When creating: true keeps it a draft until it is submitted, so that photos can be added")] bool? Draft);

public sealed record ApiSoldInput([property: Description("here or elsewhere; may be left out")] string? Where);

/// <summary>RFC 9457.</summary>
/// <param name="Errors">Sentences in the language of Accept-Language by field.</param>
/// <param name="Reasons">Stable codes of the reasons.</param>
public sealed record ApiProblem(string? Type, string Title, int Status, string? Detail, IReadOnlyDictionary<string, string[]>? Errors, string[]? Reasons);
