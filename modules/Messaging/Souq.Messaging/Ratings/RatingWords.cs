namespace Souq.Messaging.Ratings;

/// <summary>What a rating says. Personal: erased with its author, and with whom it is about.</summary>
public sealed record RatingWords
{
    /// <summary>The rating's.</summary>
    public Guid Id { get; init; }

    public Guid AuthorId { get; init; }
    public Guid PersonId { get; init; }

    /// <summary>May be empty: stars say something by themselves.</summary>
    public string Words { get; init; } = "";

    /// <summary>Of the advert, as it was called when they first wrote.</summary>
    public string Title { get; init; } = "";

    public long ListingNumber { get; init; }
}
