using System.Text;
using NetVips;
using Souq.Listings.Photos;

namespace Souq.Unit.Listings.Photos;

public sealed class PhotoPrivacyTests
{
    [Fact]
    public async Task Where_when_and_by_whom_it_was_taken_is_gone()
    {
        using var picture = Pictures.Quarters();
        using var told = picture.Mutate(m =>
        {
            m.Set(GValue.GStrType, "exif-ifd0-Make", "SecretPhoneMaker");
            m.Set(GValue.GStrType, "exif-ifd0-Artist", "Secret Person");
            m.Set(GValue.GStrType, "exif-ifd3-GPSLatitude", "35/1 41/1 50/1");
            m.Set(GValue.GStrType, "exif-ifd3-GPSLatitudeRef", "N");
            m.Set(GValue.BlobType, "xmp-data", Encoding.UTF8.GetBytes("<x:xmpmeta>SecretPlace</x:xmpmeta>"));
        });
        using var profiled = told.IccTransform("p3");
        var upload = profiled.JpegsaveBuffer();
        Encoding.Latin1.GetString(upload).ShouldContain("SecretPhoneMaker");
        using (var sent = Image.JpegloadBuffer(upload))
            sent.GetFields().ShouldContain(field => field.Contains("GPSLatitude"));

        var processed = await Pictures.Process(upload);

        foreach (var file in PhotoSizes.All.Select(processed.At))
        {
            Encoding.Latin1.GetString(file).ShouldNotContain("Secret");
            using var kept = Image.WebploadBuffer(file);
            kept.GetFields().ShouldNotContain(field =>
                field.StartsWith("exif") || field.StartsWith("xmp") || field.StartsWith("iptc") || field.StartsWith("icc") || field == "orientation");
        }
    }

    [Fact]
    public async Task Colours_of_a_wide_gamut_stay_what_they_looked_like()
    {
        using var green = Pictures.Plain(200, 200, 60, 180, 75);
        using var wide = green.IccTransform("p3", embedded: false, inputProfile: "srgb");
        wide.Getpoint(9, 9)[0].ShouldBeGreaterThan(80, "the numbers of the wide profile differ");

        using var page = Image.WebploadBuffer((await Pictures.Process(wide.PngsaveBuffer())).Page);

        foreach (var (seen, meant) in page.Getpoint(9, 9).Zip([60, 180, 75]))
            seen.ShouldBe(meant, 6);
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6), InlineData(7), InlineData(8)]
    public async Task A_photo_stands_upright_however_the_phone_was_held(int orientation)
    {
        using var upright = Pictures.Quarters();
        using var held = AsHeld(upright, orientation).Mutate(m => m.Set(GValue.GIntType, "orientation", orientation));
        var upload = held.JpegsaveBuffer(q: 95);
        using (var sent = Image.JpegloadBuffer(upload))
            sent.Get("orientation").ShouldBe(orientation);

        var processed = await Pictures.Process(upload);

        (processed.Photo.Width, processed.Photo.Height).ShouldBe((320, 240));
        foreach (var size in PhotoSizes.All)
        {
            using var kept = Image.WebploadBuffer(processed.At(size));
            foreach (var (x, y) in (ReadOnlySpan<(int, int)>)[(80, 60), (240, 60), (80, 180), (240, 180)])
                foreach (var (seen, meant) in kept.Getpoint(x, y).Zip(upright.Getpoint(x, y)))
                    seen.ShouldBe(meant, 20, $"orientation {orientation}, {size}, at {x},{y}");
        }
    }

    /// <summary>How the sensor stores an upright scene under that EXIF orientation: the inverse of what a viewer has to do.</summary>
    private static Image AsHeld(Image upright, int orientation) => orientation switch
    {
        2 => upright.FlipHor(),
        3 => upright.Rot180(),
        4 => upright.FlipVer(),
        5 => upright.Rot90().FlipHor(),
        6 => upright.Rot270(),
        7 => upright.Rot270().FlipHor(),
        8 => upright.Rot90(),
        _ => upright.Copy(),
    };
}
