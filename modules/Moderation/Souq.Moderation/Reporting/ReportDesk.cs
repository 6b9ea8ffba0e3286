using Marten;
using Microsoft.AspNetCore.Http;
using Souq.Kernel;
using Souq.Moderation.Contracts;
using Souq.Moderation.Opening;
using Souq.Moderation.Reporting.Pictures;
using Souq.Moderation.Subjects;
using Souq.Web.Commands;
using Souq.Web.Security;

namespace Souq.Moderation.Reporting;

/// <summary>What became of a report's form.</summary>
/// <param name="Refusals">Empty when it was taken.</param>
/// <param name="HasPhoto">A photo is here, whatever is wrong with the rest.</param>
public sealed record TakenReport(IReadOnlyList<Refusal> Refusals, bool HasPhoto = false)
{
    public int Status => Refusals.Any(r => r.Key is ReportDesk.TooMany or ReportPhotos.TooMany) ? StatusCodes.Status429TooManyRequests : StatusCodes.Status422UnprocessableEntity;
}

/// <summary>Takes reports from people and visitors.</summary>
public sealed class ReportDesk(IModerationStore store, ReportLimits limits, ReportPhotos photos, CommandSender sender)
{
    public const string TooMany = "Refusal.TooMany";

    /// <summary>The advert with this number; <c>null</c> when none is on the market.</summary>
    public async Task<PublicAdvert?> Find(long number, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        return await session.Query<PublicAdvert>().FirstOrDefaultAsync(a => a.Number == number, cancellation);
    }

    /// <summary>He has reported it already.</summary>
    public async Task<bool> Knows(HttpContext http, Guid caseId) => await Knows(Report.IdOf(caseId, await Who(http)), http);

    /// <summary>What is wrong or known already does not count against the network.</summary>
    public Task<TakenReport> Take(HttpContext http, PublicAdvert advert, string? reason, string? words) =>
        Take(http, advert.CaseId, advert.SellerId, SubjectKinds.Listing, reason, words,
            (who, network, photo) => new ReportListing(advert.Id, who, http.User.PersonId(), reason, words, network, photo));

    /// <summary>The same of what is no advert.</summary>
    public Task<TakenReport> Take(HttpContext http, ReportSlot about, string? reason, string? words) =>
        Take(http, Case.IdOf(about.Kind, about.SubjectId), about.OwnerId, about.Kind, reason, words,
            (who, network, photo) => new ReportSubject(about, who, http.User.PersonId(), reason, words, network, photo));

    private async Task<TakenReport> Take(HttpContext http, Guid caseId, Guid owner, string kind, string? reason, string? words, Func<Guid, Guid, bool, object> report)
    {
        List<Refusal> wrong = [.. ReportReasons.Check(reason, words, kind)];
        var who = await Who(http);
        var id = Report.IdOf(caseId, who);
        if (await Knows(id, http)) return new(wrong.Count > 0 ? wrong : [new Refusal(ReportListingHandler.Known)]);
        var photo = await photos.Take(http, id, owner, wrong);
        if (wrong.Count > 0) return new(wrong, photo);
        if (!await limits.Take(http)) return new([new Refusal(TooMany, null, ReportLimits.PerNetworkAndDay)], photo);
        return new(await sender.Send(report(who, await limits.Network(http), photo), http.RequestAborted), photo);
    }

    private async Task<bool> Knows(Guid report, HttpContext http)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<Report>(report, http.RequestAborted) is not null;
    }

    private async ValueTask<Guid> Who(HttpContext http) => http.User.PersonId() ?? await limits.Visitor(http);
}
