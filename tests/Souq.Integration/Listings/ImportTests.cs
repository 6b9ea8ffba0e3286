using Souq.Accounts.Demo;
using Souq.Integration.Road;
using Souq.Listings.Importing;

namespace Souq.Integration.Listings;

[Collection(nameof(Market))]
public sealed class ImportTests(Market market)
{
    private readonly string word = RoadSteps.NewWord();

    private static readonly string Map = Path.Combine(AppContext.BaseDirectory, "Listings", "cars.map.json");

    [Fact]
    public async Task A_file_of_our_own_columns_is_taken_line_by_line_and_a_second_run_changes_nothing()
    {
        var file = $"""
            ref;section;title;description;price;price_unit;price_type;wilaya;commune;attr.make;attr.model;attr.year
            {word}1;cars;Renault Clio {word};"Propre; première main";185;million;negotiable;Oran;;Renault;Clio;2019
            {word}2;smartphones;هاتف نظيف {word};;45 000;da;firm;16;;;;
            {word}3;nowhere;Sans rubrique {word};;1;da;firm;16;;;;
            {word}4;cars;Sans année {word};;185;million;firm;Béjaïa;;Renault;Clio;
            {word}5;apartments;Loin {word};;9;milliard;firm;Atlantis;;;;
            {word}6;smartphones;Prix {word};;beaucoup;da;firm;31;;;;
            {word}7;smartphones;Type {word};;9;da;gift;31;;;;
            ;smartphones;Sans nom {word};;45000;da;firm;16;;;;
            {word}1;cars;Deux fois {word};;185;million;firm;Oran;;Renault;Clio;2019
            {word}8;other;À donner {word};;;;free;tizi ouzou;;;;
            """;
        var rows = Rows(file, new ImportMap());

        var outcome = await market.Ask<ImportOutcome>(new ImportListings(DemoPeople.IdOf(DemoPeople.Merchant), rows, Publish: true));

        (outcome.Created, outcome.Known).ShouldBe((3, 1));
        outcome.Refused.Select(r => (r.Line, r.Reasons[0].Field)).ShouldBe(
            [(4, "section"), (5, "attr.year"), (6, "wilaya"), (7, "price"), (8, "price_type"), (9, "ref")]);
        using var reader = market.Browser();
        (await reader.Open($"/search?q={word}")).Numbers().Count.ShouldBe(3);
        var clio = await (await reader.Open($"/fr/search?q={word}&section=cars&wilaya=31&attr.make=renault")).Follow("article.card .card-title a");
        clio.Text(".listing-body").ShouldContain("Propre; première main");
        clio.Text(".price").ShouldContain("1 850 000");

        var again = await market.Ask<ImportOutcome>(new ImportListings(DemoPeople.IdOf(DemoPeople.Merchant), rows, Publish: true));
        (again.Created, again.Known, again.Refused.Count).ShouldBe((0, 4, 6));
        (await reader.Open($"/search?q={word}")).Numbers().Count.ShouldBe(3);
    }

    [Fact]
    public async Task The_table_of_car_adverts_of_2021_is_taken_as_it_is_with_its_map()
    {
        var file = $"""
            id,date,category,energy,range,color,papers,transmission,price,offer,wilaya,town,brand,model,year,volume,horses,radar de recul,abs
            {word}1,27-07-2021,moyenne berline,diesel,56000,blanc,carte grise (safia),manuelle,410.0,négociable,alger,birkhadem,volkswagen,golf {word},2018,2.0,143.0,1,1
            {word}2,27-07-2021,commerciale,essence,2,gris,carte grise (safia),manuelle,138.0,fixe,boumerdes,beni amrane,chery,yoki {word},2021,1.3,,0,0
            {word}3,27-07-2021,berline,diesel,87000,gris,carte grise (safia),manuelle,220.0,fixe,nulle part,ailleurs,renault,symbol {word},2019,1.5,85.0,1,0
            """;
        await using var map = File.OpenRead(Map);
        var rows = Rows(file, ImportMap.Read(map));

        var outcome = await market.Ask<ImportOutcome>(new ImportListings(DemoPeople.IdOf(DemoPeople.Merchant), rows, Publish: true));

        outcome.Refused.ShouldHaveSingleItem().Line.ShouldBe(4);
        outcome.Created.ShouldBe(2);
        using var reader = market.Browser();
        var page = await (await reader.Open($"/fr/search?q={word}+golf&section=cars&wilaya=16&commune={Commune("birkhadem")}&attr.energy=diesel&attr.year=2018..2018")).Follow("article.card .card-title a");
        page.Text("article.listing h1").ShouldStartWith("Volkswagen Golf");
        page.Text(".price").ShouldContain("4 100 000");
    }

    private int Commune(string name) =>
        market.Service<Souq.Catalog.Contracts.ICatalog>().Current.Territory.FindCommune(name, 16).ShouldNotBeNull().Code;

    private static IReadOnlyList<ImportRow> Rows(string file, ImportMap map) => [.. ImportFile.Read(new StringReader(file), map)];
}
