using System.Globalization;
using Souq.Listings.Importing;

namespace Souq.Benchmarks.Import;

/// <summary>Adverts as merchants' files have them: cars, phones and flats with their attributes and a few sentences each.</summary>
internal static class MadeAdverts
{
    private const string Words =
        "Très bon état, entretien suivi chez le concessionnaire, première main, papiers en règle. سيارة نظيفة جدا، لم تتعرض لأي حادث، صيانة دورية منتظمة. "
        + "Visite possible tous les jours après 17 h, prix légèrement négociable devant la marchandise. للجادين فقط، الرجاء عدم المساومة في الهاتف.";

    private static readonly (string Make, string Model)[] Cars = [("Renault", "Clio"), ("Peugeot", "208"), ("Volkswagen", "Golf"), ("Hyundai", "i10"), ("Dacia", "Logan")];

    public static IEnumerable<ImportRow> Rows(int count) => Enumerable.Range(0, count).Select(i => new ImportRow(i + 2, Values(i)));

    private static Dictionary<string, string> Values(int i)
    {
        var number = i.ToString(CultureInfo.InvariantCulture);
        var values = new Dictionary<string, string>
        {
            ["ref"] = "M-" + number,
            ["description"] = Words,
            ["price"] = (20_000 + i % 900 * 1_000).ToString(CultureInfo.InvariantCulture),
            ["price_type"] = i % 2 == 0 ? "firm" : "negotiable",
            ["wilaya"] = (1 + i % 48).ToString(CultureInfo.InvariantCulture),
        };
        switch (i % 3)
        {
            case 0:
                var (make, model) = Cars[i / 3 % Cars.Length];
                (values["section"], values["title"]) = ("cars", $"{make} {model} {2005 + i % 20} {number}");
                (values["attr.make"], values["attr.model"]) = (make, model);
                (values["attr.year"], values["attr.mileage"]) = ((2005 + i % 20).ToString(CultureInfo.InvariantCulture), (10_000 + i % 200_000).ToString(CultureInfo.InvariantCulture));
                break;
            case 1:
                (values["section"], values["title"]) = ("smartphones", $"هاتف سامسونغ غالاكسي {number} ممتاز");
                values["attr.brand"] = "Samsung";
                break;
            default:
                (values["section"], values["title"]) = ("apartments", $"Appartement F{2 + i % 4} lumineux {number}");
                values["attr.operation"] = "sale";
                break;
        }

        return values;
    }
}
