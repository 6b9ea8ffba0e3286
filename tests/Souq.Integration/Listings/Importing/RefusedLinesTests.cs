using System.Text;
using Souq.Integration.Road;

namespace Souq.Integration.Listings.Importing;

/// <summary>What is not taken is named by line, column and reason, in the merchant's language.</summary>
[Collection(nameof(Market))]
public sealed class RefusedLinesTests(Market market)
{
    private readonly string word = RoadSteps.NewWord();

    private string Faulty => FileSteps.File(
        FileSteps.Car("A-1", $"Clio {word}"), FileSteps.Car("A-2", $"Clio {word}", wilaya: "Atlantis"), FileSteps.Car("", $"Clio {word}"),
        FileSteps.Car("A-1", $"Clio {word}"), FileSteps.Car("A-5", $"Clio {word}", millions: "beaucoup"), $"A-6;Clio {word};;;1850;62000;9;cadeau;Oran;");

    [Fact]
    public async Task Each_line_says_what_is_wrong_where_and_what_to_do()
    {
        using var merchant = await market.NewMerchant();
        var trial = await market.Try(merchant, Faulty);
        trial.Tally().ShouldBe([1, 0, 0, 5]);
        trial.Refused().ShouldBe(
        [
            "3 | Wilaya Atlantis | La wilaya « Atlantis » n’existe pas. Écrivez son nom ou son numéro.",
            "4 | Référence | La référence est vide. Donnez à chaque annonce un numéro à vous : il sert à la reconnaître la prochaine fois.",
            "5 | Référence A-1 | Cette référence est déjà à la ligne 2. Gardez une seule des deux lignes, ou changez la référence.",
            "6 | Prix (millions) beaucoup | « beaucoup » n’est pas un montant. Écrivez des chiffres, par exemple 1 250 000.",
            "7 | Offre cadeau | « cadeau » n’est pas un type de prix. Écrivez : ferme, négociable, meilleure offre, gratuit, sur demande ou échange.",
            "7 | Marque | Veuillez remplir « Marque ».",
            "7 | Année 1850 | « Année » doit être au minimum 1930.",
        ]);

        var done = await market.Run(merchant, trial);
        done.Tally().ShouldBe([1, 0, 0, 5]);
        done.Refused().Count.ShouldBe(7);
        var report = (await merchant.Browser.Open(done.Address.AbsolutePath + "/report.csv")).Html.Split("\r\n");
        report[0].TrimStart('\uFEFF').ShouldBe("Ligne;Votre référence;Résultat;Numéro d’annonce;Colonne;Pourquoi");
        report[1].ShouldBe($"2;A-1;Nouvelles;{(await market.AdvertOf(merchant, "A-1")).Number};;");
        report[2].ShouldStartWith("3;A-2;Refusées;;Wilaya;");
    }

    [Fact]
    public async Task The_reasons_are_in_the_language_of_whoever_reads_them()
    {
        using var merchant = await market.NewMerchant();
        var trial = await market.Try(merchant, Faulty);
        var id = trial.ImportOf();
        (await merchant.Browser.Open($"/desk/import/{id}")).Refused()[0].ShouldBe("3 | Wilaya Atlantis | لا توجد ولاية «Atlantis». اكتب اسمها أو رقمها.");
        (await merchant.Browser.Open($"/en/desk/import/{id}")).Refused()[0].ShouldBe("3 | Wilaya Atlantis | There is no wilaya “Atlantis”. Write its name or number.");
    }

    [Theory]
    [InlineData("", "Ce fichier est vide")]
    [InlineData("Référence;Désignation", "Ajoutez une ligne par annonce")]
    [InlineData("Désignation\nClio", "une colonne, « Désignation »")]
    [InlineData("%PDF-1.7\n1;2", "Ce n’est pas un fichier CSV")]
    public async Task A_file_that_is_no_table_is_refused_at_its_field(string file, string reason)
    {
        using var merchant = await market.NewMerchant();
        var page = await merchant.Send(Encoding.UTF8.GetBytes(file));
        page.Address.AbsolutePath.ShouldBe("/fr/desk/import");
        page.Text(".field .error").ShouldContain(reason);
    }

    [Fact]
    public async Task No_file_at_all_is_asked_for()
    {
        using var merchant = await market.NewMerchant();
        var page = await (await merchant.Browser.Open("/fr/desk/import")).Upload("upload", "file", []);
        page.Text(".field .error").ShouldContain("Choisissez un fichier");
    }

    [Fact]
    public async Task A_file_too_large_is_told_so_with_what_to_do()
    {
        using var merchant = await market.NewMerchant();
        var page = await merchant.Send(Encoding.ASCII.GetBytes("a;b\n" + new string('x', 21 * 1024 * 1024)));
        page.Text(".field .error").ShouldContain("dépasse 20 Mo. Coupez-le");
    }

    [Fact]
    public async Task Columns_that_are_missing_or_twice_the_same_are_said_at_their_fields_and_the_choices_stay()
    {
        using var merchant = await market.NewMerchant();
        var columns = await merchant.Send(FileSteps.File(FileSteps.Car("A-1", $"Clio {word}")));
        var none = await columns.Submit("match", ("column.9", ""), ("column.8", ""));
        none.Error("constant.section").ShouldContain("Choisissez la rubrique");
        none.Error("constant.wilaya").ShouldContain("Choisissez la wilaya");
        none.Field("column.9").ShouldBe("");

        var twice = await columns.Submit("match", ("constant.section", "cars"), ("column.9", "title"));
        twice.Error("column.9").ShouldContain("La colonne « Désignation » dit déjà cela");
        twice.Field("constant.section").ShouldBe("cars");
    }

    [Fact]
    public async Task A_column_named_make_is_the_brand_where_a_section_asks_for_that()
    {
        using var merchant = await market.NewMerchant();
        var file = $"Code;Rubrique;Titre;Marque;Modèle;Année;Prix;Wilaya\n1;cars;Clio {word} bleue;Renault;Clio;2019;900000;31\n2;smartphones;Galaxy {word} noir;Samsung;Galaxy S21;;45000;31\n";
        var trial = await market.Match(merchant, await merchant.Send(file));
        trial.Tally().ShouldBe([2, 0, 0, 0], trial.Text());
        await market.Run(merchant, trial);
        (await market.AdvertOf(merchant, "1")).Draft.Attributes["make"].ShouldBe("renault");
        (await market.AdvertOf(merchant, "2")).Draft.Attributes["brand"].ShouldBe("samsung");
    }
}
