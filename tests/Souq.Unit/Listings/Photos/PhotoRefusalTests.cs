using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;
using Microsoft.AspNetCore.Http;
using NetVips;
using Souq.Listings.Photos;

namespace Souq.Unit.Listings.Photos;

public sealed class PhotoRefusalTests
{
    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"400\" height=\"400\"><rect width=\"400\" height=\"400\"/></svg>")]
    [InlineData("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>")]
    [InlineData("%PDF-1.7\n1 0 obj")]
    [InlineData("GIF89a\u0001\u0001")]
    [InlineData("\0\0\0\u0018ftypheic\0\0\0\0")]
    [InlineData("II*\0\u0008\0\0\0")]
    [InlineData("BM\0\0")]
    [InlineData("I am a letter, not a picture.")]
    [InlineData("RIFF\0\0\0\0WAVEfmt ")]
    [InlineData("")]
    public async Task What_only_calls_itself_jpg_is_refused_by_name(string content) =>
        (await Pictures.RefusalOf(Encoding.Latin1.GetBytes(content), "my car.jpg")).ShouldBe("Photo.NotAnImage");

    [Fact]
    public async Task A_bomb_is_refused_before_it_is_unpacked()
    {
        var bomb = PngHeader(30_000, 30_000);
        var clock = Stopwatch.StartNew();

        (await Pictures.RefusalOf(bomb, "bomb.png")).ShouldBe("Photo.TooManyPixels");
        (await Pictures.RefusalOf(PngHeader(60_000, 200), "scroll.png")).ShouldBe("Photo.TooManyPixels");

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_picture_that_must_be_unpacked_whole_may_have_fewer_pixels()
    {
        using var big = Image.Black(6000, 5000, 3).Copy(interpretation: Enums.Interpretation.Srgb);

        (await Pictures.RefusalOf(big.JpegsaveBuffer(interlace: true))).ShouldBe("Photo.TooManyPixels");
        (await Pictures.Process(big.JpegsaveBuffer())).Photo.Width.ShouldBe(1800);
    }

    [Fact]
    public async Task A_speck_is_refused()
    {
        using var speck = Pictures.Quarters(640, 99);
        (await Pictures.RefusalOf(speck.PngsaveBuffer(), "icon.png")).ShouldBe("Photo.TooSmall");
    }

    [Fact]
    public async Task What_did_not_arrive_whole_is_refused()
    {
        using var picture = Pictures.Grainy(800, 600);
        foreach (var whole in (byte[][])[picture.JpegsaveBuffer(), picture.JpegsaveBuffer(interlace: true), picture.PngsaveBuffer(), picture.WebpsaveBuffer()])
        {
            await Pictures.Process(whole);
            foreach (var part in (double[])[0.05, 0.3, 0.6, 0.9, 0.99])
                (await Pictures.RefusalOf(whole[..(int)(whole.Length * part)])).ShouldBe("Photo.Broken", $"{part:P0} of {whole.Length}");
        }
    }

    [Fact]
    public async Task Fifteen_megabytes_are_the_limit_whether_the_length_is_known_or_not()
    {
        var refused = await Pictures.RefusalOf(new byte[15 * 1024 * 1024 + 1], "huge.jpg");
        refused.ShouldBe("Photo.TooLarge");

        var unknown = new BufferedStream(new UnknownLength(new byte[15 * 1024 * 1024 + 1]));
        var thrown = await Should.ThrowAsync<Souq.Kernel.RefusedException>(() => Pictures.Processor.Process(unknown, "huge.jpg"));
        thrown.Refusals.ShouldHaveSingleItem().Key.ShouldBe("Photo.TooLarge");
    }

    [Theory]
    [InlineData(@"C:\Users\me\car.jpg", "car.jpg")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("gpj.\u202Eexe", "gpj.exe")]
    [InlineData("  ", "?")]
    [InlineData(null, "?")]
    public void A_file_is_shown_by_a_harmless_name(string? name, string shown) => PhotoRefusals.Shown(name).ShouldBe(shown);

    [Fact]
    public async Task The_good_files_of_an_upload_stay_when_others_are_refused()
    {
        using var folder = new TemporaryFolder();
        var intake = new PhotoIntake(Pictures.Processor, folder.Store());
        using var picture = Pictures.Quarters();
        var good = picture.JpegsaveBuffer();

        var taken = await intake.TakeAll([
            File("front.jpg", good), File("plan.jpg", "<svg/>"u8.ToArray()), File("twice.jpg", good), File("half.jpg", good[..^400]), File("", []),
        ], TestContext.Current.CancellationToken);

        taken.Kept.ShouldHaveSingleItem().Id.ShouldBe(PhotoId.Of(good));
        taken.Refused.Select(refusal => (refusal.Key, refusal.Args[0]))
            .ShouldBe([("Photo.NotAnImage", "plan.jpg"), ("Photo.Broken", "half.jpg")]);
    }

    private static FormFile File(string name, byte[] content) => new(new MemoryStream(content), 0, content.Length, "photos", name);

    private static byte[] PngHeader(int width, int height)
    {
        byte[] png = [0x89, .. "PNG\r\n\u001A\n"u8, 0, 0, 0, 13, .. "IHDR"u8, .. new byte[8], 8, 2, 0, 0, 0, .. new byte[4],
            0, 0, 0, 0, .. "IDAT"u8, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc(png.AsSpan(12, 17)));
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(41), Crc(png.AsSpan(37, 4)));
        return png;
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
        }

        return ~crc;
    }

    private sealed class UnknownLength(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;
    }
}
