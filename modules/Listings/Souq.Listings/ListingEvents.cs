using System.Text.Json.Serialization;
using Souq.Kernel;

namespace Souq.Listings;

/// <param name="Number">The short public number.</param>
/// <param name="CopiedFrom">The older advert of the same seller it was made from.</param>
public sealed record DraftStarted(Guid SellerId, long Number, DateTimeOffset At, Guid? CopiedFrom = null);

/// <summary>A whole advert is given at once, by a file or a program, instead of step by step.</summary>
/// <param name="Ref">The seller's own name for it, if he has one.</param>
public sealed record HandedIn(Guid SellerId, long Number, string? Ref, ListingContent Content, DateTimeOffset At);

public sealed record DetailsWritten(int SectionId, IReadOnlyDictionary<string, string> Attributes);

/// <param name="CommuneCode">ONS code.</param>
public sealed record WordsWritten(string Title, string Description, Price Price, int CommuneCode);

public sealed record PhotoAdded(ListingPhoto Photo);

public sealed record PhotoRemoved(string PhotoId);

public sealed record CoverChosen(string PhotoId);

/// <param name="PhotoIds">All of them, in their new order.</param>
public sealed record PhotosArranged(IReadOnlyList<string> PhotoIds);

/// <summary>The same picture, a quarter turned: a photo of its own that stands where the other stood.</summary>
public sealed record PhotoTurned(string PhotoId, ListingPhoto Turned);

/// <param name="Revision">Counts submissions, from 1.</param>
public sealed record Submitted(int Revision, DateTimeOffset At);

/// <param name="ReasonCode">As in the published reasons of moderation.</param>
public sealed record RevisionRefused(int Revision, string ReasonCode, DateTimeOffset At);

/// <summary>The seller is asked to correct something first. It is no refusal.</summary>
/// <param name="ReasonCode">As in the published reasons of moderation.</param>
public sealed record CorrectionAsked(int Revision, string ReasonCode, DateTimeOffset At);

/// <summary>A moderator moved it to another section, or hid something its seller wrote.</summary>
/// <param name="By">The moderator.</param>
/// <param name="From">The section it stood in.</param>
/// <param name="SectionId">The section it stands in; the same where it was not moved.</param>
public sealed record ChangedByModerator(
    int Revision, Guid By, int From, int SectionId, IReadOnlyList<TextPiece> HiddenInTitle, IReadOnlyList<TextPiece> HiddenInText, DateTimeOffset At);

/// <summary>The change of a moderator was wrong: section and words are the seller's again.</summary>
public sealed record ChangeUndone(int From, int SectionId, DateTimeOffset At);

/// <summary>Carries the whole content, so that what was public at any moment can be read from one event.</summary>
/// <param name="First">The first time this advert appears.</param>
/// <param name="Was">The price it came down to, when this revision asks less: see <see cref="PriceChanged"/>.</param>
public sealed record Published(
    int Revision, long Number, Guid SellerId, ListingContent Content, bool First, DateTimeOffset At, DateTimeOffset ExpiresAt, long? Was = null);

/// <summary>Another price, at once and for everybody.</summary>
/// <param name="Was">
/// When it is a drop: the lowest price of the thirty days before, in dinars. Measured so, a price put up first to be dropped is no drop.
/// </param>
/// <param name="Early">So soon after the publication that not everybody may have heard of it yet.</param>
public sealed record PriceChanged(
    Price Price, long? Was, DateTimeOffset At,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Early = false);

/// <summary>It stands among the newest again.</summary>
public sealed record Bumped(DateTimeOffset At);

public sealed record Renewed(DateTimeOffset At, DateTimeOffset ExpiresAt);

/// <summary>Its section was closed and its adverts went to another; what it says stays as it was written.</summary>
/// <param name="From">The closed section; a draft or public words in another one stay there.</param>
public sealed record MovedToSection(int SectionId, DateTimeOffset At, int From);

/// <summary>The seller was told that the end is near.</summary>
public sealed record ExpiryAnnounced(DateTimeOffset ExpiresAt, DateTimeOffset At);

public sealed record Expired(DateTimeOffset At);

/// <param name="Buyer">The person who bought it, when the seller named one of those who wrote to him.</param>
public sealed record Sold(DateTimeOffset At, SoldWhere Where = SoldWhere.Unsaid, Guid? Buyer = null);

public sealed record Withdrawn(DateTimeOffset At);

/// <summary>A moderator took it off the market; only an appeal brings it back.</summary>
/// <param name="ReasonCode">As in the published reasons of moderation.</param>
public sealed record Removed(string ReasonCode, DateTimeOffset At);

/// <summary>It is out of sight until a moderator has looked.</summary>
public sealed record Hidden(DateTimeOffset At);

/// <summary>A moderator has looked, and it may be seen again.</summary>
/// <param name="Life">Where it stands from now on.</param>
/// <param name="ExpiresAt">With the days it lost.</param>
public sealed record ShownAgain(ListingLife Life, DateTimeOffset? ExpiresAt, DateTimeOffset At);

/// <summary>Its seller is shut out of the market: it is off it as long as he is.</summary>
public sealed record TakenDown(Guid SanctionId, DateTimeOffset At);

/// <summary>The seller took an end or a renewal back, or another moderator a removal: the advert stands where it stood before.</summary>
public sealed record Reopened(ListingLife Life, DateTimeOffset? ExpiresAt, DateTimeOffset At);
