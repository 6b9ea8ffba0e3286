using System.Globalization;
using System.Text;

namespace Souq.Listings.Seeding;

/// <summary>Titles and descriptions, in Arabic and French.</summary>
internal static class MadeWords
{
    private static readonly IReadOnlyList<string> Arabic = MadeFile.Sentences("sentences.ar"), French = MadeFile.Sentences("sentences.fr"),
        ArabicPraise = MadeFile.Sentences("praise.ar"), FrenchPraise = MadeFile.Sentences("praise.fr");

    public static string Title(string name, bool arabic, ref Dice dice)
    {
        var praise = arabic ? ArabicPraise : FrenchPraise;
        var title = dice.Chance(0.7) ? $"{name} {praise[dice.Popular(praise.Count)]}" : name;
        return title.Length > 70 ? title[..70].TrimEnd() : title;
    }

    public static string Description(bool arabic, ref Dice dice)
    {
        var text = new StringBuilder();
        for (var i = 2 + dice.Below(5); i > 0; i--)
        {
            // Some write in both languages.
            var sentences = arabic != dice.Chance(0.08) ? Arabic : French;
            text.Append(sentences[dice.Popular(sentences.Count)]).Append(' ');
        }

        return text.Append(CultureInfo.InvariantCulture, $"{1 + dice.Below(40_000)}").ToString();
    }
}
