using Souq.Kernel;

namespace Souq.Unit.Kernel;

public class ArabicTextFoldTests
{
    [Theory]
    [InlineData("سَيَّارَةٌ", "سياره")]
    [InlineData("سـيـارة", "سياره")]
    [InlineData("آلة أرض إيجار ٱلبيت", "اله ارض ايجار البيت")]
    [InlineData("مؤجر الجزائر كراء", "موجر الجزاير كرا")]
    [InlineData("مستشفى", "مستشفي")]
    [InlineData("ڤيلا پيجو چيب ژيپ", "فيلا بيجو جيب جيب")]
    [InlineData("کلیو گولف ڨالمة", "كليو قولف قالمه")]
    [InlineData("ﺳﻴﺎﺭﺓ ﻻﻧﺪ", "سياره لاند")]
    public void Arabic_letters_take_their_plain_form(string text, string folded) => ArabicText.Fold(text).ShouldBe(folded);

    [Theory]
    [InlineData("Béjaïa ÇA Œuvre cœur ex æquo", "bejaia ca oeuvre coeur ex aequo")]
    [InlineData("Ｓａｍｓｕｎｇ™ ﬁn", "samsung fin")]
    [InlineData("Straße İstanbul", "strasse istanbul")]
    [InlineData("l’appartement d'hôte qu'il", "appartement hote il")]
    [InlineData("M'Sila, N’Gaous", "msila ngaous")]
    [InlineData("Renault-Clio_4/5 (neuf) !", "renault clio 4 5 neuf")]
    public void Latin_letters_lose_case_accents_and_ligatures(string text, string folded) => ArabicText.Fold(text).ShouldBe(folded);

    [Theory]
    [InlineData("٢٠١٨ ۲۰۱۹", "2018 2019")]
    [InlineData("1,6 HDI 1.6HDI ١٫٦", "1.6 hdi 1.6 hdi 1.6")]
    [InlineData("250.000 km 1,250,000 DA 1.250.000,50", "250000 km 1250000 da 1250000.50")]
    [InlineData("1\u202F250\u202F000 دج", "1250000 دج")]
    [InlineData("206,207 12.05.2019 0550.12.34.56", "206 207 12 05 2019 0550 12 34 56")]
    [InlineData("8/128 16 000", "8 128 16 000")]
    [InlineData("0.125 2.0", "0.125 2.0")]
    public void Numbers_keep_decimals_and_lose_thousands_marks(string text, string folded) => ArabicText.Fold(text).ShouldBe(folded);

    [Theory]
    [InlineData("iphone13pro", "iphone 13 pro")]
    [InlineData("128GB 2019م", "128 gb 2019 م")]
    [InlineData("F3 A54s 4x4 4×4 120m²", "f3 a54 s 4 x4 4 x4 120 m2")]
    [InlineData("الـ1.6 ايفون١٣ الiphone", "ال 1.6 ايفون 13 ال iphone")]
    public void Letters_and_digits_part_unless_one_latin_letter_leads(string text, string folded) => ArabicText.Fold(text).ShouldBe(folded);

    [Theory]
    [InlineData("a\u0000b\tc\r\nd", "a b c d")]
    [InlineData("\u202Eabc\u202C \u2066x\u2069 \u200Fش\u200Cق\u200Dة\uFEFF", "abc x شقه")]
    [InlineData("a\uD800b \uDC00", "a b")]
    [InlineData("  \u00A0 ", "")]
    [InlineData("سيارة 🚗👍🏽 للبيع", "سياره للبيع")]
    [InlineData(null, "")]
    public void What_cannot_be_read_disappears(string? text, string folded) => ArabicText.Fold(text).ShouldBe(folded);

    [Fact]
    public void Words_are_the_folded_text_in_order() =>
        ArabicText.Words("شقة F3، شقة").ShouldBe(["شقه", "f3", "شقه"]);

    [Fact]
    public void Nothing_has_no_words() => ArabicText.Words(" !؟ ").ShouldBeEmpty();

    [Theory]
    [InlineData("السجائر", "سجائر")]
    [InlineData("بالسجائر", "سجائر")]
    [InlineData("للسيارات", "سيارات")]
    public void A_word_is_known_without_its_article(string word, string bare) => ArabicText.WithoutArticle(word).ShouldContain(bare);

    [Theory]
    [InlineData("الو")]
    [InlineData("سجائر")]
    [InlineData("clio")]
    [InlineData("")]
    public void What_has_no_article_loses_nothing(string word) => ArabicText.WithoutArticle(word).ShouldBeEmpty();
}
