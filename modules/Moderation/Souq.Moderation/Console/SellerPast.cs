using Marten;
using Souq.Moderation.Contracts;
using Souq.Moderation.Deciding;
using Souq.Moderation.Opening;
using Souq.Moderation.Reporting;

namespace Souq.Moderation.Console;

/// <summary>Another case of the same person.</summary>
/// <param name="Kind">Of its subject.</param>
/// <param name="Title"><c>null</c> when the copy is erased.</param>
public sealed record OtherCase(Guid Id, string Kind, string? Title, long Number, DateTimeOffset At);

/// <param name="Overturned">It was wrong, and speaks against nobody.</param>
public sealed record OtherDecision(OtherCase Case, Outcome Outcome, string? ReasonCode, bool Overturned);

/// <param name="Reasons">The codes of its newest reports, each once.</param>
/// <param name="Waits">Nobody has answered it yet.</param>
public sealed record OtherReports(OtherCase Case, int Count, IReadOnlyList<string> Reasons, bool Waits);

/// <summary>What moderators decided about other things of a person, and what readers had against them: adverts, messages, his store, his name. The newest first.</summary>
public sealed record SellerPast(IReadOnlyList<OtherDecision> Decided, IReadOnlyList<OtherReports> Reported)
{
    public static readonly SellerPast None = new([], []);

    private const int MostDecided = 8, MostReported = 6, MostReports = 40;

    /// <param name="about">The case on the screen, whose own history stands there already.</param>
    public static async Task<SellerPast> Of(Case about, IQuerySession session, CancellationToken cancellation)
    {
        var batch = session.CreateBatchQuery();
        var decided = batch.Query<Decision>().Where(d => d.SellerId == about.SellerId && d.CaseId != about.Id).OrderByDescending(d => d.At).Take(MostDecided).ToList();
        var reported = batch.Query<Report>().Where(r => r.SellerId == about.SellerId && r.CaseId != about.Id).OrderByDescending(r => r.At).Take(MostReports).ToList();
        await batch.Execute(cancellation);
        var (decisions, reports) = (await decided, (await reported).GroupBy(r => r.CaseId).Take(MostReported).ToList());
        if (decisions.Count == 0 && reports.Count == 0) return None;

        var ids = decisions.Select(d => d.CaseId).Concat(reports.Select(r => r.Key)).Distinct().ToArray();
        var cases = (await session.LoadManyAsync<Case>(cancellation, ids)).ToDictionary(c => c.Id);
        var subjects = (await session.LoadManyAsync<CaseSubject>(cancellation, ids)).ToDictionary(s => s.Id);
        return new(
            [.. decisions.Where(d => cases.ContainsKey(d.CaseId)).Select(d => new OtherDecision(Of(d.CaseId, d.At), d.Outcome, d.ReasonCode, d.OverturnedAt is not null))],
            [
                .. reports.Where(r => cases.ContainsKey(r.Key)).Select(r => new OtherReports(
                    Of(r.Key, r.First().At), r.Count(), [.. r.Select(one => one.ReasonCode).Distinct()], cases[r.Key] is { State: CaseState.Waiting, Reports.Count: > 0 })),
            ]);

        OtherCase Of(Guid id, DateTimeOffset at) => new(id, cases[id].SubjectKind, subjects.GetValueOrDefault(id)?.Title, subjects.GetValueOrDefault(id)?.Number ?? 0, at);
    }
}
