using Souq.Kernel;
using Souq.Listings.Browsing;

namespace Souq.Listings.Suggesting;

/// <summary>Something of the catalog that can be offered to who types the beginning of what it is called.</summary>
/// <param name="Identity">The same thing may be offered under more than one name; once is enough.</param>
/// <param name="Beside">What it belongs to; <c>null</c> where its kind says enough.</param>
/// <param name="Leads">The search it stands for; <c>null</c> where it only completes the words.</param>
/// <param name="Keys">All it is called, folded.</param>
internal sealed record NamedThing(
    SuggestionKind Kind, string Identity, LocalizedText Name, LocalizedText? Beside, SearchQuery? Leads, IReadOnlyList<string> Keys);
