using Microsoft.Extensions.Options;
using NetVips;
using Souq.Kernel;

namespace Souq.Listings.Photos;

/// <summary>
/// Turns an upload into WebP files for card, page and zoom: upright, in sRGB, on white where it was transparent, the first frame only,
/// and with nothing of EXIF, GPS, XMP or profiles left. Refuses with <see cref="PhotoRefusals"/>, and throws nothing else for any bytes.
/// </summary>
public sealed class PhotoProcessor : IDisposable
{
    private readonly PhotoOptions _options;
    private readonly SemaphoreSlim _workers;

    public PhotoProcessor(IOptions<PhotoOptions> options)
    {
        _options = options.Value;
        _workers = new SemaphoreSlim(Math.Max(1, _options.Workers));
        VipsLimits.Apply();
    }

    /// <param name="upload">Read to its end, or to the limit.</param>
    /// <param name="fileName">The file's own name, only for refusals.</param>
    /// <exception cref="RefusedException">The file is too large, no picture, too big, too small or broken.</exception>
    public async Task<ProcessedPhoto> Process(Stream upload, string? fileName, CancellationToken cancellation = default)
    {
        var bytes = await UploadReader.Read(upload, _options.MaxBytes, cancellation)
            ?? throw PhotoRefusals.TooLarge(fileName, _options.MaxBytes);
        var format = PhotoFormats.Of(bytes) ?? throw PhotoRefusals.NotAnImage(fileName);

        return await Work(() => Render(bytes, format, fileName), cancellation);
    }

    /// <summary>A stored photo, turned clockwise.</summary>
    /// <param name="zoom">Its biggest file.</param>
    public async Task<ProcessedPhoto> Turn(Stream zoom, string id, int quarters, CancellationToken cancellation = default)
    {
        using var kept = new MemoryStream();
        await zoom.CopyToAsync(kept, cancellation);
        var bytes = kept.ToArray();
        return await Work(() => Turn(bytes, id, quarters), cancellation);
    }

    public void Dispose() => _workers.Dispose();

    private async Task<ProcessedPhoto> Work(Func<ProcessedPhoto> work, CancellationToken cancellation)
    {
        await _workers.WaitAsync(cancellation);
        try
        {
            return await Task.Run(work, cancellation);
        }
        finally
        {
            _workers.Release();
        }
    }

    private static ProcessedPhoto Turn(byte[] bytes, string id, int quarters)
    {
        using var stored = Image.WebploadBuffer(bytes);
        using var turned = stored.Rot((quarters % 4) switch { 1 => Enums.Angle.D90, 2 => Enums.Angle.D180, 3 => Enums.Angle.D270, _ => Enums.Angle.D0 });
        using var upright = turned.CopyMemory();
        return PhotoEncoder.Encode(id, upright, again: true);
    }

    private ProcessedPhoto Render(byte[] bytes, PhotoFormat format, string? fileName)
    {
        try
        {
            using var upright = PhotoDecoder.Decode(bytes, format, fileName, _options);
            return PhotoEncoder.Encode(PhotoId.Of(bytes), upright);
        }
        catch (VipsException)
        {
            throw PhotoRefusals.Broken(fileName);
        }
    }
}
