using CsCheck;
using Souq.Kernel;

namespace Souq.Unit.Kernel;

public class SlugsTests
{
    [Theory]
    [InlineData("Téléphones & Œuvres", "telephones-oeuvres")]
    [InlineData("  Voitures d'occasion!  ", "voitures-d-occasion")]
    [InlineData("Béjaïa", "bejaia")]
    [InlineData("M'Sila / Aïn-Témouchent", "m-sila-ain-temouchent")]
    [InlineData("iPhone 13", "iphone-13")]
    [InlineData("شقة F3 وهران", "f3")]
    [InlineData("سيارات", "")]
    [InlineData(null, "")]
    public void A_slug_is_lower_case_ascii(string? text, string slug) => Slugs.Slug(text).ShouldBe(slug);

    [Fact]
    public void A_long_slug_ends_with_a_whole_word() =>
        Slugs.Slug(string.Concat(Enumerable.Repeat("appartement ", 10))).ShouldBe("appartement-appartement-appartement-appartement-appartement-appartement");

    [Fact]
    public void Every_slug_is_safe_and_its_own_slug() => Gen.OneOf(Gen.String, Gen.String[Gen.Char['\u00A0', '\u024F'], 0, 120]).Sample(text =>
    {
        var slug = Slugs.Slug(text);
        return slug.Length <= 80 && slug.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '-')
            && slug.Trim('-') == slug && !slug.Contains("--", StringComparison.Ordinal) && Slugs.Slug(slug) == slug;
    });
}
