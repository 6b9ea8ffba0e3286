using Souq.Kernel;
using Souq.Listings.Contracts;

namespace Souq.Moderation.Deciding;

/// <summary>Photos of an advert that speak for a decision about it.</summary>
public static class PhotoEvidence
{
    /// <summary>Of the form.</summary>
    public const string Field = "photo";

    public const int Most = 30;

    /// <summary>As they are written down, each once; <c>null</c> where there are none, and of what is no advert.</summary>
    /// <exception cref="RefusedException">They are too many.</exception>
    public static IReadOnlyList<string>? Read(Case current, IReadOnlyList<string>? chosen)
    {
        if (chosen is not { Count: > 0 } || !current.IsAdvert()) return null;
        IReadOnlyList<string> photos = [.. chosen.Distinct()];
        return photos.Count <= Most ? photos : throw new RefusedException("Refuse.TooManyPhotos", Field, Most);
    }
}

/// <summary>The seller is shown photos of his advert for as long as he can read the decision, whatever becomes of the advert.</summary>
public sealed record KeepEvidence(Guid DecisionId, IReadOnlyList<string> PhotoIds)
{
    public static IEnumerable<KeepEvidence> Of(Guid decision, IReadOnlyList<string>? photos) => photos is null ? [] : [new(decision, photos)];
}

public static class KeepEvidenceHandler
{
    public static Task Handle(KeepEvidence message, IPhotoDoor door, CancellationToken cancellation) => door.Lend(message.DecisionId, message.PhotoIds, cancellation);
}
