using Marten;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Moderation.Queue;

namespace Souq.Moderation.Staff;

/// <summary>A command by which one of the staff takes or decides a case. Whether he may is asked before each, whoever sends it.</summary>
public interface ICaseAct
{
    Guid CaseId { get; }

    /// <summary>Who acts.</summary>
    Guid By { get; }
}

/// <summary>Runs before the decision of every <see cref="ICaseAct"/>.</summary>
public static class MayAct
{
    public const string SeniorOnly = "Case.SeniorOnly";

    public static async Task BeforeAsync(ICaseAct act, IModerationStore store, ICatalog catalog, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        var batch = session.CreateBatchQuery();
        var colleague = batch.Load<Colleague>(act.By);
        var waiting = batch.Load<QueueItem>(act.CaseId);
        await batch.Execute(cancellation);
        var scope = Scope.Of(await colleague, catalog.Current);
        if (await waiting is { } item) Decide(scope, item.SectionId, item.Why.Contains(Opening.Signals.Appealed));
        else if (scope.Sections is not null) Decide(scope, await SectionOf(act.CaseId, session, cancellation), appealed: false);
    }

    /// <exception cref="ForbiddenException">It is in a section that is not his.</exception>
    /// <exception cref="RefusedException">It is an appeal, and he is no senior.</exception>
    public static void Decide(Scope scope, int sectionId, bool appealed)
    {
        if (!scope.Covers(sectionId)) throw new ForbiddenException("The case is in a section of others");
        if (appealed && !scope.Senior) throw new RefusedException(SeniorOnly);
    }

    internal static async Task<int> SectionOf(Guid caseId, IQuerySession session, CancellationToken cancellation) =>
        (await session.Events.FetchStreamAsync(caseId, token: cancellation)).Select(e => Submission.Of(e.Data)).LastOrDefault(s => s is not null)?.SectionId ?? 0;
}
