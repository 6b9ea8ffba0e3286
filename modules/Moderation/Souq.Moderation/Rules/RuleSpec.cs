namespace Souq.Moderation.Rules;

public enum RuleKind
{
    /// <summary>Words or phrases in title or description.</summary>
    Words,

    /// <summary>An amount below or above what is asked for such things.</summary>
    Price,

    /// <summary>A phone number or a link in title or description.</summary>
    Contact,

    /// <summary>Too many adverts of one seller in an hour.</summary>
    Pace,

    /// <summary>A seller of whom little was approved yet.</summary>
    Newcomer,

    /// <summary>Another seller's advert shows the same photos.</summary>
    SamePhotos,

    /// <summary>Whoever hands it in has his mail at a service that is not trusted.</summary>
    MailDomain,

    /// <summary>It was handed in from a network that is not trusted.</summary>
    Network,
}

public enum RuleEffect
{
    /// <summary>Moderators see it.</summary>
    Flag,

    /// <summary>A moderator decides before it is public, whoever sells.</summary>
    Hold,

    /// <summary>Refused without waiting for anybody; the seller can appeal.</summary>
    Refuse,
}

/// <summary>What a rule says, in one of its revisions.</summary>
/// <param name="Title">For moderators.</param>
public sealed record RuleSpec(string Title, RuleKind Kind, RuleEffect Effect)
{
    /// <summary>Where it holds, with all below; everywhere when empty.</summary>
    public IReadOnlyList<int> Sections { get; init; } = [];

    /// <summary>In which languages it holds, of <see cref="Queue.AdvertLanguage"/>; in all when empty.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Words or phrases, in any script, read as search reads them; or mail domains, or networks.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Phrases in which those words mean something else.</summary>
    public IReadOnlyList<string> Except { get; init; } = [];

    /// <summary>In dinars; a price below is meant.</summary>
    public long? Least { get; init; }

    /// <summary>In dinars; a price above is meant.</summary>
    public long? Most { get; init; }

    /// <summary>Adverts in an hour from which it is too many, or approved adverts below which somebody is new.</summary>
    public int? Count { get; init; }

    /// <summary>What a seller is told whose advert is refused: one of <see cref="Deciding.RefusalReasons"/>.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>Per cent of its finds in which moderators must agree with it; below, it holds and refuses nothing. <c>null</c>: <see cref="RulePrecision.Usual"/>.</summary>
    public int? Precision { get; init; }

    /// <summary>Where it comes from, such as an article of a law; <c>null</c> for an admin's own.</summary>
    public string? Source { get; init; }
}

public static class RuleKinds
{
    /// <summary>It is about who hands an advert in, and asked while he does.</summary>
    public static bool IsAboutSubmitter(this RuleKind kind) => kind is RuleKind.MailDomain or RuleKind.Network;
}

/// <summary>A rule has something to say about an advert.</summary>
/// <param name="Evidence">Words of the rule itself, an amount or a count; never what the seller wrote around them, nor where he is.</param>
/// <param name="ReasonCode">See <see cref="RuleSpec.ReasonCode"/>.</param>
public sealed record RuleHit(Guid RuleId, int Revision, string Title, RuleKind Kind, RuleEffect Effect, string Evidence, string? ReasonCode = null);
