using Souq.Catalog;
using Souq.Catalog.Contracts;
using Souq.Listings.Browsing.Indexing;

namespace Souq.Unit.Search;

public class LikenessTests
{
    private static readonly CatalogSnapshot Catalog = ShippedCatalog.Load();
    private static readonly Section Cars = Catalog.Section("cars")!;

    [Fact]
    public void Cars_of_one_model_are_alike_whatever_else_they_are()
    {
        Of(Cars, ("make", "renault"), ("model", "clio")).ShouldNotBeNull();
        Of(Cars, ("make", "renault"), ("model", "clio"), ("version", "gt-line"), ("year", "2019")).ShouldBe(Of(Cars, ("model", "clio"), ("make", "renault"), ("year", "2004")));
        Of(Cars, ("make", "renault"), ("model", "megane")).ShouldNotBe(Of(Cars, ("make", "renault"), ("model", "clio")));
    }

    [Fact]
    public void Of_what_is_not_said_nothing_is_known() => Of(Cars, [("make", "renault")]).ShouldBeNull();

    [Fact]
    public void Where_no_answer_depends_on_another_the_required_choices_tell()
    {
        var apartments = Catalog.Section("apartments")!;
        Of(apartments, ("operation", "sale"), ("area", "90")).ShouldBe(Of(apartments, [("operation", "sale")]));
        Of(apartments, [("operation", "sale")]).ShouldNotBe(Of(apartments, [("operation", "rent")]));
    }

    [Fact]
    public void What_has_no_kinds_is_like_nothing()
    {
        var section = Catalog.Sections.First(s => Likeness.Keys(s).Count == 0);
        Of(section, [("condition", "new")]).ShouldBeNull();
        Likeness.Of(null, _ => "any").ShouldBeNull();
    }

    private static long? Of(Section section, params (string Key, string Value)[] answers) =>
        Likeness.Of(section, key => answers.Where(a => a.Key == key).Select(a => a.Value).FirstOrDefault());
}
