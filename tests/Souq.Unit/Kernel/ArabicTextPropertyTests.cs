using System.Globalization;
using System.Text;
using CsCheck;
using Souq.Catalog;
using Souq.Kernel;

namespace Souq.Unit.Kernel;

public class ArabicTextPropertyTests
{
    private static readonly string[] Telling =
        ["1", "25", "000", ".", ",", "٬", "'", "’", " ", "l", "m", "F", "ڨ", "ال", "و", "ات", "ة", "ـ", "\u202F", "\u200D"];

    /// <summary>Anything at all, rich in what people write here and in what decides between rules.</summary>
    private static readonly Gen<string> Texts = Gen.Frequency(
            (3, Gen.Char.Select(c => c.ToString())),
            (3, Gen.Char['\u0600', '\u06FF'].Select(c => c.ToString())),
            (1, Gen.Char['\uFB50', '\uFEFF'].Select(c => c.ToString())),
            (2, Gen.Char['\u00A0', '\u036F'].Select(c => c.ToString())),
            (3, Gen.Char[' ', '~'].Select(c => c.ToString())),
            (3, Gen.Int[0, Telling.Length - 1].Select(i => Telling[i])),
            (1, Gen.Int[0x10000, 0x10FFFF].Select(char.ConvertFromUtf32)))
        .Array[0, 24].Select(string.Concat);

    [Fact]
    public void Folding_twice_changes_nothing() =>
        Texts.Sample(text => ArabicText.Fold(ArabicText.Fold(text)) == ArabicText.Fold(text), iter: 20_000);

    [Fact]
    public void Folding_any_character_among_others_is_stable()
    {
        var unstable = new List<string>();
        // Above lie ideographs, tags and private use, which take the same paths.
        for (var value = 0; value <= 0x1FFFF; value++)
        {
            if (value is >= 0xD800 and <= 0xDFFF) continue;
            var folded = ArabicText.Fold($"m{char.ConvertFromUtf32(value)}1{char.ConvertFromUtf32(value)}ب'{char.ConvertFromUtf32(value)}a");
            if (ArabicText.Fold(folded) != folded || !IsPlain(folded)) unstable.Add($"{value:X}: {folded}");
        }

        unstable.Take(10).ShouldBeEmpty();
    }

    [Fact]
    public void Folded_text_holds_letters_digits_decimal_points_and_single_spaces() => Texts.Sample(text => IsPlain(ArabicText.Fold(text)), iter: 20_000);

    [Fact]
    public void Composed_and_decomposed_text_fold_alike() => Texts.Sample(
        text => ArabicText.Fold(Valid(text).Normalize(NormalizationForm.FormD)) == ArabicText.Fold(Valid(text).Normalize(NormalizationForm.FormC)),
        iter: 5_000);

    [Fact]
    public void Every_word_of_a_text_finds_the_text() => Texts.Select(Unmarked).Sample(
        text => ArabicText.Query(text).All(term => term.IsMetBy(ArabicText.Lexemes(text))), iter: 5_000);

    [Fact]
    public void Whatever_is_typed_can_be_asked_with_a_lexicon_too() => Texts.Sample(
        text => IsSafe(ArabicText.ToTsQuery(text, prefixLast: true, ShippedCatalog.Load().Lexicon)), iter: 5_000);

    [Fact]
    public void Query_text_is_lexemes_in_quotes_and_operators_alone() => Texts.Sample(
        text => IsSafe(ArabicText.ToTsQuery(text, prefixLast: true)), iter: 5_000);

    [Fact]
    public void Vector_text_is_lexemes_in_quotes_with_weighted_positions() => Texts.Sample(
        text => ArabicText.ToTsVector(text, text).ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(part => part.Split(':') is [['\'', .. var lexeme, '\''], [.., 'A' or 'B' or 'C' or 'D']] && IsLexeme(lexeme)),
        iter: 5_000);

    private static readonly string[] Named = ["F", "f 3", "3", "12", "250", "000", "ڨولف 7", "c'", "'est", "Renault Clio"];

    private static readonly Gen<string> Names = Gen.Frequency((2, Texts), (1, Gen.Int[0, Named.Length - 1].Select(i => Named[i])));

    /// <summary>They are remembered apart; an index made before knows no difference.</summary>
    [Fact]
    public void Names_after_a_title_are_read_as_if_all_were_one_text() => Gen.Select(Names, Names.Array[0, 5]).Sample((title, names) =>
        ArabicText.ToTsVector(title, names, "", null).ToString() == ArabicText.ToTsVector(string.Join(" \n ", names.Prepend(title))).ToString(), iter: 20_000);

    private static string Valid(string text) => string.Concat(text.EnumerateRunes());

    private static readonly char[] Marks = ['"', '“', '”', '„', '«', '»', '-'];

    /// <summary>Quotes and hyphens say how words are meant.</summary>
    private static string Unmarked(string text) => string.Concat(text.Select(c => Marks.Contains(c) ? ' ' : c));

    /// <summary>Between the quotes nothing but letters and digits, outside them nothing but operators; brackets come in pairs.</summary>
    private static bool IsSafe(string query)
    {
        var parts = query.Split('\'');
        var outside = string.Concat(parts.Where((_, i) => i % 2 == 0)).Replace("<->", "", StringComparison.Ordinal);
        return parts.Length % 2 == 1 && outside.Count(c => c == '(') == outside.Count(c => c == ')') && outside.All(c => " &|!():*".Contains(c))
            && parts.Where((_, i) => i % 2 == 1).All(IsLexeme);
    }

    private static bool IsLexeme(string word) => word.TrimStart('~') is { Length: > 0 } letters
        && letters.EnumerateRunes().All(r => Rune.IsLetter(r) || char.IsAsciiDigit((char)r.Value) || r.Value == '.');

    private static bool IsPlain(string folded) =>
        folded.Split(' ') is var words && (folded.Length == 0 || words.All(w => w.Length > 0)) && folded.EnumerateRunes().All(r =>
            r.Value is ' ' or '.' or >= '0' and <= '9'
            || Rune.GetUnicodeCategory(r) is UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter
            || Rune.GetUnicodeCategory(r) is UnicodeCategory.UppercaseLetter && Rune.ToLowerInvariant(r) == r);
}
