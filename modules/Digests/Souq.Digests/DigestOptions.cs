namespace Souq.Digests;

/// <summary>Section <c>Digests</c> of the configuration.</summary>
public sealed class DigestOptions
{
    /// <summary>The hour in Algiers from which digests are sent, 0–23.</summary>
    public int Hour { get; set; } = 8;

    /// <summary>Adverts shown in one letter; the rest are counted and linked.</summary>
    public int AdvertsPerLetter { get; set; } = 12;

    /// <summary>Subscriptions one message takes care of.</summary>
    public int SliceSize { get; set; } = 100;
}
