using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Souq.Kernel;
using Souq.Moderation.Staff;
using Souq.Web.Security;

namespace Souq.Moderation.Reporting.Pictures;

/// <summary>The photo of a report, for moderators who may see its case: it has no other address.</summary>
public static class ReportPhotoEndpoint
{
    public const string Card = "card", Zoom = "zoom";

    /// <param name="size"><see cref="Card"/> or <see cref="Zoom"/>.</param>
    public static string Address(Report report, string size) => $"moderation/cases/{report.CaseId}/reports/{report.Id}/{size}.webp";

    public static void MapReportPhotos(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/moderation/cases/{CaseId:guid}/reports/{ReportId:guid}/{size:regex(^(card|zoom)$)}.webp", Get)
            .RequireAuthorization(Principal.Moderator).ExcludeFromDescription();

    private static async Task<IResult> Get(Guid caseId, Guid reportId, string size, HttpContext http, Scopes scopes, IModerationStore store)
    {
        var scope = await scopes.Of(http.User.PersonId() ?? throw new ForbiddenException("Nobody is signed in"), http.RequestAborted);
        await using var session = store.QuerySession();
        if (scope.Sections is not null && !scope.Covers(await MayAct.SectionOf(caseId, session, http.RequestAborted))) throw new ForbiddenException("The case is in a section of others");
        if (await session.LoadAsync<Report>(reportId, http.RequestAborted) is not { Photo: { } attached } report || report.CaseId != caseId
            || await session.LoadAsync<ReportPhoto>(attached.Id, http.RequestAborted) is not { } photo) return TypedResults.NotFound();
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Bytes(size == Card ? photo.Card : photo.Zoom, "image/webp");
    }
}
