using Souq.Kernel;

namespace Souq.Listings.Desk.Bulk;

public enum BulkKind { Renew, Bump, Withdraw, Sold, Price }

/// <summary>One press of a button for many adverts: what came of it, and what is needed to take it back.</summary>
public sealed record BulkAction
{
    /// <summary>For so long it can be taken back.</summary>
    public static readonly TimeSpan Undoable = TimeSpan.FromDays(1);

    /// <summary>Made with the form: sent twice, it is done once.</summary>
    public Guid Id { get; init; }
    public Guid SellerId { get; init; }
    public BulkKind Kind { get; init; }
    public DateTimeOffset At { get; init; }
    public IReadOnlyList<BulkDone> Done { get; init; } = [];
    public IReadOnlyList<BulkRefused> Refused { get; init; } = [];
    public DateTimeOffset? UndoneAt { get; init; }

    public bool CanUndo(DateTimeOffset now) => UndoneAt is null && Done.Count > 0 && At + Undoable > now;
}

/// <summary>An advert as it stood before, and what it was made.</summary>
/// <param name="Before">Where it stood.</param>
/// <param name="After">What it was then; if it is something else by now, taking back leaves it alone.</param>
public sealed record BulkDone(Guid ListingId, long Number, string Title, BulkState Before, BulkState After);

public sealed record BulkState(ListingLife Life, DateTimeOffset? ExpiresAt, DateTimeOffset? ListedAt, Price? Price)
{
    public static BulkState Of(Listing listing) => new(listing.Life, listing.ExpiresAt, listing.ListedAt, listing.Public?.Price);
}

/// <param name="Key">Of the sentence that says why.</param>
public sealed record BulkRefused(long Number, string Title, string Key, IReadOnlyList<string> Args);
