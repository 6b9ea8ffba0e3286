using Marten;
using Microsoft.AspNetCore.Http;
using Souq.Kernel;
using Souq.Moderation.Contracts;
using Souq.Moderation.Opening;
using Souq.Moderation.Subjects;
using Souq.Web.Commands;
using Souq.Web.Security;

namespace Souq.Moderation.Reporting;

/// <summary>Takes reports from people and visitors.</summary>
public sealed class ReportDesk(IModerationStore store, ReportLimits limits, CommandSender sender)
{
    public const string TooMany = "Refusal.TooMany";

    /// <summary>The advert with this number; <c>null</c> when none is on the market.</summary>
    public async Task<PublicAdvert?> Find(long number, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        return await session.Query<PublicAdvert>().FirstOrDefaultAsync(a => a.Number == number, cancellation);
    }

    /// <summary>He has reported it already.</summary>
    public async Task<bool> Knows(HttpContext http, Guid caseId)
    {
        var id = Report.IdOf(caseId, await Who(http));
        await using var session = store.QuerySession();
        return await session.LoadAsync<Report>(id, http.RequestAborted) is not null;
    }

    /// <summary>Empty when it was taken. What is wrong or known already does not count against the network.</summary>
    public Task<IReadOnlyList<Refusal>> Take(HttpContext http, PublicAdvert advert, string? reason, string? words) =>
        Take(http, advert.CaseId, SubjectKinds.Listing, reason, words, (who, network) => new ReportListing(advert.Id, who, http.User.PersonId(), reason, words, network));

    /// <summary>The same of what is no advert.</summary>
    public Task<IReadOnlyList<Refusal>> Take(HttpContext http, ReportSlot about, string? reason, string? words) =>
        Take(http, Case.IdOf(about.Kind, about.SubjectId), about.Kind, reason, words, (who, network) => new ReportSubject(about, who, http.User.PersonId(), reason, words, network));

    private async Task<IReadOnlyList<Refusal>> Take(HttpContext http, Guid caseId, string kind, string? reason, string? words, Func<Guid, Guid, object> report)
    {
        if (ReportReasons.Check(reason, words, kind) is { Count: > 0 } wrong) return wrong;
        if (await Knows(http, caseId)) return [new Refusal(ReportListingHandler.Known)];
        if (!await limits.Take(http)) return [new Refusal(TooMany, null, ReportLimits.PerNetworkAndDay)];
        return await sender.Send(report(await Who(http), await limits.Network(http)), http.RequestAborted);
    }

    private async ValueTask<Guid> Who(HttpContext http) => http.User.PersonId() ?? await limits.Visitor(http);
}
