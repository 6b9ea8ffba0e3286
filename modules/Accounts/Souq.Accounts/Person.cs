using JasperFx.Metadata;
using Souq.Kernel;
using Souq.Mail;

namespace Souq.Accounts;

/// <summary>
/// What is known of a person and must be erasable: names, addresses, secrets. What happened to him is in the stream of his
/// <see cref="Membership"/>, under the same id and without any of this.
/// </summary>
public sealed class Person : IVersioned
{
    public Guid Id { get; set; }

    /// <summary>Changes with every write; a write on an older version is refused.</summary>
    public Guid Version { get; set; }

    public required string Email { get; set; }

    /// <summary>Upper case; unique over all people.</summary>
    public required string NormalizedEmail { get; set; }

    public required string Name { get; set; }

    /// <summary>E.164, such as <c>+213550000001</c>.</summary>
    public string? Phone { get; set; }

    /// <summary>Buyers may see the phone number, after one click.</summary>
    public bool ShowPhone { get; set; }

    public Language Language { get; set; }

    /// <summary>What stands over his store while it is open; <c>null</c> for a private person. Written with the store alone.</summary>
    public string? StoreName { get; set; }

    public List<string> Roles { get; set; } = [];

    public string? PasswordHash { get; set; }

    /// <summary>Renewed whenever sessions opened before must end.</summary>
    public string SecurityStamp { get; set; } = NewStamp();

    public bool Confirmed { get; set; }
    public bool LockoutEnabled { get; set; } = true;
    public int FailedTries { get; set; }
    public DateTimeOffset? LockedUntil { get; set; }
    /// <summary>Until then moderators have shut him out.</summary>
    public DateTimeOffset? ShutUntil { get; set; }

    public DateTimeOffset JoinedAt { get; set; }

    /// <summary>The name buyers see: the shop's, else his own.</summary>
    public string PublicName => StoreName ?? Name;

    public bool IsShutOut(DateTimeOffset now) => now < ShutUntil;

    public static string NewStamp() => Guid.NewGuid().ToString("N");

    public static string Normalize(string email) =>
        (EmailAddress.TryFold(email, out var folded) ? folded : email.Trim()).ToUpperInvariant();
}
