using Souq.Accounts.Contracts;

namespace Souq.Accounts.Trust;

/// <summary>What a level allows. What other modules allow by it they say themselves, in the slot <see cref="AccountSlots.Trust"/>.</summary>
/// <param name="WithoutReview">Adverts appear at once, in sections that allow it, and are looked at afterwards.</param>
public sealed record TrustAllows(bool WithoutReview)
{
    public static TrustAllows Of(TrustLevel level) => new(level >= TrustLevel.Known);
}
