using Souq.Catalog;
using Souq.Kernel;
using Souq.Listings.Suggesting;

namespace Souq.Unit.Search;

/// <summary>How a line of words may go on.</summary>
public class SuggestionTests
{
    private static readonly KnownWords Known = KnownOf(
        ("samsung", 40), ("galaxy", 30), ("golf", 25), ("gold", 3), ("clio", 20), ("renault", 22), ("oran", 9), ("orange", 4), ("طاوله", 7), ("طابعه", 12));

    [Theory]
    [InlineData("سامس")]
    [InlineData("sams")]
    [InlineData("SAMS")]
    public void A_make_is_offered_in_the_readers_language_whichever_script_it_is_begun_in(string typed)
    {
        Offers(typed, Language.Arabic)[0].ShouldBe(new Offer("سامسونغ", SuggestionKind.Make, null, null));
        Offers(typed, Language.English)[0].Text.ShouldBe("Samsung");
    }

    [Fact]
    public void What_is_in_more_titles_comes_first_and_a_word_that_is_a_things_name_does_not_come_again()
    {
        var offers = Offers("gol");
        offers[0].ShouldBe(new Offer("Golf", SuggestionKind.Model, null, offers[0].Beside));
        offers[0].Beside!.Fr.ShouldBe("Volkswagen");
        offers.Where(o => o.Kind == SuggestionKind.Word).Select(o => o.Text).ShouldBe(["gold"]);
        Texts("طا").ShouldContain("طابعه");
        Texts("طا").IndexOf("طابعه").ShouldBeLessThan(Texts("طا").IndexOf("طاوله"));
    }

    [Fact]
    public void The_words_before_stay_as_they_were_typed()
    {
        Texts("iPhone 13 samsu").ShouldContain("iPhone 13 Samsung");
        Texts("renault cli")[0].ShouldBe("Renault Clio");
        Texts("renault").ShouldContain("Renault Clio");
    }

    [Theory]
    [InlineData("voitur", SuggestionKind.Section, "cars")]
    [InlineData("شقة", SuggestionKind.Section, "apartments")]
    [InlineData("golf 7 oran", SuggestionKind.Place, "search?q=golf%207&wilaya=31")]
    [InlineData("وهر", SuggestionKind.Place, "search?wilaya=31")]
    [InlineData("clio voiture", SuggestionKind.Section, "cars?q=clio")]
    public void A_section_and_a_place_lead_to_their_address(string typed, SuggestionKind kind, string href) =>
        Offers(typed).Where(o => o.Kind == kind).Select(o => o.Href).ShouldContain(href);

    [Fact]
    public void No_kind_crowds_out_the_others()
    {
        var many = KnownOf([.. Enumerable.Range(0, 50).Select(i => ($"ora{(char)('a' + i % 26)}{(char)('a' + i / 26)}", 100 + i))]);
        var offers = Suggester.Offers("ora", many, Language.French);
        offers.Count.ShouldBe(Suggester.Most);
        offers.ShouldContain(o => o.Kind == SuggestionKind.Place);
        offers.Count(o => o.Kind == SuggestionKind.Word).ShouldBeGreaterThan(1);
    }

    [Fact]
    public void What_was_typed_in_whole_is_no_suggestion() => Texts("galaxy").ShouldNotContain("galaxy");

    private static readonly string?[] Bad =
        [null, "", "   ", "a", "\0\u0001\u001b[31m", new string('a', 10_240), string.Concat(Enumerable.Repeat("سيارة ", 1_500)), "\ud800", "\u202e", "\"golf", "golf -cl", "-", "()", "%"];

    [Fact]
    public void What_is_the_beginning_of_nothing_brings_nothing() => Bad.ShouldAllBe(typed => Offers(typed, Language.French).Count == 0);

    [Fact]
    public void A_prefix_brings_the_words_of_the_most_adverts()
    {
        var vocabulary = Vocabulary.Of([new("b", 1), new("aa", 2), new("ab", 5), new("abc", 5), new("ac", 9)]);
        vocabulary.StartingWith("a", 3).Select(w => w.Key).ShouldBe(["ac", "ab", "abc"]);
        vocabulary.StartingWith("z", 3).ShouldBeEmpty();
        vocabulary.StartingWith("b", 3).ShouldHaveSingleItem();
        (vocabulary.AdvertsWith("ab"), vocabulary.AdvertsWith("a")).ShouldBe((5, 0));
    }

    internal static KnownWords KnownOf(params (string Word, int Adverts)[] words) => KnownWords.Of(
        ShippedCatalog.Load(), Vocabulary.Of(words.Select(w => KeyValuePair.Create(w.Word, w.Adverts))), new DateOnly(2026, 6, 1));

    private static IReadOnlyList<Offer> Offers(string? typed, Language language = Language.French) => Suggester.Offers(typed, Known, language);

    private static List<string> Texts(string typed) => [.. Offers(typed).Select(o => o.Text)];
}
