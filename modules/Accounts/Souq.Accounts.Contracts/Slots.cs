namespace Souq.Accounts.Contracts;

/// <summary>What a component placed on a person's public page is given.</summary>
public sealed record PersonSlot(Guid PersonId);

/// <summary>Names of the slots on the pages of this module.</summary>
public static class AccountSlots
{
    /// <summary>On a person's public page, what he offers: <see cref="PersonSlot"/>.</summary>
    public const string Listings = "person.listings";

    /// <summary>On the page <c>me</c>, further links as <c>li</c> elements: <see cref="PersonSlot"/>.</summary>
    public const string Me = "me.links";
}
