using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Souq.Kernel;
using Souq.Listings.Bumping;
using Souq.Listings.Closing;
using Souq.Listings.Counting;
using Souq.Listings.Expiry;
using Souq.Listings.Pricing;
using Souq.Listings.Publishing;
using Souq.Listings.Reopening;
using Souq.Listings.Writing;
using Souq.Web.Forms;
using Souq.Web.Security;

namespace Souq.Listings.Desk;

public sealed partial class DeskListingPage
{
    private static readonly string[] Acts = ["renew", "bump", "reopen", "withdraw", "sold", "price", "waits"];

    private Listing? listing;
    private Series counts = Series.Empty(DeskPage.Days);
    private IReadOnlyList<Enquiry> people = [];
    private RefusalsView? errors;
    private RefusalsView? priceErrors;
    private string typedPrice = "";

    [Parameter] public long Number { get; set; }
    [SupplyParameterFromQuery(Name = "done")] private string? DoneTyped { get; set; }
    [CascadingParameter] private HttpContext Http { get; set; } = null!;

    private Guid Me => Http.User.PersonId()!.Value;

    private string? Done => Acts.Contains(DoneTyped) ? DoneTyped : null;

    private bool CanWrite => listing!.Review != ListingReview.Waiting && listing.Life is not (ListingLife.Sold or ListingLife.Withdrawn or ListingLife.Removed);

    private bool CanRenew => listing!.Life == ListingLife.Expired
        || (listing.IsOnMarket && listing.ExpiresAt - Time.GetUtcNow() <= RenewListingHandler.Window);

    protected override async Task OnInitializedAsync()
    {
        var found = await Listings.ByNumber(Number, Http.RequestAborted) ?? throw new NotFoundException("The listing");
        found.MustBelongTo(Me);
        counts = (await Counts.Of([found.Id], DeskPage.Days, Http.RequestAborted)).GetValueOrDefault(found.Id, counts);
        people = await Enquiries.About(found.Id, Http.RequestAborted);
        typedPrice = found.Public?.Price?.Dinars is { } dinars ? PriceFormat.Number(dinars, Languages.Current) : "";
        if (HttpMethods.IsPost(Http.Request.Method) && Http.Request.Form.TryGetValue("price", out var typed)) typedPrice = typed.ToString();
        listing = found;
    }

    private async Task Act()
    {
        var act = Http.Request.Form["act"].ToString();
        var copy = Guid.CreateVersion7(Time.GetUtcNow());
        object command = act switch
        {
            "renew" => new RenewListing(listing!.Id, Me, null),
            "bump" => new BumpListing(listing!.Id, Me),
            "reopen" => new ReopenListing(listing!.Id, Me),
            "withdraw" => new WithdrawListing(listing!.Id, Me),
            "copy" => new CopyListing(copy, Me, listing!.Id),
            _ => throw new NotFoundException("The act"),
        };
        var refusals = await Commands.Send(command);
        if (refusals.Count > 0) errors = new RefusalsView(refusals, Words);
        else Navigation.NavigateTo(act == "copy" ? $"offer/{copy}" : $"desk/{Number}?done={act}");
    }

    private async Task ChangePrice()
    {
        if (listing?.Public?.Price is not { } old) return;
        if (Money.Read(typedPrice) is not { } money)
        {
            priceErrors = new RefusalsView([new Refusal("Price.NotANumber", "price", typedPrice)], Words);
            return;
        }

        var price = old with { Dinars = money.Dinars };
        var refusals = await Commands.Send(new ChangePrice(listing.Id, Me, price));
        if (refusals.Count > 0) priceErrors = new RefusalsView(refusals, Words);
        else Navigation.NavigateTo($"desk/{Number}?done={(EditSize.IsFar(old, price) ? "waits" : "price")}");
    }

    private async Task Sell((SoldWhere Where, Guid? Buyer) sale)
    {
        // Only one of those who wrote can be named.
        var buyer = people.Any(p => p.Person == sale.Buyer) ? sale.Buyer : null;
        var refusals = await Commands.Send(new MarkSold(listing!.Id, Me, buyer is null ? sale.Where : SoldWhere.Here, buyer));
        if (refusals.Count > 0) errors = new RefusalsView(refusals, Words);
        else Navigation.NavigateTo($"desk/{Number}?done=sold");
    }
}
