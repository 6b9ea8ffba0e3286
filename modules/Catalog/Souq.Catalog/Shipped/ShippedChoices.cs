using System.Globalization;
using Souq.Catalog.Choices;
using Souq.Catalog.Contracts;
using Souq.Kernel;

namespace Souq.Catalog.Shipped;

/// <summary>
/// Reads choice lists. A list starts with <c>[name version]</c>; each line under it is <c>value;ar;fr;en;parent;aliases</c>, aliases
/// with commas between.
/// </summary>
internal static class ShippedChoices
{
    public static IReadOnlyList<Versioned<ChoiceList>> Read()
    {
        var lists = new List<(string Name, int Version, List<AttributeChoice> Choices)>();
        foreach (var row in DataFile.In("Choices").Concat(DataFile.In("Words")).SelectMany(DataFile.Rows))
        {
            if (row is [['[', .. var head, ']']])
            {
                var (name, version) = head.Split(' ') is [var n, var v] ? (n, v) : throw new FormatException($"Not a list: {row[0]}");
                lists.Add((name, int.Parse(version, CultureInfo.InvariantCulture), []));
                continue;
            }

            lists[^1].Choices.Add(new AttributeChoice(
                row[0], new LocalizedText(row[1], row[2], row[3]), row[4].Length > 0 ? row[4] : null, DataFile.Words(row[5])));
        }

        return [.. lists.Select(l => new Versioned<ChoiceList>(l.Version, new ChoiceList(l.Name, l.Choices)))];
    }
}
