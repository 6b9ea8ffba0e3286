using Souq.Kernel;
using Souq.Moderation.Opening;

namespace Souq.Moderation.Deciding;

/// <summary>A reason a seller can be given.</summary>
/// <param name="Code">Stable, lower-case ASCII with hyphens; the texts are <c>Reason.{code}</c>, <c>….Say</c> and <c>….Do</c>.</param>
/// <param name="NeedsWords">Says too little by itself: the moderator adds his own.</param>
public sealed record RefusalReason(string Code, bool NeedsWords = false)
{
    /// <summary>What moderators choose from.</summary>
    public string Name => $"Reason.{Code}";

    /// <summary>What the seller reads: what is wrong.</summary>
    public string Say => $"Reason.{Code}.Say";

    /// <summary>And what he can do now.</summary>
    public string Do => $"Reason.{Code}.Do";
}

/// <summary>The list, in the order of the digits that choose from it: 1 to 9, then 0.</summary>
public static class RefusalReasons
{
    public static IReadOnlyList<RefusalReason> All { get; } =
    [
        new("wrong-section"),
        new("forbidden"),
        new("not-clear"),
        new("photos"),
        new("contact-in-title"),
        new("duplicate"),
        new("price"),
        new("fraud"),
        new("advertising"),
        new("other", NeedsWords: true),
    ];

    /// <summary>For what is no advert: messages, stores and names.</summary>
    public static IReadOnlyList<RefusalReason> OfOthers { get; } =
    [
        new("abuse"),
        new("deceit"),
        new("spam"),
        new("illegal"),
        new("impersonation"),
        new("other-rule", NeedsWords: true),
    ];

    public const int MostQuoted = 300;

    /// <param name="kind">Of the subject; <c>null</c> for an advert.</param>
    public static IReadOnlyList<RefusalReason> For(string? kind) => kind is null or SubjectKinds.Listing ? All : OfOthers;

    /// <summary>A reason as it was written down; one that is no longer in the list is told as the last.</summary>
    public static RefusalReason OrOther(string? code) => Find(code) ?? All[^1];

    /// <summary>Of those one can choose from.</summary>
    /// <param name="kind">Of the subject; <c>null</c> for an advert.</param>
    public static RefusalReason? Find(string? code, string? kind) => For(kind).FirstOrDefault(r => r.Code == code);

    /// <summary>Of all there are.</summary>
    public static RefusalReason? Find(string? code) => All.Concat(OfOthers).FirstOrDefault(r => r.Code == code);

    /// <summary>What a moderator tells the seller, as he chose and wrote it.</summary>
    /// <param name="quote">What in the advert speaks for it.</param>
    /// <param name="kind">Of the subject; <c>null</c> for an advert.</param>
    /// <exception cref="RefusedException">He chose none, or his words are missing or too many.</exception>
    public static (string Code, string Words, string Quote) Read(string? reasonCode, string? words, string? quote = null, string? kind = null)
    {
        var (said, quoted) = (words?.Trim() ?? "", quote?.Trim() ?? "");
        var reason = Find(reasonCode, kind);
        var refusals = new List<Refusal>();
        if (reason is null) refusals.Add(new("Refuse.ReasonMissing", "ReasonCode"));
        if (reason is { NeedsWords: true } && said.Length == 0) refusals.Add(new("Refuse.WordsMissing", "Words"));
        if (said.Length > RefuseCase.MostWords) refusals.Add(new("Refuse.WordsTooLong", "Words", RefuseCase.MostWords));
        if (quoted.Length > MostQuoted) refusals.Add(new("Refuse.WordsTooLong", "Quote", MostQuoted));
        return refusals.Count == 0 ? (reason!.Code, said, quoted) : throw new RefusedException(refusals);
    }
}
