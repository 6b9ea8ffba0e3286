using NetVips;
using Souq.Listings.Photos;

namespace Souq.Unit.Listings.Photos;

public sealed class PhotoRenditionTests
{
    [Fact]
    public async Task Card_page_and_zoom_are_webp_that_fit_their_boxes()
    {
        using var picture = Pictures.Grainy(2400, 1800);
        var processed = await Pictures.Process(picture.JpegsaveBuffer());

        foreach (var size in PhotoSizes.All)
        {
            using var rendition = Image.WebploadBuffer(processed.At(size));
            (rendition.Width, rendition.Height).ShouldBe(processed.Photo.At(size));
        }

        processed.Photo.At(PhotoSize.Card).ShouldBe((400, 300));
        processed.Photo.At(PhotoSize.Page).ShouldBe((900, 675));
        processed.Photo.At(PhotoSize.Zoom).ShouldBe((1800, 1350));
        (processed.Photo.CardBytes, processed.Photo.PageBytes, processed.Photo.ZoomBytes)
            .ShouldBe((processed.Card.Length, processed.Page.Length, processed.Zoom.Length));
    }

    [Theory]
    [InlineData(1200, 1600)]
    [InlineData(701, 463)]
    [InlineData(3001, 333)]
    [InlineData(101, 997)]
    public async Task The_record_knows_the_pixels_of_every_file(int width, int height)
    {
        using var picture = Pictures.Quarters(width, height);
        var processed = await Pictures.Process(picture.PngsaveBuffer());

        foreach (var size in PhotoSizes.All)
        {
            using var rendition = Image.WebploadBuffer(processed.At(size));
            (rendition.Width, rendition.Height).ShouldBe(processed.Photo.At(size), size.ToString());
        }
    }

    [Fact]
    public async Task A_small_photo_is_never_enlarged()
    {
        using var picture = Pictures.Quarters(320, 240);
        var photo = (await Pictures.Process(picture.JpegsaveBuffer())).Photo;

        PhotoSizes.All.Select(photo.At).Distinct().ShouldHaveSingleItem().ShouldBe((320, 240));
    }

    [Fact]
    public async Task The_same_file_is_the_same_photo_and_another_is_not()
    {
        using var picture = Pictures.Quarters();
        var file = picture.JpegsaveBuffer();

        (await Pictures.Process(file)).Photo.ShouldBe((await Pictures.Process(file, "other name.jpg")).Photo);
        (await Pictures.Process(picture.PngsaveBuffer())).Photo.Id.ShouldNotBe((await Pictures.Process(file)).Photo.Id);
        PhotoId.IsValid((await Pictures.Process(file)).Photo.Id).ShouldBeTrue();
    }

    [Theory]
    [InlineData(255, 255, 255, 63)]
    [InlineData(0, 0, 0, 0)]
    [InlineData(250, 90, 10, 3 * 16 + 1 * 4)]
    [InlineData(20, 170, 80, 2 * 4 + 1)]
    public async Task The_tone_is_the_average_colour_on_a_grid_of_four(int red, int green, int blue, int tone)
    {
        using var plain = Pictures.Plain(200, 150, red, green, blue);

        (await Pictures.Process(plain.PngsaveBuffer())).Photo.Tone.ShouldBe(tone);
    }

    [Fact]
    public async Task What_is_transparent_is_shown_on_white()
    {
        using var picture = Pictures.Quarters();
        using var clear = picture.Bandjoin(0);
        foreach (var upload in (byte[][])[clear.PngsaveBuffer(), clear.WebpsaveBuffer(lossless: true)])
        {
            using var card = Image.WebploadBuffer((await Pictures.Process(upload)).Card);
            card.Bands.ShouldBe(3);
            card.Avg().ShouldBeGreaterThan(250);
        }
    }

    [Fact]
    public async Task Of_a_moving_picture_the_first_frame_is_taken()
    {
        using var first = Pictures.Quarters();
        using var second = Image.Black(320, 240, 3);
        using var both = first.Join(second, Enums.Direction.Vertical).Mutate(m => m.Set(GValue.GIntType, "page-height", 240));

        var photo = await Pictures.Process(both.WebpsaveBuffer(lossless: true));

        (photo.Photo.Width, photo.Photo.Height).ShouldBe((320, 240));
        using var card = Image.WebploadBuffer(photo.Card);
        card.Avg().ShouldBeGreaterThan(60);
    }

    [Fact]
    public async Task Of_a_photo_with_a_film_behind_it_the_photo_is_taken()
    {
        using var picture = Pictures.Quarters();
        byte[] upload = [.. picture.JpegsaveBuffer(), .. "\0\0\0\u0018ftypmp42"u8, .. new byte[5000]];

        (await Pictures.Process(upload)).Photo.Width.ShouldBe(320);
    }

    [Fact]
    public async Task Twelve_megapixels_of_a_phone_become_three_light_files()
    {
        using var picture = Pictures.Grainy(4000, 3000);
        var processed = await Pictures.Process(picture.JpegsaveBuffer(q: 88));

        processed.Photo.At(PhotoSize.Zoom).ShouldBe((1800, 1350));
        processed.Photo.CardBytes.ShouldBeLessThan(40_000);
    }

    [Fact]
    public async Task Grey_deep_indexed_and_cmyk_pictures_become_plain_colour()
    {
        using var picture = Pictures.Quarters();
        using var grey = picture.Colourspace(Enums.Interpretation.Bw);
        using var deep = picture.Colourspace(Enums.Interpretation.Rgb16);
        using var cmyk = picture.Colourspace(Enums.Interpretation.Cmyk);
        foreach (var upload in (byte[][])[grey.JpegsaveBuffer(), deep.PngsaveBuffer(), picture.PngsaveBuffer(palette: true), cmyk.JpegsaveBuffer(),
            grey.PngsaveBuffer(bitdepth: 1)])
        {
            using var page = Image.WebploadBuffer((await Pictures.Process(upload)).Page);
            (page.Bands, page.Interpretation).ShouldBe((3, Enums.Interpretation.Srgb));
        }

        // Black ink alone is not what red looks like: the colours came through.
        using var red = Image.WebploadBuffer((await Pictures.Process(cmyk.JpegsaveBuffer())).Page);
        var corner = red.Getpoint(20, 20);
        corner[0].ShouldBeGreaterThan(180);
        corner[1].ShouldBeLessThan(80);
    }
}
