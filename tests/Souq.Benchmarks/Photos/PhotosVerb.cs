using System.Globalization;
using Microsoft.Extensions.Options;
using NetVips;
using Souq.Host.Demo.Pictures;
using Souq.Listings.Photos;

namespace Souq.Benchmarks.Photos;

/// <summary>The goal: a 12-megapixel JPEG becomes all its sizes within 1.3 × the time NetVips alone takes for them.</summary>
internal static class PhotosVerb
{
    private const double Goal = 1.3;
    private const int Rounds = 15;

    public static async Task<int> Run(string[] args)
    {
        var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : Rounds;
        using var processor = new PhotoProcessor(Options.Create(new PhotoOptions { Workers = 1 }));
        var upload = Upload();
        var (ours, alone) = await Race.Run(
            rounds, () => processor.Process(new MemoryStream(upload), "photo.jpg"), () => Task.Run(() => Alone(upload)));
        var ratio = ours / alone;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"photos: 4000 x 3000 JPEG of {upload.Length / 1_000_000.0:0.0} MB, {rounds} rounds: ours {ours:0.0} ms, NetVips alone {alone:0.0} ms, ratio {ratio:0.000} (goal {Goal})"));
        return ratio <= Goal ? 0 : 1;
    }

    /// <summary>As a phone takes it: edges, planes and grain.</summary>
    private static byte[] Upload()
    {
        using var drawn = Image.NewFromBuffer(DemoPictures.Draw("hatchback", 1, 0));
        using var big = drawn.Resize(4000.0 / drawn.Width);
        using var grain = Image.Gaussnoise(big.Width, big.Height, sigma: 5, mean: 0, seed: 7);
        using var grainy = (big + grain).Cast(Enums.BandFormat.Uchar);
        return grainy.JpegsaveBuffer(q: 88);
    }

    /// <summary>The shortest way to the same files: each size from the next bigger, the same encoder, nothing looked at or checked.</summary>
    private static void Alone(byte[] upload)
    {
        using var zoom = Fit(Image.ThumbnailBuffer(upload, 1800, height: 1800, size: Enums.Size.Down));
        using var page = Fit(zoom.ThumbnailImage(900, height: 1200, size: Enums.Size.Down));
        using var card = Fit(page.ThumbnailImage(400, height: 534, size: Enums.Size.Down));
        foreach (var size in (Image[])[card, page, zoom]) size.WebpsaveBuffer(q: 75, effort: 2, keep: Enums.ForeignKeep.None);
    }

    private static Image Fit(Image image)
    {
        using (image) return image.CopyMemory();
    }
}
