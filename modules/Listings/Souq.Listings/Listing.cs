using System.Text.Json.Serialization;
using Souq.Kernel;
using Souq.Listings.Contracts;
using Souq.Listings.Photos;

namespace Souq.Listings;

/// <summary>Where an advert is in its public life. Hidden: it would be published, and is out of sight until a moderator has looked.</summary>
public enum ListingLife { NotYet, Published, Expired, Sold, Withdrawn, Removed, Hidden }

/// <summary>Where its newest words are on their way to the public.</summary>
public enum ListingReview { Draft, Waiting, Approved, Refused }

/// <summary>Where the buyer came from.</summary>
public enum SoldWhere { Unsaid, Here, Elsewhere }

/// <summary>What was asked from a moment on, in dinars.</summary>
public sealed record PricePoint(DateTimeOffset At, long Dinars);

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

    /// <summary>The seller's own name for it, from his file or program; it never changes.</summary>
    public string? Ref { get; init; }

    /// <summary>What the seller has written; <c>null</c> while it is what the public sees, so that it is not kept twice.</summary>
    public ListingContent? Written { get; init; }
    public ListingContent? Public { get; init; }

    [JsonIgnore]
    public ListingContent Draft => Written ?? Public ?? ListingContent.Empty;
    public ListingLife Life { get; init; }
    public ListingReview Review { get; init; }

    /// <summary>Counts submissions; 0 before the first.</summary>
    public int Revision { get; init; }
    public string? RefusalReason { get; init; }
    public DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>The first time it appeared.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>When what the public sees was published; the same as <see cref="PublishedAt"/> until an edit is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? ShownAt { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The end the seller was warned of; <c>null</c> while he has not been warned of this one.</summary>
    public DateTimeOffset? ExpiryAnnouncedFor { get; init; }
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Where it stood when a moderator removed it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ListingLife? RemovedFrom { get; init; }

    /// <summary>Since when nobody but its seller and moderators may see it, whatever else became of it meanwhile; <c>null</c> when it is not hidden.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? HiddenSince { get; init; }

    /// <summary>When moderators last let it be seen again: an order to hide it that is older comes too late.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? ShownAgainAt { get; init; }

    /// <summary>What the seller had handed in when a moderator changed it; until he hands in something newer.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ListingContent? AsHandedIn { get; init; }

    /// <summary>It is off the market with its seller, and comes back with him.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsTakenDown { get; init; }

    /// <summary>When it was last put among the newest; an edit does not.</summary>
    public DateTimeOffset? ListedAt { get; init; }

    /// <summary>What the public was asked, oldest first: the newest <see cref="PriceHistory.Longest"/> changes.</summary>
    [JsonConverter(typeof(PricesJson))]
    public IReadOnlyList<PricePoint> Prices { get; init; } = [];

    public SoldWhere SoldWhere { get; init; }
    public Guid? Buyer { get; init; }
    public Guid? CopiedFrom { get; init; }

    [JsonIgnore]
    public bool IsOnMarket => Life == ListingLife.Published;

    /// <summary>Anybody may see it: it is or was on the market, and nobody has taken it out of sight.</summary>
    [JsonIgnore]
    public bool IsInSight => Public is not null && HiddenSince is null && Life != ListingLife.Removed;

    public static Listing Create(DraftStarted started) => new()
    {
        SellerId = started.SellerId,
        Number = started.Number,
        StartedAt = started.At,
        CopiedFrom = started.CopiedFrom,
    };

    public static Listing Create(HandedIn given) => new()
    {
        SellerId = given.SellerId,
        Number = given.Number,
        Ref = given.Ref,
        Written = given.Content,
        StartedAt = given.At,
    };

    public Listing Apply(DetailsWritten details) => Edited(Draft with { SectionId = details.SectionId, Attributes = details.Attributes, WrittenIn = null });

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

    public Listing Apply(PhotosArranged arranged) => Edited(Draft with { Photos = PhotoOrder.Arranged(Draft.Photos, arranged.PhotoIds) });

    public Listing Apply(PhotoTurned turned) =>
        Edited(Draft with { Photos = [.. Draft.Photos.Select(p => p.Id == turned.PhotoId ? turned.Turned : p)] });

    public Listing Apply(Submitted submitted) =>
        this with { Revision = submitted.Revision, Review = ListingReview.Waiting, SubmittedAt = submitted.At, RefusalReason = null, AsHandedIn = null };

    public Listing Apply(RevisionRefused refused) =>
        this with { Review = ListingReview.Refused, RefusalReason = refused.ReasonCode };

    public Listing Apply(CorrectionAsked asked) =>
        this with { Review = ListingReview.Refused, RefusalReason = asked.ReasonCode };

    public Listing Apply(ChangedByModerator changed) => Review == ListingReview.Waiting && changed.Revision == Revision
        ? this with { AsHandedIn = Draft, Written = Changed(Draft, changed) }
        : this with { AsHandedIn = Public, Public = Public is null ? null : Changed(Public, changed), Written = Written?.Moved(changed.From, changed.SectionId) };

    public Listing Apply(ChangeUndone undone) => this with
    {
        AsHandedIn = null,
        Written = Written?.Moved(undone.From, undone.SectionId),
        Public = Public?.Moved(undone.From, undone.SectionId) is { } shown && AsHandedIn is { } before
            ? shown with { Title = before.Title, Description = before.Description } : Public,
    };

    public Listing Apply(Published published) => this with
    {
        AsHandedIn = published.Revision == Revision ? AsHandedIn : null,
        Public = published.Content,
        Written = null,
        Life = ListingLife.Published,
        Review = ListingReview.Approved,
        Revision = published.Revision,
        PublishedAt = PublishedAt ?? published.At,
        ShownAt = published.At,
        ListedAt = ListedAt ?? published.At,
        Prices = PriceHistory.With(Prices, published.Content.Price, published.At),
        ExpiresAt = published.ExpiresAt,
        ExpiryAnnouncedFor = published.ExpiresAt == ExpiresAt ? ExpiryAnnouncedFor : null,
        EndedAt = null,
        HiddenSince = null,
    };

    public Listing Apply(Renewed renewed) =>
        this with { Life = ListingLife.Published, ExpiresAt = renewed.ExpiresAt, ExpiryAnnouncedFor = null, EndedAt = null };

    public Listing Apply(ExpiryAnnounced announced) => this with { ExpiryAnnouncedFor = announced.ExpiresAt };

    public Listing Apply(PriceChanged changed) => this with
    {
        Written = Written is null ? null : Written with { Price = changed.Price },
        Public = Public is null ? null : Public with { Price = changed.Price },
        Prices = PriceHistory.With(Prices, changed.Price, changed.At),
    };

    public Listing Apply(MovedToSection moved) => this with
    {
        Written = Written?.Moved(moved.From, moved.SectionId),
        Public = Public?.Moved(moved.From, moved.SectionId),
    };

    public Listing Apply(Bumped bumped) => this with { ListedAt = bumped.At };

    public Listing Apply(Expired expired) => Over(ListingLife.Expired, expired.At);

    public Listing Apply(Sold sold) => Over(ListingLife.Sold, sold.At) with { SoldWhere = sold.Where, Buyer = sold.Buyer };

    public Listing Apply(Withdrawn withdrawn) => Over(ListingLife.Withdrawn, withdrawn.At);

    public Listing Apply(Removed removed) => Over(ListingLife.Removed, removed.At) with
    {
        RefusalReason = removed.ReasonCode,
        // What its seller's absence had taken down already stays down when he comes back.
        RemovedFrom = (IsTakenDown ? RemovedFrom : Life) is ListingLife.Hidden ? ListingLife.Published : IsTakenDown ? RemovedFrom : Life,
        IsTakenDown = false,
    };

    public Listing Apply(Hidden hidden) => this with { Life = Life == ListingLife.Published ? ListingLife.Hidden : Life, HiddenSince = hidden.At };

    public Listing Apply(ShownAgain shown) => this with
    {
        Life = shown.Life,
        RemovedFrom = RemovedFrom == ListingLife.Hidden ? ListingLife.Published : RemovedFrom,
        HiddenSince = null,
        ShownAgainAt = shown.At,
        ExpiresAt = shown.ExpiresAt,
        ExpiryAnnouncedFor = shown.ExpiresAt == ExpiresAt ? ExpiryAnnouncedFor : null,
    };

    public Listing Apply(TakenDown down) => Over(ListingLife.Removed, down.At) with { RemovedFrom = Life, IsTakenDown = true };

    public Listing Apply(Reopened reopened) => this with
    {
        Life = reopened.Life,
        ExpiresAt = reopened.ExpiresAt,
        ExpiryAnnouncedFor = null,
        EndedAt = reopened.Life is ListingLife.NotYet or ListingLife.Published or ListingLife.Hidden ? null : EndedAt,
        HiddenSince = Life == ListingLife.Removed && !IsTakenDown ? null : HiddenSince,
        SoldWhere = reopened.Life == ListingLife.Sold ? SoldWhere : SoldWhere.Unsaid,
        Buyer = reopened.Life == ListingLife.Sold ? Buyer : null,
        RefusalReason = Life == ListingLife.Removed && !IsTakenDown ? null : RefusalReason,
        RemovedFrom = null,
        IsTakenDown = false,
    };

    /// <summary>What the public may still be shown: words once published stay readable, marked as ended.</summary>
    [JsonIgnore]
    public ListingContent Shown => Public ?? Draft;

    /// <summary>The fact other modules hear when the advert leaves the market.</summary>
    public ListingEnded Ended(ListingEnd how, DateTimeOffset at) => new(Id, Number, SellerId, how, at);

    /// <exception cref="NotFoundException">The advert is somebody else's: he need not know that it exists.</exception>
    public void MustBelongTo(Guid actorId)
    {
        if (SellerId != actorId) throw new NotFoundException("The listing");
    }

    // Moderation lets a waiting revision go when its advert ends; it can be submitted again if the advert comes back.
    private Listing Over(ListingLife how, DateTimeOffset at) =>
        this with { Life = how, EndedAt = at, Review = Review == ListingReview.Waiting ? ListingReview.Draft : Review };

    private static ListingContent Changed(ListingContent content, ChangedByModerator changed) => content.Moved(changed.From, changed.SectionId) with
    {
        Title = TextPiece.Hide(content.Title, changed.HiddenInTitle),
        Description = TextPiece.Hide(content.Description, changed.HiddenInText),
    };

    // An edit takes the newest words back to being a draft; the reason of a refusal stays, as advice, until the next submission.
    private Listing Edited(ListingContent draft) => this with { Written = draft, Review = ListingReview.Draft };
}
