using Souq.Catalog.Contracts;

namespace Souq.Catalog.Checking;

/// <summary>Choices that cannot be chosen, and names under which another is understood.</summary>
internal static class ChoiceReach
{
    public static IEnumerable<Finding> Check(CatalogSnapshot catalog) => catalog.Sections
        .SelectMany(section => section.Attributes.Where(a => a.Choices.Count > 0).Select(asked => (section, asked)))
        // A list is judged once for each way it is asked.
        .DistinctBy(u => (u.asked.Choices, On: u.asked.DependsOn is { } on ? u.section.Attribute(on)?.Choices : null))
        .SelectMany(u => u.asked.Choices.SelectMany(choice => Choice(u.section, u.asked, choice)));

    private static IEnumerable<Finding> Choice(Section section, AttributeDefinition asked, AttributeChoice choice)
    {
        var where = $"{section.Slug}.{asked.Key}/{(choice.Parent is null ? "" : choice.Parent + "/")}{choice.Value}";
        var typed = new Dictionary<string, string?>();
        if (choice.Parent is { } parent && !Decide(section, asked, parent, typed))
        {
            yield return new Finding(where, $"stands under {parent}, which cannot be chosen");
            yield break;
        }

        var chain = section with { Attributes = [.. section.Attributes.Where(a => a.Key == asked.Key || typed.ContainsKey(a.Key))] };
        foreach (var word in new[] { choice.Value, choice.Name.Ar, choice.Name.Fr, choice.Name.En }.Concat(choice.Aliases ?? []).Distinct())
        {
            // Several are typed with commas between; a name with one is judged by its parts, which is not what is meant here.
            typed[asked.Key] = word;
            var (values, _) = AttributeRules.Read(chain, typed);
            if (values.GetValueOrDefault(asked.Key) is var read && read != choice.Value)
                yield return new Finding(where, $"is not what “{word}” is understood as ({read ?? "nothing"} is)");
        }
    }

    /// <summary>Fills in what must be chosen before, up to what depends on nothing; false when one of them is not offered.</summary>
    private static bool Decide(Section section, AttributeDefinition asked, string value, Dictionary<string, string?> typed)
    {
        var at = asked;
        while (at.DependsOn is { } on)
        {
            if (typed.ContainsKey(on) || section.Attribute(on) is not { } decider || decider.Choices.FirstOrDefault(c => c.Value == value) is not { } chosen)
                return false;
            typed[on] = chosen.Value;
            if (chosen.Parent is not { } above) return true;
            (at, value) = (decider, above);
        }

        return asked.DependsOn is not null;
    }
}
