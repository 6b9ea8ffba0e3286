using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Listings;
using Souq.Listings.Browsing;
using Souq.Listings.Browsing.Facets;
using Souq.Listings.Contracts;
using Souq.Listings.Display;
using Souq.Listings.Pricing;
using Souq.Web.Forms;
using Souq.Web.Slots;

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

/// <summary>The page of an advert, fed from what its first request found; what the other modules place on it is kept as they rendered it.</summary>
[Route("/bench/advert/{Number:long}")]
public sealed class ConstantAdvert : ComponentBase
{
    private static readonly ConcurrentDictionary<long, Page> Known = new();
    private static readonly string[] Slots = [ListingSlots.Contact, ListingSlots.Tools, ListingSlots.Seller];

    private Page? page;

    [Parameter] public long Number { get; set; }

    [Inject] private IServiceProvider Services { get; set; } = null!;

    [CascadingParameter] private HttpContext Http { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        if (Known.TryGetValue(Number, out page)) return;
        var listing = (await Services.GetRequiredService<ListingReader>().ByNumber(Number))!;
        var content = listing.Public!;
        var placed = new Dictionary<string, MarkupString>();
        foreach (var name in Slots) placed[name] = new MarkupString(await Rendered(name, new ListingSlot(listing.Id, Number, listing.SellerId, content.Title, null, content.Price?.Type == PriceType.Free)));
        Known[Number] = page = new Page(listing,
            await Services.GetRequiredService<PriceStandings>().Of(content, Number), await Services.GetRequiredService<SimilarListings>().Beside(content, Number, listing.SellerId, 4), placed);
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (page is null) return;
        builder.OpenComponent<ListingPageView>(0);
        builder.AddComponentParameter(1, nameof(ListingPageView.Number), Number);
        builder.AddComponentParameter(2, nameof(ListingPageView.Listing), page.Listing);
        builder.AddComponentParameter(3, nameof(ListingPageView.Standing), page.Standing);
        builder.AddComponentParameter(4, nameof(ListingPageView.Beside), page.Beside);
        builder.AddComponentParameter(5, nameof(ListingPageView.Placed), (RenderFragment<string>)(name => inner => inner.AddContent(0, page.Placed.GetValueOrDefault(name))));
        builder.CloseComponent();
    }

    private async Task<string> Rendered(string slot, ListingSlot context)
    {
        await using var renderer = new HtmlRenderer(Services, Services.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<CascadingValue<HttpContext>>(ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            ["Value"] = Http,
            ["ChildContent"] = (RenderFragment)(inner =>
            {
                inner.OpenComponent<Slot>(0);
                inner.AddComponentParameter(1, nameof(Slot.Name), slot);
                inner.AddComponentParameter(2, nameof(Slot.Context), context);
                inner.CloseComponent();
            }),
        }))).ToHtmlString());
    }

    private sealed record Page(Listing Listing, PriceStanding? Standing, ListingsBeside Beside, IReadOnlyDictionary<string, MarkupString> Placed);
}
