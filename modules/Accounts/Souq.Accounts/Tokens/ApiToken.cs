using JasperFx.Metadata;

namespace Souq.Accounts.Tokens;

/// <summary>A key with which a program acts for a person. Of the secret only a hash is kept, so that nobody can read it back.</summary>
public sealed class ApiToken : IVersioned
{
    public Guid Id { get; set; }

    public Guid Version { get; set; }

    public Guid PersonId { get; set; }

    /// <summary>What its owner calls it, such as the name of his program.</summary>
    public required string Name { get; set; }

    /// <summary>The first characters of the secret, by which its owner knows it again.</summary>
    public required string Prefix { get; set; }

    /// <summary>SHA-256 of the secret, in hexadecimal; unique.</summary>
    public required string Hash { get; set; }

    public DateTimeOffset MadeAt { get; set; }

    /// <summary>Day in Algiers on which it was last good for something; <c>null</c> before.</summary>
    public DateOnly? LastUsedOn { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }
}
