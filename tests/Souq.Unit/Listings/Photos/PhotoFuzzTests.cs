using CsCheck;
using Souq.Kernel;

namespace Souq.Unit.Listings.Photos;

/// <summary>Whatever the bytes, the answer is a photo or a refusal.</summary>
public sealed class PhotoFuzzTests
{
    private static readonly byte[][] s_heads = [
        [], [0xFF, 0xD8, 0xFF, 0xE0], [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], [.. "RIFF\0\0\0\0WEBPVP8 "u8], [.. "RIFF\0\0\0\0WEBPVP8L"u8],
        [.. "RIFF\0\0\0\0WEBPVP8X"u8],
    ];

    private static readonly Lazy<byte[][]> s_whole = new(() =>
    {
        using var picture = Pictures.Grainy(160, 120);
        using var profiled = picture.IccTransform("p3");
        return [
            picture.JpegsaveBuffer(), picture.JpegsaveBuffer(interlace: true), profiled.JpegsaveBuffer(), picture.PngsaveBuffer(),
            picture.PngsaveBuffer(interlace: true, palette: true), picture.WebpsaveBuffer(), picture.WebpsaveBuffer(lossless: true),
        ];
    });

    [Fact]
    public void Random_bytes_behind_a_true_beginning() =>
        Gen.Select(Gen.OneOf([.. s_heads.Select(Gen.Const)]), Gen.Byte.Array[0, 600])
            .Sample((head, tail) => AnswersProperly([.. head, .. tail]), iter: 400, threads: 2);

    [Fact]
    public void Pictures_with_some_bytes_changed_cut_out_or_doubled() =>
        Gen.Select(Gen.Int[0, 6], Gen.Select(Gen.Double.Unit, Gen.Byte).Array[1, 12], Gen.Double.Unit, Gen.Int[-40, 40])
            .Sample((which, changes, where, cut) => AnswersProperly(Mutated(s_whole.Value[which], changes, where, cut)), iter: 400, threads: 2);

    private static byte[] Mutated(byte[] whole, (double At, byte Value)[] changes, double where, int cut)
    {
        var bytes = (byte[])whole.Clone();
        // Squared, so that headers get more than their share.
        foreach (var (at, value) in changes)
            bytes[(int)(at * at * (bytes.Length - 1))] = value;
        var point = (int)(where * (bytes.Length - 1));
        return cut < 0 ? [.. bytes[..point], .. bytes[Math.Min(bytes.Length, point - cut)..]] : [.. bytes[..point], .. bytes[Math.Max(0, point - cut)..]];
    }

    private static void AnswersProperly(byte[] upload)
    {
        try
        {
            var processed = Pictures.Processor.Process(new MemoryStream(upload), "fuzz.jpg").GetAwaiter().GetResult();
            processed.Card.Length.ShouldBeGreaterThan(0);
        }
        catch (RefusedException refused)
        {
            refused.Refusals.ShouldHaveSingleItem().Key.ShouldStartWith("Photo.");
        }
    }
}
