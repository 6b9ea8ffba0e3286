using Souq.Accounts.Contracts;
using Souq.Accounts.Trust;
using Souq.Moderation.Contracts;

namespace Souq.Accounts;

/// <summary>Somebody has left an e-mail address and a password; nobody knows yet whether the address is his.</summary>
public sealed record PersonRegistered(DateTimeOffset At);

/// <summary>He signed up again before confirming: what he typed last counts, and letters sent before are void.</summary>
public sealed record RegistrationRepeated(DateTimeOffset At);

public sealed record EmailConfirmed(DateTimeOffset At);

/// <param name="ById">Who granted it; <c>null</c> for the operator at the command line.</param>
public sealed record RoleGranted(string Role, Guid? ById, DateTimeOffset At);

public sealed record RoleWithdrawn(string Role, Guid? ById, DateTimeOffset At);

/// <summary>He moderates these sections from now on, with all below them; all of the market where there are none.</summary>
public sealed record SectionsEntrusted(IReadOnlyList<int> Sections, Guid? ById, DateTimeOffset At);

public sealed record PasswordChanged(DateTimeOffset At);

public sealed record ProfileChanged(DateTimeOffset At);

/// <summary>From now on buyers may see his phone number.</summary>
public sealed record PhoneShown(DateTimeOffset At);

public sealed record PhoneHidden(DateTimeOffset At);

/// <summary>He sells under the name of his store, until it closes; what becomes of the store itself is in its own stream.</summary>
public sealed record StoreOpened(DateTimeOffset At);

public sealed record StoreClosed(DateTimeOffset At);

/// <summary>A program may act for him from now on.</summary>
public sealed record TokenMade(Guid TokenId, DateTimeOffset At);

public sealed record TokenRevoked(Guid TokenId, DateTimeOffset At);

/// <summary>What is known of him by now says that he may be trusted more.</summary>
public sealed record TrustRaised(TrustLevel Level, DateTimeOffset At);

/// <summary>What is known of him by now says that he may not be trusted as far as before.</summary>
public sealed record TrustLowered(TrustLevel Level, IReadOnlyList<TrustBreach> Why, DateTimeOffset At);

/// <summary>Moderation decided something about him, which holds from now on.</summary>
/// <param name="Acts">What he may not do, where he is limited.</param>
/// <param name="Until">When it ends by itself.</param>
public sealed record SanctionBegun(Guid SanctionId, SanctionKind Kind, IReadOnlyList<LimitedAct> Acts, DateTimeOffset? Until, DateTimeOffset At);

/// <summary>It holds no longer.</summary>
public sealed record SanctionOver(Guid SanctionId, DateTimeOffset At);

/// <summary>His data are gone; this stream, which holds none, stays.</summary>
public sealed record DataErased(DateTimeOffset At);
