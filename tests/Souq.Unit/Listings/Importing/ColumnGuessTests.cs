using Souq.Listings.Importing;
using Souq.Listings.Importing.Files;

namespace Souq.Unit.Listings.Importing;

public sealed class ColumnGuessTests
{
    [Theory]
    [InlineData("Référence", "ref")]
    [InlineData("N°", "ref")]
    [InlineData("المرجع", "ref")]
    [InlineData("DÉSIGNATION", "title")]
    [InlineData("Prix", "price")]
    [InlineData("PRIX DA", "price")]
    [InlineData("السعر", "price")]
    [InlineData("Ville", "commune")]
    [InlineData("Observations", "description")]
    [InlineData("price_type", "price_type")]
    [InlineData("Marque", "attr.make")]
    [InlineData("الموديل", "attr.model")]
    [InlineData("Année", "attr.year")]
    [InlineData("Kilométrage (km)", "attr.mileage")]
    [InlineData("Boîte", "attr.gearbox")]
    [InlineData("Superficie en m²", "attr.area")]
    [InlineData("Boîte de vitesses", "attr.gearbox")]
    [InlineData("attr.brand", "attr.brand")]
    [InlineData("attr.nothing", null)]
    [InlineData("Prix d'achat", null)]
    [InlineData("Nom du client", null)]
    [InlineData("#3", null)]
    [InlineData("", null)]
    public void A_heading_says_what_its_column_is(string heading, string? ours) => Guess([heading]).Columns.Keys.SingleOrDefault().ShouldBe(ours);

    [Theory]
    [InlineData("Prix (millions)", "million")]
    [InlineData("Prix en millions de centimes", "million")]
    [InlineData("السعر (مليون سنتيم)", "million")]
    [InlineData("السعر بالمليون", "million")]
    [InlineData("Price (milliard)", "milliard")]
    [InlineData("Prix (DA)", "da")]
    [InlineData("Prix", null)]
    public void The_heading_of_prices_says_what_they_are_counted_in(string heading, string? unit)
    {
        var guess = Guess([heading]);
        guess.Columns.ShouldContainKeyAndValue("price", heading);
        // “Prix DA” is a name of the column as it is; dinars are what a price is counted in anyway.
        (guess.PriceUnit ?? "da").ShouldBe(unit ?? "da");
    }

    [Fact]
    public void Two_headings_of_the_same_thing_the_first_is_it() => Guess(["Titre", "Désignation"]).Columns.ShouldHaveSingleItem().Value.ShouldBe("Titre");

    [Fact]
    public void What_the_merchant_said_last_time_wins_where_the_column_is_still_there()
    {
        var remembered = new ImportMap(new Dictionary<string, string> { ["title"] = "Texte libre", ["ref"] = "Code barre", ["price"] = "Prix (millions)" });
        var guess = Guess(["Texte libre", "Titre", "Référence", "Prix (millions)"], remembered);
        guess.Columns.ShouldBe(new Dictionary<string, string> { ["title"] = "Texte libre", ["price"] = "Prix (millions)", ["ref"] = "Référence" }, ignoreOrder: true);
        guess.PriceUnit.ShouldBeNull("he has said the unit of this very column himself");
    }

    [Fact]
    public void Our_own_columns_are_all_known()
    {
        var header = ImportColumns.Fixed.Concat(AttributeNames.Of(Given.Catalog).All.Select(a => ImportColumns.Attribute + a.Key)).ToList();
        Guess(header).Columns.ShouldBe(header.ToDictionary(h => h), ignoreOrder: true);
    }

    [Fact]
    public void Every_attribute_is_found_by_its_name_in_each_language()
    {
        // A name that a column of every advert has as well is that column.
        foreach (var attribute in AttributeNames.Of(Given.Catalog).All)
            foreach (var name in (string[])[attribute.Name.Ar, attribute.Name.Fr, attribute.Name.En])
                Guess([name]).Columns.ShouldHaveSingleItem(name);
    }

    private static ColumnGuess Guess(IReadOnlyList<string> header, ImportMap? remembered = null) => ColumnGuess.Of(header, remembered, Given.Catalog);
}
