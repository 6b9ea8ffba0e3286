using Marten;
using Microsoft.AspNetCore.Http;
using Souq.Kernel;
using Souq.Listings.Contracts;
using Souq.Web.Security;

namespace Souq.Moderation.Reporting.Pictures;

/// <summary>
/// The photo of a report's form. What was taken in waits under the id the report will have, so that a form that is refused for something else does
/// not lose it.
/// </summary>
public sealed class ReportPhotos(IModerationStore store, IPhotoDoor door, ReportLimits limits, TimeProvider time)
{
    public const string Field = "photo";
    public const string Kept = "photo.kept";
    public const string Removed = "photo.remove";
    public const string TooMany = "Refusal.TooManyPhotos";

    /// <param name="report">The id it will have.</param>
    /// <param name="owner">Of what is reported.</param>
    /// <returns>True when a photo waits for the report.</returns>
    public async Task<bool> Take(HttpContext http, Guid report, Guid owner, List<Refusal> refusals)
    {
        var form = http.Request.Form;
        if (form.Files.GetFile(Field) is not { } file) return form.ContainsKey(Kept) && (form.ContainsKey(Removed) ? await Remove(report, http) : await Waits(report, http));
        // Looking at a picture takes long: who sends many is asked to wait before any is looked at.
        if (!await limits.TakePhoto(http))
        {
            refusals.Add(new(TooMany, Field, ReportLimits.PhotosPerNetworkAndDay));
            return false;
        }

        await using var upload = file.OpenReadStream();
        var (photo, wrong) = await door.Draw(upload, file.FileName, http.RequestAborted);
        if (photo is null)
        {
            refusals.Add(new("Refusal.Photo", Field, wrong!));
            return form.ContainsKey(Kept) && await Waits(report, http);
        }

        await Keep(new ReportPhoto
        {
            Id = report,
            SellerId = owner,
            By = http.User.PersonId(),
            Since = time.GetUtcNow(),
            Width = photo.Width,
            Height = photo.Height,
            Card = photo.Card,
            Zoom = photo.Zoom,
        }, http.RequestAborted);
        return true;
    }

    private async Task Keep(ReportPhoto photo, CancellationToken cancellation)
    {
        await using var session = store.LightweightSession();
        session.Store(photo);
        ReportPhoto.Forget(time.GetUtcNow(), session);
        await session.SaveChangesAsync(cancellation);
    }

    private async Task<bool> Remove(Guid report, HttpContext http)
    {
        await using var session = store.LightweightSession();
        session.Delete<ReportPhoto>(report);
        await session.SaveChangesAsync(http.RequestAborted);
        return false;
    }

    private async Task<bool> Waits(Guid report, HttpContext http)
    {
        await using var session = store.QuerySession();
        return await session.Query<ReportPhoto>().AnyAsync(p => p.Id == report, http.RequestAborted);
    }
}
