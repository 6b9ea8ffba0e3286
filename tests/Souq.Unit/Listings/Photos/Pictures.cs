using Microsoft.Extensions.Options;
using NetVips;
using Souq.Kernel;
using Souq.Listings.Photos;

namespace Souq.Unit.Listings.Photos;

/// <summary>Pictures to upload, and the processor that takes them.</summary>
internal static class Pictures
{
    public static PhotoProcessor Processor { get; } = new(Options.Create(new PhotoOptions { Workers = 2 }));

    /// <summary>Red, green, blue and white quarters: whatever turns or mirrors it shows.</summary>
    public static Image Quarters(int width = 320, int height = 240)
    {
        using var red = Plain(width / 2, height / 2, 255, 0, 0);
        using var green = Plain(width - width / 2, height / 2, 0, 255, 0);
        using var blue = Plain(width / 2, height - height / 2, 0, 0, 255);
        using var white = Plain(width - width / 2, height - height / 2, 255, 255, 255);
        return Image.Arrayjoin([red.Join(green, Enums.Direction.Horizontal), blue.Join(white, Enums.Direction.Horizontal)], across: 1)
            .Crop(0, 0, width, height);
    }

    public static Image Plain(int width, int height, params double[] colour)
    {
        using var black = Image.Black(width, height, 3);
        return (black + colour).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
    }

    /// <summary>Grain and colour like a photo's, so that a file is as big as a photo's.</summary>
    public static Image Grainy(int width, int height)
    {
        using var grain = Image.Gaussnoise(width, height, sigma: 12, mean: 128, seed: 1);
        using var slope = Image.Xyz(width, height);
        using var red = slope.ExtractBand(0) * (120.0 / width) + grain - 60;
        using var green = slope.ExtractBand(1) * (120.0 / height) + grain - 60;
        using var joined = red.Bandjoin(green, grain);
        return joined.Copy(interpretation: Enums.Interpretation.Srgb).Cast(Enums.BandFormat.Uchar);
    }

    public static Task<ProcessedPhoto> Process(byte[] upload, string name = "photo.jpg") =>
        Processor.Process(new MemoryStream(upload), name, TestContext.Current.CancellationToken);

    /// <summary>The key of the refusal these bytes meet, having checked that it names the file.</summary>
    public static async Task<string> RefusalOf(byte[] upload, string name = "photo.jpg")
    {
        var refusal = (await Should.ThrowAsync<RefusedException>(() => Process(upload, name))).Refusals.ShouldHaveSingleItem();
        refusal.Field.ShouldBe(PhotoRefusals.Field);
        refusal.Args[0].ShouldBe(name);
        return refusal.Key;
    }
}
