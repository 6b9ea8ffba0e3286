using Souq.Catalog.Contracts;
using Souq.Kernel;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Listings.Writing;

/// <summary>Photos that have been processed and stored join the draft; those it has already are passed over.</summary>
public sealed record AddPhotos(Guid ListingId, Guid ActorId, IReadOnlyList<ListingPhoto> Photos);

public sealed record RemovePhoto(Guid ListingId, Guid ActorId, string PhotoId);

/// <summary>The photo becomes the first, which cards show.</summary>
public sealed record ChooseCover(Guid ListingId, Guid ActorId, string PhotoId);

public static class AddPhotosHandler
{
    public static (Events, OutgoingMessages) Handle(AddPhotos command, [WriteModel] Listing listing, ICatalog catalog)
    {
        listing.MustBelongTo(command.ActorId);
        listing.MustBeWritable();
        var known = listing.Draft.Photos.Select(p => p.Id).ToHashSet();
        var added = command.Photos.Where(p => known.Add(p.Id)).ToList();
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
