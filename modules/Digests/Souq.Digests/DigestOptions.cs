namespace Souq.Digests;

/// <summary>Section <c>Digests</c> of the configuration.</summary>
public sealed class DigestOptions
{
    /// <summary>The hour in Algiers at which alerts of old are sent, which knew no hour of their own; 0–23.</summary>
    public int Hour { get; set; } = 8;

    /// <summary>Subscribers one message takes care of.</summary>
    public int SliceSize { get; set; } = 250;
}
