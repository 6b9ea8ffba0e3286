using Souq.Moderation.Opening;
using Souq.Moderation.Reporting.Weighing;
using Souq.Moderation.Rules;

namespace Souq.Moderation.Queue;

/// <summary>How much speaks against a case, roughly.</summary>
public enum RiskGrade { Low, Middle, High }

/// <summary>What speaks against a case as one number, 0 to 100, from what is known when its line is written. Pure.</summary>
public static class RiskScore
{
    public const int Most = 100, High = 60, Middle = 25;

    /// <summary>That there is a report at all says more than one more of them.</summary>
    private const int AnyReport = 15;

    /// <param name="reports">What all reports weigh together: see <see cref="PointsOf"/>.</param>
    public static int Of(IReadOnlyList<string> why, IReadOnlyList<RuleHit> rules, int reports) => Math.Min(Most,
        why.Select(Signals.Known).Sum(WeightOf)
        + rules.Sum(WeightOf)
        + (reports == 0 ? 0 : AnyReport + reports));

    /// <summary>What one report weighs: who was mostly right says more, who was mostly wrong less.</summary>
    public static int PointsOf(ReporterStanding standing) => standing switch
    {
        ReporterStanding.Trusted => 40,
        ReporterStanding.Reliable => 20,
        ReporterStanding.Doubted => 3,
        _ => 10,
    };

    public static RiskGrade Grade(int risk) => risk >= High ? RiskGrade.High : risk >= Middle ? RiskGrade.Middle : RiskGrade.Low;

    private static int WeightOf(Signal signal) => signal switch
    {
        // Reports are weighed one by one; that somebody appeals says nothing about the advert.
        { Code: Signals.Reported or Signals.Appealed } => 0,
        { Risk: Risk.Warning } => 25,
        { Risk: Risk.Notice } => 6,
        _ => 0,
    };

    private static int WeightOf(RuleHit hit) => hit.Effect switch { RuleEffect.Refuse => 50, RuleEffect.Hold => 35, _ => 15 };
}
