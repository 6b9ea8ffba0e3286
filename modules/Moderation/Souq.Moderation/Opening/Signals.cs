using Souq.Catalog.Contracts;
using Souq.Listings.Contracts;

namespace Souq.Moderation.Opening;

public enum Risk { Routine, Notice, Warning }

/// <summary>Why a case is there. Its text is <c>Signal.{code}</c>.</summary>
public sealed record Signal(string Code, Risk Risk);

/// <summary>What signals are read from.</summary>
/// <param name="Before">The case as it stood; <c>null</c> when there was none.</param>
public sealed record Evidence(ListingSubmitted Advert, CaseState? Before, SellerRecord Seller, Section? Section);

/// <summary>
/// The first rules. Each says why a person should look; none refuses. A new one is a line here and a text: cases keep the codes they
/// were opened with.
/// </summary>
public static class Signals
{
    /// <summary>Said by readers, and not read from the advert.</summary>
    public const string Reported = "reported";

    /// <summary>Out of sight until somebody has decided.</summary>
    public const string Hidden = "hidden";

    /// <summary>Reports that look arranged.</summary>
    public const string Brigading = "brigading";

    /// <summary>The seller does not agree with a decision.</summary>
    public const string Appealed = "appealed";

    /// <summary>Another seller shows the same photos.</summary>
    public const string SamePhotos = "same-photos";

    /// <summary>It was public without waiting for anybody, and a rule would have held it.</summary>
    public const string AtOnce = "at-once";

    /// <summary>Public already; one of some that are looked at afterwards.</summary>
    public const string Sampled = "sampled";

    /// <summary>Written anew after it was refused, or after a correction was asked for.</summary>
    public const string Corrected = "corrected";

    private static readonly (Signal Signal, Func<Evidence, bool> Holds)[] Rules =
    [
        (new(Hidden, Risk.Warning), _ => false),
        (new(Reported, Risk.Warning), _ => false),
        (new(Brigading, Risk.Warning), _ => false),
        (new(Appealed, Risk.Warning), _ => false),
        (new(AtOnce, Risk.Notice), _ => false),
        (new(Sampled, Risk.Routine), _ => false),
        (new("phone-in-title", Risk.Warning), e => TitleSigns.HasPhone(e.Advert.Title)),
        (new("link-in-title", Risk.Warning), e => TitleSigns.HasLink(e.Advert.Title)),
        (new(SamePhotos, Risk.Warning), e => e.Advert.Flags?.Any(f => f.Code == ListingFlag.SamePhotos) == true),
        (new("price-odd", Risk.Warning), e => PriceSigns.IsOdd(e.Advert.Price)),
        (new("refused-before", Risk.Warning), e => e.Seller.Refused >= 2 && e.Seller.Refused > e.Seller.Approved),
        (new(Corrected, Risk.Notice), e => e.Before is CaseState.Refused or CaseState.Returned),
        (new("changed", Risk.Notice), e => e.Before is CaseState.Approved),
        (new("new-seller", Risk.Notice), e => e.Seller.Approved == 0),
        (new("price-missing", Risk.Notice), e => PriceSigns.IsMissing(e.Advert.Price, e.Section)),
        (new("no-photo", Risk.Notice), e => e.Advert.PhotoId is null),
        (new("capitals", Risk.Notice), e => TitleSigns.Shouts(e.Advert.Title)),
        (new("before-publication", Risk.Routine), _ => true),
    ];

    /// <summary>Everything that holds, the gravest first.</summary>
    public static IReadOnlyList<Signal> Of(Evidence evidence) => [.. Rules.Where(r => r.Holds(evidence)).Select(r => r.Signal)];

    /// <summary>A code as it was written down; one that no rule knows any more is routine.</summary>
    public static Signal Known(string code) =>
        Rules.Select(r => r.Signal).FirstOrDefault(s => s.Code == code) ?? new Signal(code, Risk.Routine);

    public static IEnumerable<string> Codes => Rules.Select(r => r.Signal.Code);
}
