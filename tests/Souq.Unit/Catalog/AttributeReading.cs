using Souq.Catalog;
using Souq.Catalog.Contracts;
using Souq.Kernel;

namespace Souq.Unit.Catalog;

public sealed class AttributeReading
{
    private static readonly Section Cars = ShippedCatalog.Load().Section("cars")!;
    private static readonly Section Property = ShippedCatalog.Load().Section("property")!;

    [Theory]
    [InlineData("120000", "120000")]
    [InlineData("120 000", "120000")]
    [InlineData("120 000 km", "120000")]
    [InlineData("120.000", "120000")]
    [InlineData("120,000 كم", "120000")]
    [InlineData("١٢٠٠٠٠", "120000")]
    [InlineData("120000.0", "120000")]
    [InlineData("0", "0")]
    public void Mileage_is_read_however_it_is_typed(string typed, string value) => Value(Cars, "mileage", typed).ShouldBe(value);

    [Theory]
    [InlineData("1.6", "1.6")]
    [InlineData("1,6", "1.6")]
    [InlineData("1.6 L", "1.6")]
    [InlineData("2.0", "2")]
    [InlineData("1.55", "1.6")]
    public void Engine_size_keeps_one_decimal(string typed, string value) => Value(Cars, "engine", typed).ShouldBe(value);

    [Theory]
    [InlineData("mileage", "beaucoup", "Attribute.NotANumber")]
    [InlineData("mileage", "120 miles", "Attribute.NotANumber")]
    [InlineData("mileage", "1.2.3", "Attribute.NotANumber")]
    [InlineData("mileage", "-5", "Attribute.TooSmall")]
    [InlineData("mileage", "9999999", "Attribute.TooBig")]
    [InlineData("energy", "charbon", "Attribute.NotAChoice")]
    [InlineData("options", "ABS, fusée", "Attribute.NotAChoice")]
    [InlineData("exchange", "peut-être", "Attribute.NotAChoice")]
    [InlineData("version", "0123456789012345678901234567890123456789012345678901234567890", "Attribute.TooLong")]
    [InlineData("colour", "؟؟؟", "Attribute.NotAChoice")]
    public void What_is_wrong_is_named_at_its_field(string key, string typed, string refusal) =>
        Refusals(Cars, (key, typed)).ShouldContain((refusal, "attr." + key));

    [Fact]
    public void What_is_required_must_be_there() =>
        Refusals(Cars, ("make", "  ")).ShouldBe([("Attribute.Required", "attr.make"), ("Attribute.Required", "attr.year")]);

    [Theory]
    [InlineData("volkswagen")]
    [InlineData("Volkswagen")]
    [InlineData(" VW ")]
    [InlineData("فولكسفاغن")]
    [InlineData("فولكس فاجن")]
    public void A_make_is_known_by_all_its_names(string typed) => Value(Cars, "make", typed).ShouldBe("volkswagen");

    [Fact]
    public void A_make_that_the_list_lacks_may_be_written_out() => Value(Cars, "make", "Trabant").ShouldBe("Trabant");

    [Theory]
    [InlineData("volkswagen", "Golf", "golf")]
    [InlineData("volkswagen", "ڨولف", "golf")]
    [InlineData("renault", "4", "r4")]
    [InlineData("hyundai", "grand", "grand-i10")]
    [InlineData("jeep", "grand", "grand-cherokee")]
    [InlineData("volkswagen", "Golf de mon oncle", "Golf de mon oncle")]
    [InlineData("Trabant", "Golf", "Golf")]
    public void A_model_is_read_under_its_make(string make, string model, string value) =>
        Read(Cars, ("make", make), ("model", model)).Values["model"].ShouldBe(value);

    [Fact]
    public void A_model_of_another_make_is_refused() =>
        Refusals(Cars, ("make", "Hyundai"), ("model", "Rio"), ("year", "2010")).ShouldBe([("Attribute.NotUnderParent", "attr.model")]);

    [Fact]
    public void Several_choices_come_out_in_the_order_of_the_list() =>
        Value(Cars, "options", "climatisation; ABS، alarme|abs").ShouldBe("alarm|air-conditioning|abs");

    [Theory]
    [InlineData("on", "true")]
    [InlineData("نعم", "true")]
    [InlineData("non", "false")]
    public void Yes_and_no_are_known_in_each_language(string typed, string value) => Value(Cars, "exchange", typed).ShouldBe(value);

    [Fact]
    public void Unknown_keys_and_blanks_are_dropped() =>
        Read(Property, ("operation", "vente"), ("wings", "2"), ("area", " "), ("floor", null)).Values.Keys.ShouldBe(["operation"]);

    [Theory]
    [InlineData("mileage", "120000", Language.French, "120\u00A0000\u00A0km")]
    [InlineData("mileage", "120000", Language.English, "120,000\u00A0km")]
    [InlineData("year", "2018", Language.French, "2018")]
    [InlineData("engine", "1.6", Language.French, "1,6\u00A0L")]
    [InlineData("energy", "petrol", Language.Arabic, "بنزين")]
    [InlineData("make", "Trabant", Language.Arabic, "Trabant")]
    [InlineData("options", "abs|alarm", Language.French, "ABS, Alarme")]
    [InlineData("options", "abs|alarm", Language.Arabic, "فرامل ABS، إنذار")]
    [InlineData("exchange", "true", Language.Arabic, "نعم")]
    [InlineData("exchange", "false", Language.English, "No")]
    [InlineData("mileage", "nonsense", Language.English, "nonsense")]
    public void Values_are_shown_as_people_read_them(string key, string value, Language language, string shown) =>
        AttributeRules.Display(Cars.Attribute(key)!, value, language).ShouldBe(shown);

    private static string? Value(Section section, string key, string typed) =>
        Read(section, (key, typed)).Values.GetValueOrDefault(key);

    private static List<(string Key, string? Field)> Refusals(Section section, params (string Key, string? Typed)[] typed) =>
        [.. Read(section, typed).Refusals.Select(r => (r.Key, r.Field))];

    private static (IReadOnlyDictionary<string, string> Values, IReadOnlyList<Refusal> Refusals) Read(
        Section section, params (string Key, string? Typed)[] typed) =>
        AttributeRules.Read(section, typed.ToDictionary(t => t.Key, t => t.Typed));
}
