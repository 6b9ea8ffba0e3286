using System.Security.Claims;
using Souq.Accounts.Contracts;
using Souq.Kernel;
using Souq.Listings.Browsing;
using Souq.Web.Commands;
using Souq.Web.Security;

namespace Souq.Listings.History;

/// <summary>The whole past of an advert, for its owner and for moderators.</summary>
public sealed class ListingHistory(IListingsStore store, ListingReader listings, CommandSender sender)
{
    /// <summary>The advert and everything that happened to it, oldest first.</summary>
    /// <exception cref="NotFoundException">There is none, or the reader may not see its past.</exception>
    public async Task<(Listing Listing, IReadOnlyList<HistoryEntry> Entries)> Of(long number, ClaimsPrincipal reader, CancellationToken cancellation)
    {
        var listing = await listings.ByNumber(number, cancellation);
        if (listing is null || !MayRead(listing, reader)) throw new NotFoundException("The listing");
        await using var session = store.QuerySession();
        // A moderator sees what its seller wrote and took back.
        if (reader.PersonId() is { } staff && staff != listing.SellerId)
            await sender.Send(new NoteView(staff, listing.SellerId, ViewedData.History, ViewReason.LookBack, listing.Id), cancellation);
        return (listing, HistoryEntry.Of(await session.Events.FetchStreamAsync(listing.Id, token: cancellation)));
    }

    /// <summary>The advert as it stood after its event of that number.</summary>
    /// <exception cref="NotFoundException">There was no such moment.</exception>
    public async Task<Listing> At(Listing listing, long version, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        return await session.Events.AggregateStreamAsync<Listing>(listing.Id, version, token: cancellation) ?? throw new NotFoundException("The version");
    }

    /// <summary>The newest entry at a moment; <c>null</c> before the first.</summary>
    public static HistoryEntry? Before(IReadOnlyList<HistoryEntry> entries, DateTimeOffset moment) => entries.LastOrDefault(e => e.At <= moment);

    private static bool MayRead(Listing listing, ClaimsPrincipal reader) =>
        listing.SellerId == reader.PersonId() || reader.IsModerator();
}
