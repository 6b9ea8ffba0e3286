using System.Runtime.CompilerServices;
using Souq.Kernel;

namespace Souq.Catalog.Contracts;

/// <summary>Reads what people typed for a section's attributes into canonical values, and canonical values into what people read.</summary>
public static class AttributeRules
{
    // Of each section once; they go with it.
    private static readonly ConditionalWeakTable<IReadOnlyList<AttributeDefinition>, IReadOnlyList<AttributeDefinition>> Orders = [];

    /// <summary>
    /// Canonical values: a number in invariant notation, the <see cref="AttributeChoice.Value"/> of a choice (or the open text), several
    /// choices joined by <c>|</c>, <c>true</c>/<c>false</c>. Unknown keys and blanks are dropped; everything wrong is named by field
    /// (<c>attr.mileage</c>). Choices are also found by their name in any language and by their aliases; several choices may be typed
    /// with commas or semicolons between them.
    /// </summary>
    public static (IReadOnlyDictionary<string, string> Values, IReadOnlyList<Refusal> Refusals) Read(
        Section section, IReadOnlyDictionary<string, string?> typed)
    {
        var values = new Dictionary<string, string>();
        var refusals = new List<Refusal>();
        foreach (var attribute in InOrderOfDependence(section.Attributes))
        {
            var text = SafeText.Line(typed.GetValueOrDefault(attribute.Key));
            if (text.Length == 0)
            {
                if (attribute.Required) refusals.Add(new Refusal("Attribute.Required", FieldOf(attribute), attribute.Name));
                continue;
            }

            var (value, refusal) = AttributeReader.Read(section, attribute, text, values);
            if (refusal is not null) refusals.Add(refusal);
            else if (value.Length > 0) values[attribute.Key] = value;
        }

        if (refusals.Count == 0) return (values, refusals);
        // People read what is wrong in the order they were asked.
        var places = section.Attributes.Select((a, place) => (Field: FieldOf(a), place)).ToDictionary(a => a.Field, a => a.place);
        return (values, [.. refusals.OrderBy(r => places[r.Field!])]);
    }

    /// <summary>Each after the one it depends on (make, model, version), however many levels; a circle, which no section has, ends at its start.</summary>
    public static IReadOnlyList<AttributeDefinition> InOrderOfDependence(IReadOnlyList<AttributeDefinition> attributes) => Orders.GetValue(attributes, Order);

    private static IReadOnlyList<AttributeDefinition> Order(IReadOnlyList<AttributeDefinition> attributes)
    {
        var byKey = attributes.ToDictionary(a => a.Key);
        var ordered = new List<AttributeDefinition>(attributes.Count);
        var seen = new HashSet<string>();
        foreach (var attribute in attributes) Visit(attribute);
        return ordered;

        void Visit(AttributeDefinition attribute)
        {
            if (!seen.Add(attribute.Key)) return;
            if (attribute.DependsOn is { } on && byKey.GetValueOrDefault(on) is { } decider) Visit(decider);
            ordered.Add(attribute);
        }
    }

    /// <summary>The form field of an attribute, as in <see cref="Refusal.Field"/>.</summary>
    public static string FieldOf(AttributeDefinition attribute) => "attr." + attribute.Key;

    /// <summary>A canonical value as people read it: the choice's name, the number grouped and with its unit, yes or no.</summary>
    public static string Display(AttributeDefinition attribute, string value, Language language) => attribute.Kind switch
    {
        AttributeKind.Number => NumberText.Read(value, 10, null) is { } number ? NumberText.Display(number, attribute.Unit, language) : value,
        AttributeKind.Choice => NameOf(attribute, value, language),
        AttributeKind.Choices => string.Join(AttributeWords.ListSeparator(language), value.Split('|').Select(v => NameOf(attribute, v, language))),
        AttributeKind.YesNo => AttributeWords.YesNo(value == "true", language),
        _ => value,
    };

    private static string NameOf(AttributeDefinition attribute, string value, Language language) =>
        ChoiceIndex.Of(attribute).Ever(value)?.Name.In(language) ?? value;
}
