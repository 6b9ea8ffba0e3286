using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Souq.Moderation.Sanctions;

/// <summary>Signed words in letters: who cannot sign in can still read what was decided about him, and appeal.</summary>
public sealed class SanctionLinks(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("moderation.sanction");

    /// <summary>The page of a decision, for its person alone.</summary>
    public string Of(Guid personId, Guid sanctionId) => $"sanction/{sanctionId}?person={personId}&key={protector.Protect(sanctionId.ToString("N"))}";

    public bool Fits(Guid sanctionId, string? key)
    {
        if (key is null or { Length: > 400 }) return false;
        try
        {
            return protector.Unprotect(key) == sanctionId.ToString("N");
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
