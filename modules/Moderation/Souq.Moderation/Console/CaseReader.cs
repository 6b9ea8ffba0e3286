using Marten;
using Souq.Kernel;
using Souq.Moderation.Appeals;
using Souq.Moderation.Deciding;
using Souq.Moderation.Opening;
using Souq.Moderation.Queue;
using Souq.Moderation.Reporting;
using Souq.Moderation.Undoing;

namespace Souq.Moderation.Console;

/// <summary>Reads all that a case's page shows.</summary>
public sealed class CaseReader(IModerationStore store)
{
    private const int MostReports = 50;

    /// <exception cref="NotFoundException">There is no such case.</exception>
    public async Task<CaseView> Read(Guid caseId, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        var batch = session.CreateBatchQuery();
        var current = batch.Load<Case>(caseId);
        var subject = batch.Load<CaseSubject>(caseId);
        var waiting = batch.Load<QueueItem>(caseId);
        var stream = batch.Events.FetchStream(caseId);
        await batch.Execute(cancellation);
        if (await current is not { } found) throw new NotFoundException($"case {caseId}");
        List<object> happened = [.. (await stream).Select(e => e.Data)];
        var submission = happened.Select(Submission.Of).Last(s => s is not null)!;
        return new(
            found, (await subject)?.Title, submission, await waiting,
            await SellerRecord.Of(found.SellerId, session, cancellation),
            [.. happened.Select(Moment.Of).OfType<Moment>()])
        {
            Reports = await Reports(found, session, cancellation),
            Past = await SellerPast.Of(found, session, cancellation),
            Appeal = found.IsAppealed && Decision.IdOfRuling(found) is { } against ? await session.LoadAsync<Appeal>(against, cancellation) : null,
            Intention = await session.LoadAsync<Intention>(caseId, cancellation),
            OnMarket = found.Hidden is not null || await session.LoadAsync<PublicAdvert>(found.SubjectId, cancellation) is not null,
        };
    }

    private static async Task<IReadOnlyList<Report>> Reports(Case current, IQuerySession session, CancellationToken cancellation) =>
        current.Reports.Count == 0 ? []
        : [.. (await session.LoadManyAsync<Report>(cancellation, current.Reports.TakeLast(MostReports).Select(r => r.Id))).OrderByDescending(r => r.At)];
}
