using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Http;
using Souq.Catalog.Contracts;
using Souq.Listings;
using Souq.Listings.Browsing;
using Souq.Listings.Browsing.Facets;
using Souq.Listings.Display;
using Souq.Listings.Favourites;
using Souq.Web.Forms;

namespace Souq.Benchmarks.Search;

/// <summary>The page of results, fed from what its first request found: what rendering alone takes.</summary>
[Route("/bench/results")]
public sealed class ConstantResults : ComponentBase
{
    private static readonly ConcurrentDictionary<string, SearchUnderstood> Known = new();

    private SearchUnderstood? found;

    [Inject] private SearchListings Search { get; set; } = null!;

    [Inject] private FacetReader Facets { get; set; } = null!;

    [Inject] private ICatalog Catalog { get; set; } = null!;

    [Inject] private ListingWords Words { get; set; } = null!;

    [CascadingParameter] private HttpContext Http { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        var key = Http.Request.QueryString.Value ?? "";
        if (Known.TryGetValue(key, out found)) return;
        var query = SearchReading.Of(SearchParameters.Read(Http.Request.Query, Catalog.Current).Query, Catalog.Current);
        var page = await Search.FindAndCount(query);
        Known[key] = found = new SearchUnderstood(query, page, await Facets.Of(query, page), query);
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (found is null) return;
        builder.OpenComponent<SearchResults>(0);
        builder.AddComponentParameter(1, nameof(SearchResults.Found), found);
        builder.AddComponentParameter(2, nameof(SearchResults.Errors), new RefusalsView([], Words));
        builder.CloseComponent();
    }
}

/// <summary>The page of an advert, fed from what its first request found.</summary>
[Route("/bench/advert/{Number:long}")]
public sealed class ConstantAdvert : ComponentBase
{
    private static readonly ConcurrentDictionary<long, (Listing Listing, IReadOnlyList<SearchHit> Similar)> Known = new();

    private (Listing Listing, IReadOnlyList<SearchHit> Similar)? found;

    [Parameter] public long Number { get; set; }

    [Inject] private ListingReader Listings { get; set; } = null!;

    [Inject] private SimilarListings Similar { get; set; } = null!;

    [Inject] private ListingDisplay Display { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        if (Known.TryGetValue(Number, out var known)) found = known;
        else if (await Listings.ByNumber(Number) is { Public: { } content } listing)
            found = Known[Number] = (listing, await Similar.Of(content, Number, listing.SellerId, 4));
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (found is not var (listing, similar)) return;
        builder.OpenComponent<ListingView>(0);
        builder.AddComponentParameter(1, nameof(ListingView.Content), listing.Public!);
        builder.AddComponentParameter(2, nameof(ListingView.Number), Number);
        builder.AddComponentParameter(3, nameof(ListingView.At), listing.PublishedAt!.Value);
        builder.CloseComponent();
        for (var i = 0; i < 2; i++)
        {
            builder.OpenComponent<HeartGrid>(4);
            builder.AddComponentParameter(5, nameof(HeartGrid.Cards), similar.Select(Display.Card));
            builder.CloseComponent();
        }
    }
}
