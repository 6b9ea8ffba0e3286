using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Souq.Kernel;
using Souq.Listings.Browsing;
using Souq.Listings.Display;
using Souq.Web.Forms;
using Souq.Web.Security;

namespace Souq.Listings.Writing.Saving;

public static class NoteEndpoint
{
    /// <summary>A form of the longest note, with six bytes for every two of an Arabic letter.</summary>
    private const int MostBytes = 128 * 1024;

    /// <summary>
    /// <c>POST /offer/{id}/note/{details|words}</c>: the fields of a step as they stand, from the form's script. Answers
    /// <c>{ said, base }</c>, or 422 with why not.
    /// </summary>
    public static void MapNotes(this IEndpointRouteBuilder endpoints) => endpoints
        .MapPost("/offer/{id:guid}/note/{step:regex(^(details|words)$)}", Keep)
        .WithMetadata(new RequireAntiforgeryTokenAttribute(), new RequestSizeLimitAttribute(MostBytes))
        .RequireAuthorization().ExcludeFromDescription();

    private static async Task<IResult> Keep(Guid id, string step, HttpContext http, DraftNotes notes, ListingReader listings, ListingWords words)
    {
        if (http.Request.ContentLength is null or > MostBytes) return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (!http.Request.HasFormContentType) return TypedResults.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        try
        {
            var note = await notes.Keep(id, http.User.PersonId()!.Value, Enum.Parse<OfferStep>(step, ignoreCase: true), form, http.RequestAborted);
            var listing = await listings.ById(id, http.RequestAborted) ?? throw new NotFoundException("The listing");
            return TypedResults.Ok(new { said = notes.Said(note), @base = DraftNotes.Base(listing.Version, note) });
        }
        catch (RefusedException refused)
        {
            return TypedResults.Json(new { said = RefusalsView.Say(refused.Refusals[0], words) }, statusCode: StatusCodes.Status422UnprocessableEntity);
        }
    }
}
