using Marten;

namespace Souq.Moderation.Reporting.Brigades;

/// <summary>Where a report came from, for a day: enough to see that many come from one place, and nothing that leads to anybody.</summary>
public sealed record ReportTrace
{
    /// <summary>As long as it is kept.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(1);

    private const int Most = 500;

    /// <summary>The report's.</summary>
    public Guid Id { get; init; }

    public Guid CaseId { get; init; }
    public Guid SellerId { get; init; }

    /// <summary>A keyed hash with the secret of the day; <c>null</c> where there is no network, as for a program.</summary>
    public Guid? Network { get; init; }

    /// <summary>A visitor, or an account that is new and of whose reports nothing is known.</summary>
    public bool IsNew { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>What was reported of an advert or its seller lately.</summary>
    public static async Task<IReadOnlyList<ReportTrace>> Lately(Guid caseId, Guid seller, DateTimeOffset now, IQuerySession session, CancellationToken cancellation)
    {
        var since = now - Life;
        return await session.Query<ReportTrace>().Where(t => (t.CaseId == caseId || t.SellerId == seller) && t.At > since)
            .OrderByDescending(t => t.At).Take(Most).ToListAsync(cancellation);
    }

    /// <summary>What is older than a day is forgotten with the next report of anybody.</summary>
    public static void Forget(DateTimeOffset now, IDocumentSession session)
    {
        var before = now - Life;
        session.DeleteWhere<ReportTrace>(t => t.At <= before);
    }
}
