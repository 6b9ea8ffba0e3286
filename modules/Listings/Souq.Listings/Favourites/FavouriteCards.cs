using Microsoft.Extensions.Localization;
using Souq.Listings.Display;
using Souq.Web.Components;

namespace Souq.Listings.Favourites;

/// <summary>Cards of adverts that somebody keeps or has seen: how they ended, and what they cost when he began to keep them.</summary>
public sealed class FavouriteCards(ListingDisplay display, IStringLocalizer<FavouritesText> text)
{
    public ListingCardModel Card(KeptAdvert kept)
    {
        var card = display.Card(kept.Hit);
        if (kept.Hit.Price.Dinars < kept.Then) card = card with { OldDinars = kept.Then };
        return kept.Life == ListingLife.Published
            ? card
            : card with { Ended = true, OldDinars = null, Badges = [new BadgeModel(text[$"Favourites.Ended.{kept.Life}"])] };
    }
}
