using Souq.Kernel;

namespace Souq.Unit.Kernel;

public class ArabicTextTsTests
{
    [Fact]
    public void A_query_asks_for_all_terms_by_any_form() =>
        ArabicText.ToTsQuery("سيارة clio").ShouldBe("('سياره' | 'سيار') & 'clio'");

    [Fact]
    public void Quotes_and_operators_of_the_asker_do_not_survive() =>
        ArabicText.ToTsQuery("x' | !b:* \\ & <-> 'c\"").ShouldBe("'x' & 'b' & 'c'");

    [Fact]
    public void The_last_word_may_go_on() => ArabicText.ToTsQuery("clio cam", prefixLast: true).ShouldBe("'clio' & 'cam':*");

    [Theory]
    [InlineData("peugeot 208", "'peugeot' & '208'")]
    [InlineData("F3", "'f3'")]
    public void A_number_may_not_go_on(string words, string query) => ArabicText.ToTsQuery(words, prefixLast: true).ShouldBe(query);

    [Fact]
    public void No_words_ask_for_nothing() => ArabicText.ToTsQuery(" ؟! ", prefixLast: true).ShouldBe("");

    [Fact]
    public void A_vector_tells_title_from_body_and_words_from_stems() =>
        ArabicText.ToTsVector("سيارة", "voitures").ToString().ShouldBe("'سياره':1A 'سيار':1B 'voitures':11C 'voiture':11D");

    [Fact]
    public void Huge_words_and_texts_stay_within_what_postgresql_takes()
    {
        ArabicText.ToTsVector(new string('ب', 5000)).ToString().Length.ShouldBeLessThan(200);
        ArabicText.ToTsVector("", string.Concat(Enumerable.Repeat("كلمة ", 100_000))).ToString().Length.ShouldBeLessThan(200_000);
        ArabicText.Query(string.Concat(Enumerable.Range(1, 5000).Select(i => $"{i} "))).Count.ShouldBe(16);
    }
}
