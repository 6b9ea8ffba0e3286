using Marten;
using Wolverine;

namespace Souq.Listings.Sections;

/// <summary>A batch of the adverts of a closed section goes where they are to go; the next batch is a message of its own.</summary>
/// <param name="At">When the section was closed: a later word about it makes this one void.</param>
/// <param name="After">The last advert of the batch before, in the order of ids.</param>
public sealed record MoveListings(int SectionId, DateTimeOffset At, Guid After);

public static class MoveListingsHandler
{
    /// <summary>Adverts per transaction.</summary>
    public const int Batch = 500;

    public static async Task<OutgoingMessages> Handle(
        MoveListings command, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        if (await session.LoadAsync<SectionMove>(command.SectionId, cancellation) is not { } move || move.At != command.At) return [];
        var batch = await session.Query<Listing>()
            .Where(l => l.Id.CompareTo(command.After) > 0 && (l.Written!.SectionId == command.SectionId || l.Public!.SectionId == command.SectionId))
            .OrderBy(l => l.Id).Take(Batch).ToListAsync(cancellation);
        // The version makes an edit that comes in between win: this batch then fails, is retried and finds it edited.
        foreach (var listing in batch)
            session.Events.Append(listing.Id, listing.Version + 1, new MovedToSection(move.MovesTo, time.GetUtcNow(), command.SectionId));
        return batch.Count < Batch ? [] : [command with { After = batch[^1].Id }];
    }
}
