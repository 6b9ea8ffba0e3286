using Microsoft.AspNetCore.Http;
using Souq.Listings.Browsing;

namespace Souq.Listings.Favourites;

/// <summary>What somebody keeps who has not signed in: in a cookie of his browser.</summary>
public sealed class VisitorFavourites(ListingReader listings)
{
    public static readonly NumberCookie Cookie = new("souq.favourites", 100, TimeSpan.FromDays(365));

    public async Task<KeepAnswer> Keep(HttpContext context, long number)
    {
        var kept = Cookie.Read(context.Request);
        if (kept.Contains(number)) return KeepAnswer.Kept;
        if (await listings.ByNumber(number, context.RequestAborted) is not { IsInSight: true }) return KeepAnswer.Unknown;
        if (kept.Count >= Cookie.Most) return KeepAnswer.Full;
        Cookie.Write(context, [number, .. kept]);
        return KeepAnswer.Kept;
    }

    public static void Drop(HttpContext context, long number) =>
        Cookie.Write(context, Cookie.Read(context.Request).Where(n => n != number));
}
