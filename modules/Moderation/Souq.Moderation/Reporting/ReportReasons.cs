using Souq.Kernel;

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

    /// <summary>A reason as it was written down; one that is no longer in the list is told as the last.</summary>
    public static ReportReason OrOther(string? code) => Find(code) ?? All[^1];

    public static ReportReason? Find(string? code) => All.FirstOrDefault(r => r.Code == code);

    /// <summary>What is wrong with a report as it was filled in.</summary>
    public static IReadOnlyList<Refusal> Check(string? code, string? words)
    {
        var (reason, length) = (Find(code), words?.Trim().Length ?? 0);
        return
        [
            .. reason is null ? [new Refusal("Refusal.Reason", "reason")] : Array.Empty<Refusal>(),
            .. reason is { NeedsWords: true } && length == 0 ? [new Refusal("Refusal.Words", "words")] : Array.Empty<Refusal>(),
            .. length > Report.MostWords ? [new Refusal("Refusal.Long", "words", Report.MostWords)] : Array.Empty<Refusal>(),
        ];
    }
}
