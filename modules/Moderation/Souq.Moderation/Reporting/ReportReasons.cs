using Souq.Kernel;
using Souq.Moderation.Contracts;

namespace Souq.Moderation.Reporting;

/// <summary>What a reader can have against an advert.</summary>
/// <param name="Code">Stable, lower-case ASCII with hyphens; its text is <c>Report.{code}</c>.</param>
/// <param name="NeedsWords">Says too little by itself.</param>
public sealed record ReportReason(string Code, bool NeedsWords = false)
{
    public string Name => $"Report.{Code}";
}

public static class ReportReasons
{
    public static IReadOnlyList<ReportReason> All { get; } =
    [
        new("fraud"),
        new("wrong-facts"),
        new("sold"),
        new("forbidden"),
        new("offensive"),
        new("stolen-photos"),
        new("duplicate"),
        new("other", NeedsWords: true),
    ];

    /// <summary>Against what is no advert; all but those that only adverts can be.</summary>
    private static readonly Dictionary<string, IReadOnlyList<ReportReason>> Others = new()
    {
        [Reportable.Message] = [new("fraud"), new("offensive"), new("spam"), new("forbidden"), Other],
        [Reportable.Rating] = [new("untrue"), new("offensive"), new("spam"), Other],
        [Reportable.Store] = [new("fraud"), new("impersonation"), new("offensive"), new("forbidden"), new("stolen-photos"), Other],
        [Reportable.Profile] = [new("offensive"), new("impersonation"), new("fraud"), Other],
    };

    private static ReportReason Other => All[^1];

    /// <param name="kind">Of the subject; <c>null</c> for an advert.</param>
    public static IReadOnlyList<ReportReason> For(string? kind) => kind is not null && Others.TryGetValue(kind, out var others) ? others : All;

    /// <summary>A reason as it was written down; one that is no longer in the list is told as the last.</summary>
    public static ReportReason OrOther(string? code) => Every.FirstOrDefault(r => r.Code == code) ?? Other;

    public static IEnumerable<ReportReason> Every => All.Concat(Others.Values.SelectMany(o => o)).DistinctBy(r => r.Code);

    /// <summary>What is wrong with a report as it was filled in.</summary>
    /// <param name="kind">Of the subject; <c>null</c> for an advert.</param>
    public static IReadOnlyList<Refusal> Check(string? code, string? words, string? kind = null)
    {
        var (reason, length) = (For(kind).FirstOrDefault(r => r.Code == code), words?.Trim().Length ?? 0);
        return
        [
            .. reason is null ? [new Refusal("Refusal.Reason", "reason")] : Array.Empty<Refusal>(),
            .. reason is { NeedsWords: true } && length == 0 ? [new Refusal("Refusal.Words", "words")] : Array.Empty<Refusal>(),
            .. length > Report.MostWords ? [new Refusal("Refusal.Long", "words", Report.MostWords)] : Array.Empty<Refusal>(),
        ];
    }
}
