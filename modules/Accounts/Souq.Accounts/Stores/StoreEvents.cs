namespace Souq.Accounts.Stores;

// Of a store the public content and ids; what names or locates a person (phones, address lines, the register number) is in its card.

/// <param name="Title">What stands over the door.</param>
public sealed record StoreFounded(Guid PersonId, string Slug, string Title, DateTimeOffset At);

/// <summary>Everything the form says, also what stayed.</summary>
/// <param name="Words">About the store; lines are kept.</param>
/// <param name="Places">Communes by ONS code, the main one first.</param>
public sealed record StoreDescribed(
    string Title, string Words, string? Website, IReadOnlyList<int> Places, OpeningHours Hours, DateTimeOffset At);

/// <summary>The store has moved to another address; the old one leads to it for ever.</summary>
public sealed record SlugChanged(string Slug, DateTimeOffset At);

/// <param name="Picture"><c>null</c>: taken down.</param>
public sealed record LogoHung(StorePicture? Picture, DateTimeOffset At);

public sealed record FrontPainted(StorePicture? Picture, DateTimeOffset At);

/// <summary>Moderators took its title, words or pictures down; what they were waits for an appeal.</summary>
/// <param name="Words">With the address of its site.</param>
/// <param name="Pictures">Logo and front.</param>
/// <param name="Sign">The neutral title it has instead; <c>null</c> where its own stays.</param>
/// <param name="Slug">The neutral address that goes with it: the old one has the words of the title.</param>
public sealed record StoreBared(bool Words, bool Pictures, DateTimeOffset At, string? Sign = null, string? Slug = null);

/// <summary>That was wrong: what its seller has not replaced meanwhile is there again.</summary>
public sealed record StorePutBack(DateTimeOffset At);

/// <summary>Its seller has closed it, for a while or for ever.</summary>
public sealed record StoreShut(DateTimeOffset At);

public sealed record StoreReopened(DateTimeOffset At);

/// <summary>The seller has given his register number and asks for the badge.</summary>
public sealed record BadgeAsked(DateTimeOffset At);

/// <summary>The operator has compared the register with the store.</summary>
/// <param name="Words">To the seller; may be empty.</param>
public sealed record BadgeGranted(Guid ById, string Words, DateTimeOffset At);

public sealed record BadgeDenied(Guid ById, string Words, DateTimeOffset At);

public sealed record BadgeWithdrawn(Guid ById, string Words, DateTimeOffset At);

/// <summary>Its seller is forgotten, and the store with him.</summary>
public sealed record StoreErased(DateTimeOffset At);
