namespace Souq.Listings.Quotas;

/// <summary>Settings <c>Quotas:*</c>: how many adverts somebody may have on the market or waiting for it.</summary>
public sealed class QuotaOptions
{
    public const string Section = "Quotas";

    /// <summary>For a person without a store.</summary>
    public int Person { get; set; } = 50;

    /// <summary>For who has an open store; a whole file of his fits.</summary>
    public int Store { get; set; } = 10_000;
}
