using Souq.Listings.Browsing.Facets;

namespace Souq.Listings.Browsing;

/// <summary>A search as it was understood, and all that its page shows.</summary>
/// <param name="Asked">Before anything was read out of its words.</param>
/// <param name="Typed">The search with its words as they are, where they were understood as more.</param>
public sealed record SearchUnderstood(SearchQuery Query, SearchPageResult Page, FacetCounts Counts, SearchQuery Asked, SearchQuery? Typed = null);
