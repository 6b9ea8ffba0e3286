using Souq.Kernel;
using Souq.Moderation.Texts;
using Souq.Unit.Listings;

namespace Souq.Unit.Moderation;

/// <summary>Texts that moderators say often, with the fields a case fills in.</summary>
public sealed class TextTests
{
    private static readonly TextCase About = new("Clio 4", 10_042, Given.Section.Id, new Price(PriceType.Firm, 1_250_000), "0550 12 34 56", Cases.Now);

    [Fact]
    public void A_case_fills_the_fields_in_the_language_of_the_text()
    {
        var body = new LocalizedText("{title} {section} {price}", "« {words} » dans {title} (no {number}), {price}, {section}", "Appeal until {until}");
        TextFields.Fill(body, About, Given.Catalog, Language.French).ShouldBe($"« 0550 12 34 56 » dans Clio 4 (no 10 042), {PriceFormat.Amount(About.Price, Language.French)}, {Given.Section.Name.In(Language.French)}".Replace("10 042", Souq.Web.Localisation.Formats.Number(10_042), StringComparison.Ordinal));
        TextFields.Fill(body, About, Given.Catalog, Language.Arabic).ShouldContain(Given.Section.Name.In(Language.Arabic));
        TextFields.Fill(body, About, Given.Catalog, Language.English).ShouldBe("Appeal until 1 April 2026");
    }

    [Fact]
    public void What_is_no_field_stays_as_it_was_written() =>
        TextFields.Fill(new("{x}", "{nom} {}", ""), About, Given.Catalog, Language.French).ShouldBe("{nom} {}");

    [Fact]
    public void A_text_is_for_people_where_no_language_of_it_asks_for_an_advert()
    {
        TextFields.IsForPeople(new("{until}", "{refused} et {x}", "")).ShouldBeTrue();
        TextFields.IsForPeople(new("{until}", "{title}", "")).ShouldBeFalse();
        TextFields.Fill(new("", "{refused}, {title}.", ""), TextCase.OfPerson(3, Cases.Now), Given.Catalog, Language.French).ShouldBe("3, .");
    }

    [Theory]
    [InlineData("", "ar", "fr", "en", "title:Text.Title")]
    [InlineData("t", "", "fr", " ", "ar:Text.Missing en:Text.Missing")]
    [InlineData("t", "{title}", "{titre}", "{until}", "fr:Text.Field")]
    public void What_is_missing_or_no_field_is_said_at_its_place(string title, string ar, string fr, string en, string refusals) =>
        string.Join(' ', Should.Throw<RefusedException>(() => Decide(null, Draft(title, ar, fr, en))).Refusals.Select(r => $"{r.Field}:{r.Key}")).ShouldBe(refusals);

    [Fact]
    public void A_section_that_is_not_there_and_words_without_end_are_refused()
    {
        Should.Throw<RefusedException>(() => Decide(null, Draft() with { Sections = ["99999"] })).Refusals.ShouldHaveSingleItem().Field.ShouldBe("sections");
        Should.Throw<RefusedException>(() => Decide(null, Draft(ar: new string('x', 1_001)))).Refusals.ShouldHaveSingleItem().Field.ShouldBe("ar");
    }

    [Fact]
    public void Writing_the_same_again_is_no_news_unless_it_was_retired_and_who_saw_an_older_one_is_told()
    {
        var text = StandardText.Create(Decide(null, Draft())!);
        Decide(text, Draft(), 1).ShouldBeNull();
        Decide(text.Apply(new TextRetired(Cases.Me, Cases.Now)), Draft(), 1).ShouldNotBeNull().Revision.ShouldBe(2);
        Should.Throw<RefusedException>(() => Decide(text, Draft(), 0)).Refusals.ShouldHaveSingleItem().Key.ShouldBe(WriteTextHandler.Clash);
    }

    [Fact]
    public void It_is_offered_in_its_sections_and_below_and_everywhere_when_it_has_none()
    {
        var everywhere = StandardText.Create(Decide(null, Draft())!);
        everywhere.IsFor([1, 11]).ShouldBeTrue();
        var cars = everywhere with { Sections = [1] };
        cars.IsFor([1, 11]).ShouldBeTrue();
        cars.IsFor([2, 21]).ShouldBeFalse();
        everywhere.Apply(new TextRetired(Cases.Me, Cases.Now)).IsFor([1]).ShouldBeFalse();
    }

    private static TextDraft Draft(string title = "Numéro dans le titre", string ar = "{title}", string fr = "{title}", string en = "{title}") => new(title, ar, fr, en, []);

    private static TextWritten? Decide(StandardText? current, TextDraft draft, int seen = 0) =>
        WriteTextHandler.Decide(current, new(Guid.NewGuid(), seen, draft, Cases.Me), Given.Catalog, Cases.Now);
}
