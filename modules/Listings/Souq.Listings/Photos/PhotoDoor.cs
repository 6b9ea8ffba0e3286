using Microsoft.Extensions.Localization;
using Souq.Kernel;
using Souq.Listings.Contracts;

namespace Souq.Listings.Photos;

/// <summary>A photo that somebody beside the adverts shows.</summary>
public sealed record PhotoLoan(Guid Id, string PhotoId, Guid OwnerId)
{
    private static readonly Guid Space = new("9d0a8b0f-6a39-4c62-8a53-3b9f55f0a4d1");

    public static PhotoLoan Of(Guid owner, string photoId) => new(DeterministicGuid.Create(Space, $"{owner:N}|{photoId}"), photoId, owner);
}

/// <inheritdoc cref="IPhotoDoor"/>
public sealed class PhotoDoor(PhotoIntake intake, PhotoProcessor processor, IListingsStore store, IStringLocalizer<PhotoText> text) : IPhotoDoor
{
    public async Task<(LentPhoto? Photo, string? Wrong)> Take(Stream upload, string? fileName, CancellationToken cancellation)
    {
        try
        {
            var photo = await intake.Take(upload, fileName, cancellation);
            return (new LentPhoto(photo.Id, photo.Width, photo.Height, photo.Tone), null);
        }
        catch (RefusedException refused)
        {
            return (null, string.Join(' ', refused.Refusals.Select(r => text[r.Key, r.Args].Value)));
        }
    }

    public async Task<(PrivatePhoto? Photo, string? Wrong)> Draw(Stream upload, string? fileName, CancellationToken cancellation)
    {
        try
        {
            var drawn = await processor.Process(upload, fileName, cancellation);
            return (new PrivatePhoto(drawn.Card, drawn.Zoom, drawn.Photo.Width, drawn.Photo.Height), null);
        }
        catch (RefusedException refused)
        {
            return (null, string.Join(' ', refused.Refusals.Select(r => text[$"Alone.{r.Key}", r.Args].Value)));
        }
    }

    public async Task Lend(Guid owner, IReadOnlyCollection<string> photoIds, CancellationToken cancellation)
    {
        var ids = photoIds.ToArray();
        await using var session = store.LightweightSession();
        session.DeleteWhere<PhotoLoan>(l => l.OwnerId == owner && !ids.Contains(l.PhotoId));
        session.Store(ids.Select(id => PhotoLoan.Of(owner, id)).ToArray());
        await session.SaveChangesAsync(cancellation);
    }
}
