namespace Souq.Accounts.Contracts;

/// <summary>Who wants to hear of what a store puts on the market.</summary>
public interface IFollows
{
    /// <summary>The title of the store as far as it is open and the person follows it; <c>null</c> when he does not.</summary>
    Task<string?> StoreFollowed(Guid personId, Guid sellerId, CancellationToken cancellation);
}
