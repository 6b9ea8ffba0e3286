using System.Globalization;
using System.Text.RegularExpressions;
using Souq.Listings.Sharing;
using ZXing;
using ZXing.Common;
using ZXing.QrCode;

namespace Souq.Unit.Listings;

public sealed partial class SharingTests
{
    private const int Dots = 4;

    [Theory]
    [InlineData("http://127.0.0.1:5080/l/10001")]
    [InlineData("https://souq.example/fr/l/123456789")]
    public void A_phone_reads_the_address_from_what_is_drawn(string address) => Read(new SquareCode(address)).ShouldBe(address);

    [Fact]
    public void There_is_paper_around_the_code_or_no_phone_would_find_it()
    {
        var code = new SquareCode("https://souq.example/l/1");
        foreach (var i in Enumerable.Range(0, code.Side))
            foreach (var edge in Enumerable.Range(0, 4))
                code.IsDark(i, edge).ShouldBeFalse();
    }

    [Fact]
    public void Links_carry_title_and_address_whatever_stands_in_them()
    {
        var links = ShareLinks.For("كليو 4 & \"نظيفة\" 100%", new Uri("https://souq.example/l/7")).ToDictionary(l => l.Name, l => l.Href);
        links["WhatsApp"].ShouldStartWith("https://wa.me/?text=%D9%83%D9%84");
        links["WhatsApp"].ShouldEndWith("100%25%0Ahttps%3A%2F%2Fsouq.example%2Fl%2F7");
        links["Facebook"].ShouldBe("https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fsouq.example%2Fl%2F7");
        links.Values.ShouldAllBe(href => !href.Contains(' ') && !href.Contains('"'));
    }

    [Fact]
    public void On_paper_an_address_is_what_somebody_would_type() => ShareLinks.Short(new Uri("https://souq.example/fr/l/7")).ShouldBe("souq.example/fr/l/7");

    /// <summary>Dots in grey from the path itself: what is on the page, and not what was meant.</summary>
    private static string? Read(SquareCode code)
    {
        var side = code.Side * Dots;
        var grey = Enumerable.Repeat((byte)255, side * side).ToArray();
        foreach (Match part in Run().Matches(code.Path()))
        {
            var (x, y, length) = (Number(part, 1), Number(part, 2), Number(part, 3));
            for (var row = y * Dots; row < (y + 1) * Dots; row++) grey.AsSpan((row * side) + (x * Dots), length * Dots).Clear();
        }

        var picture = new RGBLuminanceSource(grey, side, side, RGBLuminanceSource.BitmapFormat.Gray8);
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(picture)))?.Text;
    }

    private static int Number(Match part, int group) => int.Parse(part.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"M(\d+) (\d+)h(\d+)v1H\1z")]
    private static partial Regex Run();
}
