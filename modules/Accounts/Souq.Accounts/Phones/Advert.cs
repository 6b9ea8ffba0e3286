namespace Souq.Accounts.Phones;

/// <summary>This module's copy of what it must know of an advert on the market: whose it is.</summary>
public sealed class Advert
{
    /// <summary>The listing's id.</summary>
    public Guid Id { get; set; }

    public long Number { get; set; }
    public Guid SellerId { get; set; }
    public required string Title { get; set; }
}
