using Souq.Digests.Reporting;
using Souq.Kernel;
using Souq.Listings.Contracts;

namespace Souq.Digests.Sending;

/// <summary>What one letter tells, as it is told; kept with the issue, so that its reader can see it again.</summary>
public sealed record DigestContent(Language Language, IReadOnlyList<DigestPart> Parts)
{
    /// <summary>How its reader's own adverts have done; <c>null</c> in all other letters.</summary>
    public ToldReport? Report { get; init; }

    public int Shown => Parts.Sum(p => p.Adverts.Count);

    public int Total => Parts.Sum(p => p.Adverts.Count + p.More);
}

/// <summary>What one search has found.</summary>
/// <param name="Title">What its owner calls it.</param>
/// <param name="More">Further adverts, which are counted and linked.</param>
/// <param name="Sections">Of a broad search: how many in each top section, the most first.</param>
public sealed record DigestPart(
    Guid Subscription, string Query, string? Title, IReadOnlyList<ToldAdvert> Adverts, int More, IReadOnlyList<SectionCount> Sections);

public sealed record SectionCount(int SectionId, int Count);

/// <summary>An advert as a letter shows it.</summary>
/// <param name="Was">The price it came down from, in dinars.</param>
public sealed record ToldAdvert(
    Guid ListingId, long Number, Guid SellerId, string Title, Price Price, long? Was, int Commune, string? PhotoId, DateTimeOffset ListedAt)
{
    public static ToldAdvert Of(FoundListing found) => new(
        found.ListingId, found.Number, found.SellerId, found.Title, found.Price, found.Was, found.CommuneCode, found.PhotoId, found.ListedAt);

    /// <summary>By how many hundredths the price came down; 0 when it did not.</summary>
    public int Drop => Was is { } was && Price.Dinars is { } now && was > now ? (int)Math.Round((was - now) * 100m / was) : 0;
}
