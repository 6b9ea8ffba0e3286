namespace Souq.Listings.Photos;

/// <summary>Keeps the files of photos. What is saved under an id never changes.</summary>
public interface IPhotoStore
{
    /// <summary>Returns when all files are on disk. Saving a photo again does nothing.</summary>
    Task Save(ProcessedPhoto photo, CancellationToken cancellation = default);

    /// <summary>A file of a photo, or <c>null</c> when there is no such photo or the id is ill-formed. The caller disposes it.</summary>
    Task<Stream?> Open(string id, PhotoSize size, CancellationToken cancellation = default);
}
