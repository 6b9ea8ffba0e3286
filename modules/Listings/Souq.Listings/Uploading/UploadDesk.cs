using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Listings.Browsing;
using Souq.Listings.Display;
using Souq.Listings.Photos;
using Souq.Listings.Writing;
using Souq.Web;
using Souq.Web.Commands;
using Souq.Web.Errors;
using Souq.Web.Forms;

namespace Souq.Listings.Uploading;

/// <param name="Address">Of the upload, as seen from the base of the pages.</param>
/// <param name="Photo">Its id, once it is one.</param>
public sealed record UploadAnswer(string Address, int Offset, string? Photo);

/// <summary>Answers the script that sends photos; see <see cref="UploadEndpoints"/>.</summary>
public sealed class UploadDesk(
    PhotoUploads uploads, IListingsStore store, ListingReader listings, ICatalog catalog, PhotoIntake intake, CommandSender commands,
    IOptions<PhotoOptions> options, ListingWords words, IStringLocalizer<WebText> web)
{
    private const int LongestKey = 100;
    private readonly int mostBytes = options.Value.MaxBytes;

    public async Task<IResult> Begin(Guid listingId, HttpContext http)
    {
        if (!http.Request.HasFormContentType) return TypedResults.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var listing = await OwnListing.Load(listings, listingId, http.User);
        var (key, name) = (form["key"].ToString(), PhotoRefusals.Shown(form["name"]));
        if (key.Length is 0 or > LongestKey || !int.TryParse(form["size"], NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size == 0)
            return Problem(StatusCodes.Status422UnprocessableEntity, PhotoRefusals.Broken(name));
        if (size > mostBytes) return Problem(StatusCodes.Status413PayloadTooLarge, PhotoRefusals.TooLarge(name, mostBytes));
        var type = form["type"].ToString();
        if (type.Length > 0 && !type.StartsWith("image/", StringComparison.Ordinal)) return Problem(StatusCodes.Status422UnprocessableEntity, PhotoRefusals.NotAnImage(name));

        var id = PhotoUploads.IdOf(listing.SellerId, listingId, key);
        if (await Finished(id, listing, http) is { } finished) return Answer(http, finished);
        try
        {
            listing.MustBeWritable();
        }
        catch (RefusedException refused)
        {
            return Problem(StatusCodes.Status422UnprocessableEntity, refused);
        }

        var limit = catalog.Current.Section(listing.Draft.SectionId)?.PhotoLimit ?? 10;
        if (listing.Draft.Photos.Count >= limit) return Problem(StatusCodes.Status422UnprocessableEntity, new RefusedException("Photo.TooMany", PhotoRefusals.Field, limit));
        return await uploads.Begin(new PhotoUpload(id, listingId, listing.SellerId, name, size, 0), http.RequestAborted) is { } upload
            ? Answer(http, upload)
            : Problem(StatusCodes.Status429TooManyRequests, new RefusedException("Upload.TooMany", PhotoRefusals.Field, PhotoUploads.Most));
    }

    public async Task<IResult> HowFar(Guid listingId, Guid id, HttpContext http)
    {
        var (upload, finished) = await Load(listingId, id, http);
        return finished is null ? Answer(http, upload!) : Answer(http, finished);
    }

    public async Task<IResult> Append(Guid listingId, Guid id, HttpContext http)
    {
        if (http.Request.ContentLength > UploadEndpoints.MostBytes) return TypedResults.Problem(statusCode: StatusCodes.Status413PayloadTooLarge);
        var (upload, finished) = await Load(listingId, id, http);
        if (finished is not null) return Answer(http, finished);
        if (!int.TryParse(http.Request.Headers[UploadEndpoints.Offset], NumberStyles.None, CultureInfo.InvariantCulture, out var offset)) return TypedResults.Problem(statusCode: StatusCodes.Status400BadRequest);
        if (offset != upload!.Received) return Clash(http, upload.Received);
        if (await UploadReader.Read(http.Request.Body, UploadEndpoints.MostBytes, http.RequestAborted) is not { } bytes || bytes.Length > upload.Size - offset)
            return TypedResults.Problem(statusCode: StatusCodes.Status413PayloadTooLarge);
        if (bytes.Length == 0) return Answer(http, upload);
        if (await uploads.Append(upload, offset, bytes, http.RequestAborted)) return Answer(http, upload with { Received = offset + bytes.Length });
        (upload, finished) = await Load(listingId, id, http);
        return Clash(http, upload?.Received ?? finished!.Size);
    }

    public async Task<IResult> Finish(Guid listingId, Guid id, HttpContext http)
    {
        var (upload, finished) = await Load(listingId, id, http);
        if (finished is not null) return Answer(http, finished);
        if (upload!.Received < upload.Size) return Clash(http, upload.Received);
        try
        {
            if (await uploads.Bytes(upload, http.RequestAborted) is not { } bytes) return await HowFar(listingId, id, http);
            using var file = new MemoryStream(bytes);
            var photo = await intake.Take(file, upload.Name, http.RequestAborted);
            var refusals = await commands.Send(new FinishUpload(id, listingId, upload.SellerId, upload.Size, ListingPhoto.Of(photo)), http.RequestAborted);
            if (refusals.Count > 0) throw new RefusedException([.. refusals]);
            return Answer(http, upload.Received, photo.Id, listingId, id);
        }
        catch (RefusedException refused)
        {
            // What is no photo, or has no room, will not be one later.
            await uploads.Forget(id, listingId, upload.SellerId, CancellationToken.None);
            return Problem(StatusCodes.Status422UnprocessableEntity, refused);
        }
    }

    public async Task<IResult> Drop(Guid listingId, Guid id, HttpContext http)
    {
        var listing = await OwnListing.Load(listings, listingId, http.User);
        await uploads.Forget(id, listingId, listing.SellerId, http.RequestAborted);
        return TypedResults.NoContent();
    }

    /// <summary>One of the two.</summary>
    /// <exception cref="NotFoundException">There is no such upload of this person and this advert.</exception>
    private async Task<(PhotoUpload? Upload, FinishedUpload? Finished)> Load(Guid listingId, Guid id, HttpContext http)
    {
        var listing = await OwnListing.Load(listings, listingId, http.User);
        // In this order: an upload leaves the one in the transaction that brings it into the other.
        if (await uploads.Find(id, listingId, listing.SellerId, http.RequestAborted) is { } upload) return (upload, null);
        return (null, await Finished(id, listing, http) ?? throw new NotFoundException("The upload"));
    }

    private async Task<FinishedUpload?> Finished(Guid id, Listing listing, HttpContext http)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<FinishedUpload>(id, http.RequestAborted) is { } finished && finished.ListingId == listing.Id ? finished : null;
    }

    private static Ok<UploadAnswer> Answer(HttpContext http, PhotoUpload upload) => Answer(http, upload.Received, null, upload.ListingId, upload.Id);

    private static Ok<UploadAnswer> Answer(HttpContext http, FinishedUpload finished) => Answer(http, finished.Size, finished.PhotoId, finished.ListingId, finished.Id);

    private static Ok<UploadAnswer> Answer(HttpContext http, int offset, string? photo, Guid listingId, Guid id)
    {
        http.Response.Headers[UploadEndpoints.Offset] = offset.ToString(CultureInfo.InvariantCulture);
        return TypedResults.Ok(new UploadAnswer($"offer/{listingId}/uploads/{id}", offset, photo));
    }

    private static ProblemHttpResult Clash(HttpContext http, int offset)
    {
        http.Response.Headers[UploadEndpoints.Offset] = offset.ToString(CultureInfo.InvariantCulture);
        return TypedResults.Problem(new ProblemDetails { Status = StatusCodes.Status409Conflict, Extensions = { ["offset"] = offset } });
    }

    private ProblemHttpResult Problem(int status, RefusedException refused) => TypedResults.Problem(new ProblemDetails
    {
        Status = status,
        Title = ErrorWords.Title(web, status),
        Detail = string.Join(' ', refused.Refusals.Select(r => RefusalsView.Say(r, words))),
    });
}
