using Marten;
using Souq.Catalog.Contracts;
using Souq.EventStore;
using Souq.Listings.Writing;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;
using Wolverine.Runtime.Handlers;

namespace Souq.Listings.Uploading;

/// <summary>A photo has arrived whole, is worked on and stored: it joins the draft.</summary>
public sealed record FinishUpload(Guid UploadId, Guid ListingId, Guid ActorId, int Size, ListingPhoto Photo);

/// <summary>
/// That an upload has become a photo, so that it does so once: who asks again, or at the same moment elsewhere, is answered the same, even
/// when the seller has taken the photo away since.
/// </summary>
public sealed record FinishedUpload(Guid Id, Guid ListingId, Guid SellerId, string PhotoId, int Size, DateTimeOffset At);

public static class FinishUploadHandler
{
    public static void Configure(HandlerChain chain) => Clashes.DecideAgain(chain);

    public static Task<FinishedUpload?> LoadAsync(FinishUpload command, IDocumentSession session, CancellationToken cancellation) =>
        session.LoadAsync<FinishedUpload>(command.UploadId, cancellation);

    public static (Events, OutgoingMessages) Handle(
        FinishUpload command, [WriteModel] Listing listing, FinishedUpload? finished, ICatalog catalog, IDocumentSession session, TimeProvider time)
    {
        if (finished is not null) return ([], []);
        var added = AddPhotosHandler.Handle(new AddPhotos(command.ListingId, command.ActorId, [command.Photo]), listing, catalog);
        session.Insert(new FinishedUpload(command.UploadId, command.ListingId, command.ActorId, command.Photo.Id, command.Size, time.GetUtcNow()));
        PhotoUploads.Forget(command.UploadId, session);
        return added;
    }
}
