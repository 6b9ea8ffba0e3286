using Souq.Accounts.Contracts;

namespace Souq.Listings.Quotas;

/// <summary>Settings <c>Quotas:*</c>: how many adverts somebody may have on the market or waiting for it.</summary>
public sealed class QuotaOptions
{
    public const string Section = "Quotas";

    /// <summary>For a person without a store.</summary>
    public int Person { get; set; } = 50;

    /// <summary>For a person who is known, or trusted; where it is less than a lower level has, that holds.</summary>
    public int Known { get; set; } = 100;

    /// <inheritdoc cref="Known"/>
    public int Trusted { get; set; } = 200;

    /// <summary>New adverts in a day, typed, from a file or by a program, for a person without a store.</summary>
    public int Day { get; set; } = 10;

    /// <summary>For a person who is known, or trusted; where it is less than a lower level has, that holds.</summary>
    public int KnownDay { get; set; } = 30;

    /// <inheritdoc cref="KnownDay"/>
    public int TrustedDay { get; set; } = 100;

    /// <summary>For who has an open store; a whole file of his fits.</summary>
    public int Store { get; set; } = 10_000;

    /// <summary>New adverts in a day, for a person without a store who is trusted so far.</summary>
    public int DayOf(TrustLevel level) => level switch
    {
        TrustLevel.Trusted => Math.Max(TrustedDay, DayOf(TrustLevel.Known)),
        TrustLevel.Known => Math.Max(KnownDay, Day),
        _ => Day,
    };

    /// <summary>For a person without a store who is trusted so far.</summary>
    public int Of(TrustLevel level) => level switch
    {
        TrustLevel.Trusted => Math.Max(Trusted, Of(TrustLevel.Known)),
        TrustLevel.Known => Math.Max(Known, Person),
        _ => Person,
    };
}
