using Microsoft.AspNetCore.Http;
using Souq.Kernel;

namespace Souq.Listings.Photos;

/// <summary>What became of the files of one upload.</summary>
public sealed record TakenPhotos(IReadOnlyList<Photo> Kept, IReadOnlyList<Refusal> Refused);

/// <summary>The door for photos: works on an upload and keeps it.</summary>
public sealed class PhotoIntake(PhotoProcessor processor, IPhotoStore store)
{
    /// <summary>The photo is on disk when this returns.</summary>
    /// <exception cref="RefusedException">See <see cref="PhotoRefusals"/>.</exception>
    public async Task<Photo> Take(Stream upload, string? fileName, CancellationToken cancellation = default)
    {
        var processed = await processor.Process(upload, fileName, cancellation);
        await store.Save(processed, cancellation);
        return processed.Photo;
    }

    /// <summary>
    /// The photo a quarter turn further, clockwise; on disk when this returns. Each turn is made from what was uploaded, never from a turned
    /// one, so however often somebody turns nothing gets worse, and the fourth turn is the photo itself.
    /// </summary>
    /// <exception cref="NotFoundException">Its files are not there.</exception>
    public async Task<Photo> Turn(string photoId, string picture, CancellationToken cancellation = default)
    {
        await using var zoom = await store.Open(picture, PhotoSize.Zoom, cancellation) ?? throw new NotFoundException("The photo");
        var quarters = PhotoTurn.Of(picture, photoId) + 1;
        var turned = await processor.Turn(zoom, PhotoTurn.IdOf(picture, quarters), quarters, cancellation);
        await store.Save(turned, cancellation);
        return turned.Photo;
    }

    /// <summary>Takes what is good and says of each other file, by its name, why not. Empty file inputs of a form are passed over.</summary>
    public async Task<TakenPhotos> TakeAll(IEnumerable<IFormFile> files, CancellationToken cancellation = default)
    {
        var kept = new List<Photo>();
        var refused = new List<Refusal>();
        foreach (var file in files.Where(file => file.Length > 0 || file.FileName.Length > 0))
        {
            try
            {
                await using var stream = file.OpenReadStream();
                kept.Add(await Take(stream, file.FileName, cancellation));
            }
            catch (RefusedException refusal)
            {
                refused.AddRange(refusal.Refusals);
            }
        }

        return new TakenPhotos([.. kept.DistinctBy(photo => photo.Id)], refused);
    }
}
