using System.Runtime.CompilerServices;

namespace Souq.Catalog.Contracts;

/// <summary>The choices of one attribute by everything people call them; built once per definition.</summary>
internal sealed class ChoiceIndex
{
    private static readonly ConditionalWeakTable<AttributeDefinition, ChoiceIndex> Built = [];
    private readonly Dictionary<(string Parent, string Key), AttributeChoice> underParent = [];
    private readonly Dictionary<string, AttributeChoice> anywhere = [];
    private readonly Dictionary<string, AttributeChoice> byValue = [];
    private readonly Dictionary<string, AttributeChoice> retired = [];

    private ChoiceIndex(AttributeDefinition attribute)
    {
        // The value wins over a name, and a name over an alias of another choice.
        foreach (var choice in attribute.Choices) Add(choice, [choice.Value]);
        foreach (var choice in attribute.Choices) Add(choice, [choice.Name.Ar, choice.Name.Fr, choice.Name.En]);
        foreach (var choice in attribute.Choices)
            foreach (var alias in choice.Aliases ?? [])
                underParent.TryAdd((choice.Parent ?? "", NameKey.Of(alias)), choice);
        foreach (var choice in attribute.Retired ?? []) retired.TryAdd(choice.Value, choice);
    }

    public static ChoiceIndex Of(AttributeDefinition attribute) => Built.GetValue(attribute, a => new ChoiceIndex(a));

    public AttributeChoice? ByValue(string value) => byValue.GetValueOrDefault(value);

    /// <summary>The same, also when it is offered no more.</summary>
    public AttributeChoice? Ever(string value) => ByValue(value) ?? retired.GetValueOrDefault(value);

    /// <summary>What is offered under the parent, then what is offered under any.</summary>
    public AttributeChoice? Under(string? parent, string text) =>
        NameKey.Of(text) is { Length: > 0 } key
            ? underParent.GetValueOrDefault((parent ?? "", key)) ?? underParent.GetValueOrDefault(("", key))
            : null;

    /// <summary>A choice of that value or name under whichever parent.</summary>
    public AttributeChoice? Anywhere(string text) => anywhere.GetValueOrDefault(NameKey.Of(text));

    private void Add(AttributeChoice choice, string[] names)
    {
        byValue.TryAdd(choice.Value, choice);
        foreach (var key in names.Select(NameKey.Of).Where(k => k.Length > 0))
        {
            underParent.TryAdd((choice.Parent ?? "", key), choice);
            anywhere.TryAdd(key, choice);
        }
    }
}
