using JasperFx.Events;
using Marten.Events.Aggregation;
using Souq.Kernel;
using Souq.Moderation.Opening;
using Souq.Moderation.Reporting.Weighing;
using Souq.Moderation.Rules;
using Souq.Moderation.Undoing;

namespace Souq.Moderation.Queue;

/// <summary>A waiting case, as a line of the queue. There is none for a case that does not wait.</summary>
public sealed partial record QueueItem
{
    /// <summary>The case's.</summary>
    public Guid Id { get; init; }

    public string SubjectKind { get; init; } = "";
    public Guid SubjectId { get; init; }
    public int Revision { get; init; }
    public long Number { get; init; }
    public Guid SellerId { get; init; }
    public int SectionId { get; init; }
    public int CommuneCode { get; init; }
    public Price Price { get; init; } = new(PriceType.OnRequest, null);
    public IReadOnlyList<string> Why { get; init; } = [];

    /// <summary>The most telling of <see cref="Why"/>; empty for an unknown reason.</summary>
    public string Sign { get; init; } = "";

    /// <summary>What rules have to say.</summary>
    public IReadOnlyList<RuleHit> Rules { get; init; } = [];

    /// <summary>Since when somebody waits for an answer; a correction sent meanwhile does not lose the place.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>In which it is written, one of <see cref="AdvertLanguage"/>; <c>null</c> where nobody asked.</summary>
    public string? Language { get; init; }

    /// <summary>See <see cref="RiskScore"/>.</summary>
    public int Risk { get; init; }

    public RiskGrade Grade { get; init; }

    /// <summary>How many readers reported it and wait for somebody to look.</summary>
    public int Reports { get; init; }

    /// <summary>What they weigh together: see <see cref="RiskScore.PointsOf"/>; 0 in lines of before this was kept.</summary>
    public int ReportPoints { get; init; }

    public Lease? Lease { get; init; }

    /// <summary>Somebody has decided it and may still take it back: it is in nobody's queue.</summary>
    public bool Intended { get; init; }

    /// <summary>Those who have a part in it, and are not asked: whose decision is appealed against, and who reported it.</summary>
    public IReadOnlyList<Guid> NotBy { get; init; } = [];

    public static QueueItem From(Guid id, string kind, Guid subject, Submission submission, DateTimeOffset since) => new()
    {
        Id = id,
        SubjectKind = kind,
        SubjectId = subject,
        Revision = submission.Revision,
        Number = submission.Number,
        SellerId = submission.SellerId,
        SectionId = submission.SectionId,
        CommuneCode = submission.CommuneCode,
        Price = submission.Price,
        Why = submission.Why,
        Rules = submission.Rules ?? [],
        Since = since,
        Language = submission.Language,
    };

    /// <summary>With what speaks against it, by all that the line says.</summary>
    public QueueItem Weighed()
    {
        var risk = RiskScore.Of(Why, Rules, ReportPoints > 0 ? ReportPoints : Reports * RiskScore.PointsOf(ReporterStanding.Visitor));
        return this with { Risk = risk, Grade = RiskScore.Grade(risk), Sign = Why.Count > 0 ? Why[0] : "" };
    }
}

/// <summary>Keeps the queue with every event of a case, in the same transaction.</summary>
public sealed partial class QueueProjection : SingleStreamProjection<QueueItem, Guid>
{
    public override QueueItem? Evolve(QueueItem? snapshot, Guid id, IEvent e) => Next(snapshot, id, e)?.Weighed();

    private static QueueItem? Next(QueueItem? snapshot, Guid id, IEvent e) => e.Data switch
    {
        CaseOpened opened => QueueItem.From(id, opened.SubjectKind, opened.SubjectId, opened.Submission, opened.At),
        CaseReopened again => QueueItem.From(id, again.SubjectKind, again.SubjectId, again.Submission, snapshot?.Since ?? again.At) with
        {
            Lease = snapshot?.Lease,
            Intended = snapshot?.Intended == true,
            Reports = snapshot?.Reports ?? 0,
            ReportPoints = snapshot?.ReportPoints ?? 0,
            // A correction takes the place of an appeal: who decided may decide again.
            NotBy = snapshot is null || snapshot.Why.Contains(Signals.Appealed) ? [] : snapshot.NotBy,
        },
        CaseRaised raised => QueueItem.From(id, raised.SubjectKind, raised.SubjectId, raised.Submission, raised.At),
        DecisionAppealed appealed => QueueItem.From(id, appealed.SubjectKind, appealed.SubjectId, appealed.Submission, appealed.At) with { NotBy = [appealed.Against] },
        Reported reported => snapshot is null ? null : snapshot with
        {
            Reports = snapshot.Reports + 1,
            ReportPoints = snapshot.ReportPoints + RiskScore.PointsOf(reported.Standing),
            Why = With(Signals.Reported, snapshot.Why),
            NotBy = reported.By is { } by ? [.. snapshot.NotBy, by] : snapshot.NotBy,
        },
        BrigadeSuspected => snapshot is null ? null : snapshot with { Why = With(Signals.Brigading, snapshot.Why) },
        CaseHidden => snapshot is null ? null : snapshot with { Why = With(Signals.Hidden, snapshot.Why) },
        CaseClaimed claimed => snapshot is null ? null : snapshot with { Lease = new Lease(claimed.By, claimed.Until) },
        CaseReleased => snapshot is null ? null : snapshot with { Lease = null },
        DecisionIntended => snapshot is null ? null : snapshot with { Lease = null, Intended = true },
        DecisionUndone undone => snapshot is null ? null : snapshot with { Lease = new Lease(undone.By, undone.Until), Intended = false },
        DecisionLapsed => snapshot is null ? null : snapshot with { Intended = false },
        CaseApproved or CasePassed or CaseReturned or CaseChanged or CaseRefused or CaseKept or CaseRemoved or CaseSanctioned or CaseClosed or DecisionUpheld or DecisionOverturned => null,
        _ => snapshot,
    };

    private static IReadOnlyList<string> With(string signal, IReadOnlyList<string> why) => why.Contains(signal) ? why : [signal, .. why];
}
