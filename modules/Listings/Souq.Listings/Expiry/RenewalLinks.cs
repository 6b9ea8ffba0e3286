using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Souq.Listings.Expiry;

/// <summary>Signed tokens that renew one advert past one end, so that a mail can carry a link that needs no sign-in.</summary>
public sealed class RenewalLinks(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("listings.renewal");

    public string Of(Listing listing) =>
        protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{listing.Id:N} {listing.ExpiresAt!.Value.UtcTicks}"));

    /// <summary>The advert and the end the token speaks of; <c>null</c> when it is forged or damaged.</summary>
    public (Guid ListingId, DateTimeOffset End)? Read(string token)
    {
        try
        {
            var parts = protector.Unprotect(token).Split(' ');
            return (Guid.ParseExact(parts[0], "N"), new DateTimeOffset(long.Parse(parts[1], CultureInfo.InvariantCulture), TimeSpan.Zero));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
