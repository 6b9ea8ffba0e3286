namespace Souq.Listings.Contracts;

/// <summary>A photo that another module shows: a store's logo.</summary>
/// <param name="Id">See <see cref="PhotoAddress"/>.</param>
/// <param name="Tone">Its average colour, 0–63.</param>
public sealed record LentPhoto(string Id, int Width, int Height, int Tone);

/// <summary>A photo that not everybody may see: its files are with whoever asked for them, and nowhere else.</summary>
/// <param name="Card">WebP, up to 400 wide.</param>
/// <param name="Zoom">WebP, up to 1,800 on the longer side; as large as it is told to be here.</param>
public sealed record PrivatePhoto(byte[] Card, byte[] Zoom, int Width, int Height);

/// <summary>The one way for a picture into the market, for modules beside Listings: checked, turned upright, without EXIF, in all sizes.</summary>
public interface IPhotoDoor
{
    /// <summary>The photo is on disk when this returns; or why not, as a sentence in the reader's language. It is kept for two days unless lent.</summary>
    Task<(LentPhoto? Photo, string? Wrong)> Take(Stream upload, string? fileName, CancellationToken cancellation);

    /// <summary>The same of a photo that must not have an address of its own: nothing is kept here. Or why not, as a sentence in the reader's language.</summary>
    Task<(PrivatePhoto? Photo, string? Wrong)> Draw(Stream upload, string? fileName, CancellationToken cancellation);

    /// <summary>Says which photos an owner shows from now on; they stay as long as he does, all others of his may go.</summary>
    /// <param name="owner">Such as the id of a store.</param>
    Task Lend(Guid owner, IReadOnlyCollection<string> photoIds, CancellationToken cancellation);
}
