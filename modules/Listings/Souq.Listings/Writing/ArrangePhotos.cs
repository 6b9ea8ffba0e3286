using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Listings.Photos;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Listings.Writing;

/// <summary>Photos that have been processed and stored join the draft; those it has already are passed over.</summary>
public sealed record AddPhotos(Guid ListingId, Guid ActorId, IReadOnlyList<ListingPhoto> Photos);

public sealed record RemovePhoto(Guid ListingId, Guid ActorId, string PhotoId);

/// <summary>The photo becomes the first, which cards show.</summary>
public sealed record ChooseCover(Guid ListingId, Guid ActorId, string PhotoId);

/// <param name="PhotoIds">In their new order; as the seller saw them, who may not have seen the newest.</param>
public sealed record ArrangePhotos(Guid ListingId, Guid ActorId, IReadOnlyList<string> PhotoIds);

/// <param name="By">How many places further on; back when negative.</param>
public sealed record MovePhoto(Guid ListingId, Guid ActorId, string PhotoId, int By);

/// <summary>A photo gives its place to the same picture turned, whose files are stored.</summary>
public sealed record TurnPhoto(Guid ListingId, Guid ActorId, string PhotoId, ListingPhoto Turned);

public static class AddPhotosHandler
{
    public static (Events, OutgoingMessages) Handle(AddPhotos command, [WriteModel] Listing listing, ICatalog catalog)
    {
        listing.MustBelongTo(command.ActorId);
        listing.MustBeWritable();
        var known = listing.Draft.Photos.Select(p => p.Picture).ToHashSet();
        var added = command.Photos.Where(p => known.Add(p.Picture)).ToList();
        var limit = catalog.Current.Section(listing.Draft.SectionId)?.PhotoLimit ?? 10;
        if (known.Count > limit) throw new RefusedException("Photo.TooMany", "photos", limit);
        return (new Events(added.Select(p => new PhotoAdded(p))), []);
    }
}

public static class RemovePhotoHandler
{
    public static (Events, OutgoingMessages) Handle(RemovePhoto command, [WriteModel] Listing listing)
    {
        listing.MustBelongTo(command.ActorId);
        listing.MustBeWritable();
        return listing.Draft.Photos.Any(p => p.Id == command.PhotoId) ? ([new PhotoRemoved(command.PhotoId)], []) : ([], []);
    }
}

public static class ChooseCoverHandler
{
    public static (Events, OutgoingMessages) Handle(ChooseCover command, [WriteModel] Listing listing)
    {
        listing.MustBelongTo(command.ActorId);
        listing.MustBeWritable();
        if (listing.Draft.Photos.All(p => p.Id != command.PhotoId)) throw new NotFoundException("The photo");
        return listing.Draft.Cover?.Id == command.PhotoId ? ([], []) : ([new CoverChosen(command.PhotoId)], []);
    }
}

public static class ArrangePhotosHandler
{
    public static (Events, OutgoingMessages) Handle(ArrangePhotos command, [WriteModel] Listing listing)
    {
        listing.MustBelongTo(command.ActorId);
        listing.MustBeWritable();
        return (Decide(listing, command.PhotoIds), []);
    }

    public static Events Decide(Listing listing, IReadOnlyList<string> wanted)
    {
        var now = listing.Draft.Photos.Select(p => p.Id).ToList();
        var ids = PhotoOrder.Arranged(listing.Draft.Photos, wanted).Select(p => p.Id).ToList();
        return ids.SequenceEqual(now) ? [] : [new PhotosArranged(ids)];
    }
}

public static class MovePhotoHandler
{
    public static (Events, OutgoingMessages) Handle(MovePhoto command, [WriteModel] Listing listing)
    {
        listing.MustBelongTo(command.ActorId);
        listing.MustBeWritable();
        return (ArrangePhotosHandler.Decide(listing, PhotoOrder.Moved(listing.Draft.Photos, command.PhotoId, command.By)), []);
    }
}

public static class TurnPhotoHandler
{
    public static (Events, OutgoingMessages) Handle(TurnPhoto command, [WriteModel] Listing listing)
    {
        listing.MustBelongTo(command.ActorId);
        listing.MustBeWritable();
        // Pressed twice, or the photo was taken away meanwhile.
        var photos = listing.Draft.Photos;
        return photos.All(p => p.Id != command.PhotoId) || photos.Any(p => p.Id == command.Turned.Id) ? ([], []) : ([new PhotoTurned(command.PhotoId, command.Turned)], []);
    }
}
