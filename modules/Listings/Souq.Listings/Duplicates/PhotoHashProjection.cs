using JasperFx.Events;
using Marten;
using Marten.Events.Projections;

namespace Souq.Listings.Duplicates;

/// <summary>Keeps <see cref="PhotoHashTable"/>: the photos of what is on the market; what left it for good is forgotten.</summary>
public sealed partial class PhotoHashProjection : EventProjection
{
    public PhotoHashProjection()
    {
        Name = "photo-hashes";
        Options.DeleteDataInTableOnTeardown(PhotoHashTable.Name);
    }

    public void Project(IEvent<Published> e, IDocumentOperations operations)
    {
        if (!e.Data.First) Forget(e.StreamId, operations);
        foreach (var photo in e.Data.Content.Photos.DistinctBy(p => p.Id))
            if (photo.Hash is { } hash)
                operations.QueueSqlCommand(
                    $"insert into {PhotoHashTable.Name} (listing_id, photo_id, seller_id, number, hash, bands) values (?, ?, ?, ?, ?::bit(64), ?)",
                    e.StreamId, photo.Id, e.Data.SellerId, e.Data.Number, PhotoHashTable.Bits(hash), PhotoHashTable.BandsOf(hash));
    }

    public void Project(IEvent<Sold> e, IDocumentOperations operations) => Forget(e.StreamId, operations);

    public void Project(IEvent<Withdrawn> e, IDocumentOperations operations) => Forget(e.StreamId, operations);

    public void Project(IEvent<Removed> e, IDocumentOperations operations) => Forget(e.StreamId, operations);

    private static void Forget(Guid id, IDocumentOperations operations) =>
        operations.QueueSqlCommand($"delete from {PhotoHashTable.Name} where listing_id = ?", id);
}
