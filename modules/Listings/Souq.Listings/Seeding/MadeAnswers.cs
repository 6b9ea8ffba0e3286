using System.Globalization;
using Souq.Catalog.Contracts;
using Souq.Kernel;

namespace Souq.Listings.Seeding;

/// <summary>An answer to what a section asks.</summary>
internal static class MadeAnswers
{
    /// <param name="chosen">The answers before, on which this one may depend.</param>
    /// <returns><c>null</c> where there is nothing to choose.</returns>
    public static (string Value, LocalizedText? Name)? Of(AttributeDefinition asked, IReadOnlyDictionary<string, string> chosen, ref Dice dice)
    {
        switch (asked.Kind)
        {
            case AttributeKind.YesNo: return (dice.Chance(0.6) ? "true" : "false", null);
            case AttributeKind.Number: return (Number(asked, ref dice), null);
            case AttributeKind.Choice:
                var open = Choices(asked, chosen);
                if (open.Count == 0) return null;
                var choice = open[dice.Popular(open.Count)];
                return (choice.Value, choice.Name);
            case AttributeKind.Choices:
                var several = Choices(asked, chosen);
                if (several.Count == 0) return null;
                var picked = new List<string>();
                for (var i = 1 + dice.Below(Math.Min(4, several.Count)); i > 0; i--) picked.Add(several[dice.Popular(several.Count)].Value);
                return (string.Join('|', picked.Distinct()), null);
            default: return null;
        }
    }

    private static List<AttributeChoice> Choices(AttributeDefinition asked, IReadOnlyDictionary<string, string> chosen)
    {
        var parent = asked.DependsOn is { } key ? chosen.GetValueOrDefault(key) : null;
        if (asked.DependsOn is not null && parent is null) return [];
        return [.. asked.Choices.Where(c => asked.DependsOn is null || c.Parent is null || c.Parent == parent)];
    }

    private static string Number(AttributeDefinition asked, ref Dice dice)
    {
        var (least, most) = ((double)(asked.Min ?? 1), (double)(asked.Max ?? 1000));
        // Years lie close to the newest; other numbers are more often small.
        var value = least > 1_000 && most < 3_000 ? most - (most - least) * Math.Pow(dice.Share(), 2)
            : Math.Exp(Math.Log(Math.Max(least, 1)) + (Math.Log(Math.Max(most, 2)) - Math.Log(Math.Max(least, 1))) * (0.15 + 0.5 * dice.Share()));
        return Math.Round(Math.Clamp(value, least, most), Math.Min(asked.Decimals, 1)).ToString(CultureInfo.InvariantCulture);
    }
}
