using Marten;
using Microsoft.AspNetCore.Http;
using Souq.Kernel;
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
    public async Task<bool> Knows(HttpContext http, PublicAdvert advert)
    {
        var id = Report.IdOf(advert.CaseId, await Who(http));
        await using var session = store.QuerySession();
        return await session.LoadAsync<Report>(id, http.RequestAborted) is not null;
    }

    /// <summary>Empty when it was taken. What is wrong or known already does not count against the network.</summary>
    public async Task<IReadOnlyList<Refusal>> Take(HttpContext http, PublicAdvert advert, string? reason, string? words)
    {
        if (ReportReasons.Check(reason, words) is { Count: > 0 } wrong) return wrong;
        if (await Knows(http, advert)) return [new Refusal(ReportListingHandler.Known)];
        if (!await limits.Take(http)) return [new Refusal(TooMany, null, ReportLimits.PerNetworkAndDay)];
        return await sender.Send(new ReportListing(advert.Id, await Who(http), http.User.PersonId(), reason, words, await limits.Network(http)), http.RequestAborted);
    }

    private async ValueTask<Guid> Who(HttpContext http) => http.User.PersonId() ?? await limits.Visitor(http);
}
