using System.Text;
using CsCheck;
using Souq.Kernel;

namespace Souq.Unit.Kernel;

public class SafeTextTests
{
    [Theory]
    [InlineData("  سيارة \t  للبيع\r\nحالة جيدة ", "سيارة للبيع حالة جيدة")]
    [InlineData("Be\u0301jai\u0308a", "Béjaïa")]
    [InlineData("a\u0000b\u0007c", "abc")]
    [InlineData("\u202Egnp.exe\u202C \u2066x\u2069\u200F\u061C", "gnp.exe x")]
    [InlineData("a\u00A0\u3000\u2003b", "a b")]
    [InlineData("\u3164\u2800\u200B", "")]
    [InlineData("می\u200Cشود 👨\u200D👩\u200D👧", "می\u200Cشود 👨\u200D👩\u200D👧")]
    [InlineData("a\uD800b", "a b")]
    [InlineData("سيّارةٌ", "سيّارةٌ")]
    [InlineData(null, "")]
    public void One_line_is_cleaned(string? text, string clean) => SafeText.Line(text).ShouldBe(clean);

    [Theory]
    [InlineData("a\r\n\r\n\r\n\r\nb\n c \n", "a\n\nb\nc")]
    [InlineData("\n\n a  b \u2028c\u0085d", "a b\nc\nd")]
    [InlineData("a\n \t \nb", "a\n\nb")]
    [InlineData(" \n ", "")]
    public void Line_breaks_are_kept_up_to_one_empty_line(string text, string clean) => SafeText.Lines(text).ShouldBe(clean);

    [Fact]
    public void Towers_of_accents_are_cut() => SafeText.Line("x" + new string('\u0338', 50)).Length.ShouldBe(5);

    [Fact]
    public void Cleaning_twice_changes_nothing() => Texts.Sample(
        text => SafeText.Line(SafeText.Line(text)) == SafeText.Line(text) && SafeText.Lines(SafeText.Lines(text)) == SafeText.Lines(text), iter: 20_000);

    [Fact]
    public void Clean_text_is_composed_and_free_of_what_postgresql_refuses() => Texts.Sample(
        text => SafeText.Lines(text) is var clean && clean.IsNormalized(NormalizationForm.FormC) && !clean.Contains('\0', StringComparison.Ordinal)
            && clean.EnumerateRunes().All(r => r.Value != 0xFFFD),
        iter: 20_000);

    /// <summary>Most texts are clean as they come and are not taken apart; the invisible letter has them looked at one by one.</summary>
    [Fact]
    public void A_text_that_is_seen_to_be_clean_is_what_cleaning_makes_of_it() => Gen.Frequency(
            (6, Gen.Char[' ', '\u017F'].Select(c => c.ToString())), (6, Gen.Char['\u0600', '\u06FF'].Select(c => c.ToString())), (3, Gen.Int[0, 4].Select(i => new[] { "  ", "\n\n", "’", "…", "€" }[i])),
            (1, Gen.Char['\u0300', '\u036F'].Select(c => c.ToString()))).Array[0, 12].Select(string.Concat)
        .Sample(text => SafeText.Line(text) == SafeText.Line(text + "\u200B") && SafeText.Lines(text) == SafeText.Lines(text + "\u200B"), iter: 50_000);

    private static readonly Gen<string> Texts = Gen.Frequency(
            (2, Gen.Char.Select(c => c.ToString())),
            (2, Gen.Char['\u0000', '\u007F'].Select(c => c.ToString())),
            (2, Gen.Char['\u0300', '\u036F'].Select(c => c.ToString())),
            (2, Gen.Char['\u2000', '\u206F'].Select(c => c.ToString())),
            (2, Gen.Char['\u0600', '\u06FF'].Select(c => c.ToString())),
            (1, Gen.Int[0x10000, 0x10FFFF].Select(char.ConvertFromUtf32)))
        .Array[0, 24].Select(string.Concat);
}
