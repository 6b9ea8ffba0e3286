using Souq.Kernel;

namespace Souq.Unit.Kernel;

public class ArabicTextLexemeTests
{
    [Theory]
    [InlineData("سيارة", "سيارات للبيع")]
    [InlineData("السيارات", "سياره مستعملة")]
    [InlineData("والسيارة", "سيارة")]
    [InlineData("سيارة", "تأمين وسيارة")]
    [InlineData("سيارتي", "سيارة")]
    [InlineData("غرفتين", "غرفة")]
    [InlineData("شقتي", "شقة")]
    [InlineData("للبيع", "بيع")]
    [InlineData("كرا", "وللكراء")]
    [InlineData("بالجزائر", "الجزائر العاصمة")]
    [InlineData("آلات", "آلة خياطة")]
    [InlineData("لغات", "لغة")]
    [InlineData("محركات", "محرك")]
    [InlineData("فيلات", "فيلا")]
    [InlineData("جزائرية", "صناعة جزائري")]
    [InlineData("الحي", "حي 500 مسكن")]
    public void An_arabic_word_finds_its_inflections(string query, string text)
    {
        Finds(query, text).ShouldBeTrue();
        Finds(text.Split(' ').MaxBy(w => w.Length)!, query).ShouldBe(Finds(query, text.Split(' ').MaxBy(w => w.Length)!));
    }

    [Theory]
    [InlineData("voitures", "voiture")]
    [InlineData("appartement", "2 Appartements meublés")]
    [InlineData("animaux", "animal")]
    [InlineData("bateaux", "bateau")]
    [InlineData("meublé", "maisons meublées")]
    [InlineData("Bejaia", "Béjaïa")]
    [InlineData("maison hote", "maison d'hôte")]
    public void A_french_word_finds_its_plurals(string query, string text) => Finds(query, text).ShouldBeTrue();

    [Theory]
    [InlineData("غولف", "ڨولف 7")]
    [InlineData("ڨالمة", "قالمة")]
    [InlineData("ورقلة", "ورڨلة")]
    public void The_maghrebi_g_is_read_both_ways(string query, string text)
    {
        Finds(query, text).ShouldBeTrue();
        Finds(text, query).ShouldBe(!text.Contains('7', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("iphone13", "iPhone 13")]
    [InlineData("F 3", "appartement F3")]
    [InlineData("F3", "appartement F 3")]
    [InlineData("c220", "Mercedes C 220")]
    [InlineData("golf 1,6", "Golf 1.6 TDI")]
    [InlineData("1.6", "محرك الـ1.6")]
    [InlineData("2018", "موديل ٢٠١٨")]
    public void Models_and_numbers_are_found_in_every_spelling(string query, string text) => Finds(query, text).ShouldBeTrue();

    [Theory]
    [InlineData("وهران", "هران")]
    [InlineData("هران", "وهران")]
    [InlineData("ورقلة", "رقلة")]
    [InlineData("بسكرة", "سكر")]
    [InlineData("بنز", "بنزين")]
    [InlineData("كرسي", "كراسات")]
    [InlineData("golf", "ملف")]
    [InlineData("208", "2080")]
    [InlineData("F3", "F33")]
    [InlineData("F3", "3")]
    [InlineData("1.6", "1 6")]
    public void Words_that_only_look_alike_do_not_find_each_other(string query, string text) => Finds(query, text).ShouldBeFalse();

    [Fact]
    public void All_words_are_asked_for_but_the_little_ones() =>
        ArabicText.Query("شقة في وهران").Select(t => t.Word).ShouldBe(["شقه", "وهران"]);

    [Fact]
    public void Little_words_alone_are_asked_for() => ArabicText.Query("في").Count.ShouldBe(1);

    [Fact]
    public void A_name_of_the_lexicon_is_not_cut_at_its_end_and_its_synonyms_are_asked_for_with_their_stems()
    {
        var lexicon = new Lexicon();
        ArabicText.Lexemes("البليدة", lexicon).ShouldBe(["البليده", "بليده"]);
        ArabicText.Query("tonobil", lexicon).Single().Alternatives.ShouldBe(["tonobil", "سياره", "سيار"]);
    }

    private static bool Finds(string query, string text) =>
        ArabicText.Query(query) is { Count: > 0 } terms && terms.All(term => term.IsMetBy(ArabicText.Lexemes(text)));

    private sealed class Lexicon : ILexicon
    {
        public bool IsName(string word) => word == "البليده";

        public IEnumerable<string> SameAs(string word) => word == "tonobil" ? ["سياره"] : [];
    }
}
