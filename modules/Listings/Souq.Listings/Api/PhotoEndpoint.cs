using Microsoft.AspNetCore.Http;
using Souq.Kernel;
using Souq.Listings.Browsing;
using Souq.Listings.Photos;
using Souq.Listings.Publishing;
using Souq.Listings.Writing;

namespace Souq.Listings.Api;

/// <summary>Photos from programs: a form with any number of files, or the picture itself as the body.</summary>
internal static class PhotoEndpoint
{
    public static async Task<ApiAnswer> Add(HttpContext http, long number, ApiCaller caller, ApiAnswers answers, ApiShape shape, PhotoIntake intake)
    {
        var listing = await caller.Own(http, number);
        listing.MustBeWritable();
        var taken = await Take(http, intake);
        if (taken.Kept.Count == 0 && taken.Refused.Count == 0) throw new RefusedException("Api.NoPhoto", "photos");
        if (taken.Refused.Count > 0) throw new RefusedException(taken.Refused);
        await caller.Send(new AddPhotos(listing.Id, listing.SellerId, [.. taken.Kept.Select(p => ListingPhoto.Of(p))]));
        // A draft waits for its program; what was sent off before is sent off again.
        if (listing.Revision > 0 && (await caller.Again(listing.Id)).Review == ListingReview.Draft) await caller.Send(new SubmitListing(listing.Id, listing.SellerId));
        return answers.Ok(shape.Own(await caller.Again(listing.Id)));
    }

    private static async Task<TakenPhotos> Take(HttpContext http, PhotoIntake intake)
    {
        if (http.Request.HasFormContentType) return await intake.TakeAll((await ApiDoor.ReadForm(http.Request)).Files, http.RequestAborted);
        try
        {
            return new([await intake.Take(http.Request.Body, null, http.RequestAborted)], []);
        }
        catch (RefusedException refused)
        {
            return new([], refused.Refusals);
        }
    }
}
