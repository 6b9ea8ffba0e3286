using Souq.Kernel;

namespace Souq.Listings;

/// <param name="Number">The short public number.</param>
public sealed record DraftStarted(Guid SellerId, long Number, DateTimeOffset At);

public sealed record DetailsWritten(int SectionId, IReadOnlyDictionary<string, string> Attributes);

/// <param name="CommuneCode">ONS code.</param>
public sealed record WordsWritten(string Title, string Description, Price Price, int CommuneCode);

public sealed record PhotoAdded(ListingPhoto Photo);

public sealed record PhotoRemoved(string PhotoId);

public sealed record CoverChosen(string PhotoId);

/// <param name="Revision">Counts submissions, from 1.</param>
public sealed record Submitted(int Revision, DateTimeOffset At);

/// <param name="ReasonCode">As in the published reasons of moderation.</param>
public sealed record RevisionRefused(int Revision, string ReasonCode, DateTimeOffset At);

/// <summary>Carries the whole content, so that what was public at any moment can be read from one event.</summary>
/// <param name="First">The first time this advert appears.</param>
public sealed record Published(
    int Revision, long Number, Guid SellerId, ListingContent Content, bool First, DateTimeOffset At, DateTimeOffset ExpiresAt);

public sealed record Renewed(DateTimeOffset At, DateTimeOffset ExpiresAt);

/// <summary>The seller was told that the end is near.</summary>
public sealed record ExpiryAnnounced(DateTimeOffset ExpiresAt, DateTimeOffset At);

public sealed record Expired(DateTimeOffset At);

public sealed record Sold(DateTimeOffset At);

public sealed record Withdrawn(DateTimeOffset At);
