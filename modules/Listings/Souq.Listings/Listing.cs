using Souq.Kernel;
using Souq.Listings.Contracts;

namespace Souq.Listings;

/// <summary>Where an advert is in its public life.</summary>
public enum ListingLife { NotYet, Published, Expired, Sold, Withdrawn }

/// <summary>Where its newest words are on their way to the public.</summary>
public enum ListingReview { Draft, Waiting, Approved, Refused }

/// <summary>
/// An advertisement: what its seller works on (<see cref="Draft"/>), what the public sees (<see cref="Public"/>), and where both stand.
/// Only <c>Apply</c> changes it.
/// </summary>
public sealed partial record Listing
{
    public Guid Id { get; init; }
    public long Version { get; init; }
    public long Number { get; init; }
    public Guid SellerId { get; init; }
    public ListingContent Draft { get; init; } = ListingContent.Empty;
    public ListingContent? Public { get; init; }
    public ListingLife Life { get; init; }
    public ListingReview Review { get; init; }

    /// <summary>Counts submissions; 0 before the first.</summary>
    public int Revision { get; init; }
    public string? RefusalReason { get; init; }
    public DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>The first time it appeared.</summary>
    public DateTimeOffset? PublishedAt { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The end the seller was warned of; <c>null</c> while he has not been warned of this one.</summary>
    public DateTimeOffset? ExpiryAnnouncedFor { get; init; }
    public DateTimeOffset? EndedAt { get; init; }

    public bool IsOnMarket => Life == ListingLife.Published;

    public static Listing Create(DraftStarted started) => new()
    {
        SellerId = started.SellerId,
        Number = started.Number,
        StartedAt = started.At,
    };

    public Listing Apply(DetailsWritten details) => Edited(Draft with { SectionId = details.SectionId, Attributes = details.Attributes });

    public Listing Apply(WordsWritten words) => Edited(Draft with
    {
        Title = words.Title,
        Description = words.Description,
        Price = words.Price,
        CommuneCode = words.CommuneCode,
    });

    public Listing Apply(PhotoAdded added) => Edited(Draft with { Photos = [.. Draft.Photos, added.Photo] });

    public Listing Apply(PhotoRemoved removed) =>
        Edited(Draft with { Photos = [.. Draft.Photos.Where(p => p.Id != removed.PhotoId)] });

    public Listing Apply(CoverChosen chosen) =>
        Edited(Draft with { Photos = [.. Draft.Photos.OrderBy(p => p.Id == chosen.PhotoId ? 0 : 1)] });

    public Listing Apply(Submitted submitted) =>
        this with { Revision = submitted.Revision, Review = ListingReview.Waiting, SubmittedAt = submitted.At, RefusalReason = null };

    public Listing Apply(RevisionRefused refused) =>
        this with { Review = ListingReview.Refused, RefusalReason = refused.ReasonCode };

    public Listing Apply(Published published) => this with
    {
        Public = published.Content,
        Life = ListingLife.Published,
        Review = ListingReview.Approved,
        PublishedAt = PublishedAt ?? published.At,
        ExpiresAt = published.ExpiresAt,
        ExpiryAnnouncedFor = published.ExpiresAt == ExpiresAt ? ExpiryAnnouncedFor : null,
        EndedAt = null,
    };

    public Listing Apply(Renewed renewed) =>
        this with { Life = ListingLife.Published, ExpiresAt = renewed.ExpiresAt, ExpiryAnnouncedFor = null, EndedAt = null };

    public Listing Apply(ExpiryAnnounced announced) => this with { ExpiryAnnouncedFor = announced.ExpiresAt };

    public Listing Apply(Expired expired) => this with { Life = ListingLife.Expired, EndedAt = expired.At };

    public Listing Apply(Sold sold) => this with { Life = ListingLife.Sold, EndedAt = sold.At };

    public Listing Apply(Withdrawn withdrawn) => this with { Life = ListingLife.Withdrawn, EndedAt = withdrawn.At };

    /// <summary>What the public may still be shown: words once published stay readable, marked as ended.</summary>
    public ListingContent Shown => Public ?? Draft;

    /// <summary>The fact other modules hear when the advert leaves the market.</summary>
    public ListingEnded Ended(ListingEnd how, DateTimeOffset at) => new(Id, Number, SellerId, how, at);

    /// <exception cref="NotFoundException">The advert is somebody else's: he need not know that it exists.</exception>
    public void MustBelongTo(Guid actorId)
    {
        if (SellerId != actorId) throw new NotFoundException("The listing");
    }

    // An edit takes the newest words back to being a draft; the reason of a refusal stays, as advice, until the next submission.
    private Listing Edited(ListingContent draft) => this with { Draft = draft, Review = ListingReview.Draft };
}
