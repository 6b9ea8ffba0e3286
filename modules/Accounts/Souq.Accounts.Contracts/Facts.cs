namespace Souq.Accounts.Contracts;

/// <summary>A person has signed up and confirmed his address.</summary>
public sealed record PersonJoined(Guid PersonId, DateTimeOffset At);

/// <summary>A person's data are erased; every module forgets what it holds of him.</summary>
public sealed record PersonErased(Guid PersonId, DateTimeOffset At);

/// <summary>
/// Command: write to a person. Accounts alone knows addresses and languages; it finds the template by name, which the module that owns
/// the matter registered (<c>IMailTemplate</c>), and posts the letter exactly once for the key.
/// </summary>
/// <param name="Template">Name of the template, such as <c>moderation.refused</c>.</param>
/// <param name="SubjectId">What the letter is about; the template loads the rest itself, so that no personal data travel.</param>
/// <param name="Key">Unique for this letter, such as <c>moderation.refused:{case}:{revision}</c>.</param>
public sealed record NotifyPerson(Guid PersonId, string Template, Guid SubjectId, string Key);

/// <summary>A seller's phone number was shown to a reader of his advert; the same reader counts once a day.</summary>
/// <param name="RevealId">The same for the same reader, advert and day; says nothing of the reader.</param>
public sealed record PhoneRevealed(Guid ListingId, Guid SellerId, DateTimeOffset At, Guid RevealId);

/// <summary>A seller has a store from now on: a new one, or an old one opened again.</summary>
/// <param name="Slug">Its address is <c>/s/{slug}</c>.</param>
/// <param name="Title">What stands over its door; public.</param>
public sealed record StoreOpened(Guid StoreId, Guid PersonId, string Slug, string Title, DateTimeOffset At);

/// <summary>An open store has another title or address. Old addresses lead to the new one.</summary>
public sealed record StoreRenamed(Guid StoreId, Guid PersonId, string Slug, string Title, DateTimeOffset At);

/// <summary>Its seller has written his store anew, or hung up other pictures.</summary>
public sealed record StoreEdited(Guid StoreId, Guid PersonId, DateTimeOffset At);

/// <summary>A person calls himself something else from now on.</summary>
public sealed record PersonRenamed(Guid PersonId, DateTimeOffset At);

/// <summary>A store is closed, for a while or for ever; its seller is a person like others.</summary>
public sealed record StoreClosed(Guid StoreId, Guid PersonId, DateTimeOffset At);

/// <summary>What a person may do for the market is another from now on.</summary>
/// <param name="Roles">Of <c>moderator</c>, <c>senior</c> and <c>admin</c>, all that he has; none when he has nothing to do with it any more.</param>
/// <param name="Sections">Those he moderates, with all below them; all of the market where there are none.</param>
public sealed record StaffChanged(Guid PersonId, IReadOnlyList<string> Roles, IReadOnlyList<int> Sections, DateTimeOffset At);

/// <summary>How far a person is trusted, by what is known of him.</summary>
public enum TrustLevel { New, Known, Trusted }

/// <summary>A person is trusted more, or less, from now on. Who was never told of is <see cref="TrustLevel.New"/>.</summary>
public sealed record TrustChanged(Guid PersonId, TrustLevel Level, DateTimeOffset At);

/// <summary>A person follows a seller's store, or no longer does: <see cref="IFollows"/> says which, as it is when somebody asks.</summary>
public sealed record FollowChanged(Guid PersonId, Guid SellerId);
