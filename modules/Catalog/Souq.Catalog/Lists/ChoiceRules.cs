using Souq.Catalog.Choices;
using Souq.Catalog.Contracts;
using Souq.Catalog.Editing;
using Souq.Kernel;

namespace Souq.Catalog.Lists;

/// <summary>What a choice must be, by form field. Pure.</summary>
public static class ChoiceRules
{
    public const int LongestValue = 60;
    public const int MostAliases = 40;

    /// <param name="isNew">Its value and parent are not taken yet.</param>
    public static IReadOnlyList<Refusal> Check(AttributeChoice choice, bool isNew, CatalogChoiceList list, CatalogState state) =>
        [.. Value(choice, isNew, list), .. NameRules.Check(choice.Name, "name"), .. Separators(choice, list, state), .. Parent(choice, list, state), .. Aliases(choice)];

    private static IEnumerable<Refusal> Value(AttributeChoice choice, bool isNew, CatalogChoiceList list)
    {
        if (choice.Value.Length > LongestValue || !SectionRules.AddressWord().IsMatch(choice.Value))
        {
            yield return new Refusal("Choice.BadValue", "value", LongestValue);
            yield break;
        }

        var taken = isNew ? list.Ever(choice.Value, choice.Parent) : null;
        if (taken is not null) yield return new Refusal(list.Offers(taken) ? "Choice.Taken" : "Choice.TakenByRetired", "value", taken.Name);
        // The value alone is what an advert holds: under another parent it must mean the same.
        else if (list.List.Choices.Any(c => c.Value == choice.Value && c.Parent != choice.Parent && c.Name != choice.Name))
            yield return new Refusal("Choice.OtherName", "name_ar");
    }

    // Several choices are typed with commas between, so that a name with one could not be read back.
    private static IEnumerable<Refusal> Separators(AttributeChoice choice, CatalogChoiceList list, CatalogState state)
    {
        var several = state.Sections.SelectMany(s => s.Definition.Attributes).Any(a => a.List == list.List.Key && a.Kind == AttributeKind.Choices);
        if (!several) yield break;
        foreach (var language in Languages.All)
            if (choice.Name.In(language).AsSpan().IndexOfAny(",;|\u060C\u061B") >= 0)
                yield return new Refusal("Choice.NoCommas", $"name_{language.Code()}");
    }

    private static IEnumerable<Refusal> Parent(AttributeChoice choice, CatalogChoiceList list, CatalogState state)
    {
        if (choice.Parent is not { } parent) yield break;
        if (Parents(list.List.Key, state).All(c => c.Value != parent)) yield return new Refusal("Choice.ParentUnknown", "parent", parent);
    }

    private static IEnumerable<Refusal> Aliases(AttributeChoice choice)
    {
        if (choice.Aliases is not { } aliases) yield break;
        if (aliases.Count > MostAliases) yield return new Refusal("Choice.TooManyAliases", "aliases", MostAliases);
        else if (aliases.Any(a => a.Length > LongestValue)) yield return new Refusal("Choice.AliasTooLong", "aliases", LongestValue);
    }

    /// <summary>The choices under which those of a list may stand: of what its attributes depend on, wherever the list is used.</summary>
    public static IReadOnlyList<AttributeChoice> Parents(string listKey, CatalogState state)
    {
        var shapes = state.Sections.Where(s => !s.Retired).SelectMany(s => s.Definition.Attributes).ToList();
        var deciders = shapes.Where(a => a.List == listKey && a.DependsOn is not null).Select(a => a.DependsOn).ToHashSet();
        var lists = shapes.Where(a => deciders.Contains(a.Key)).Select(a => a.List).ToHashSet();
        return [.. state.Lists.Where(l => lists.Contains(l.List.Key)).SelectMany(l => l.List.Choices).DistinctBy(c => c.Value)];
    }
}
