using Souq.Kernel;

namespace Souq.Catalog.Contracts;

/// <summary>Reads one typed answer, already cleaned and not blank.</summary>
internal static class AttributeReader
{
    private const int LongestOwnWord = 60;
    private const int LongestText = 200;

    /// <summary>The canonical value, or why there is none. <paramref name="before"/> holds the values of what it may depend on.</summary>
    public static (string Value, Refusal? Refusal) Read(
        Section section, AttributeDefinition attribute, string text, Dictionary<string, string> before) => attribute.Kind switch
        {
            AttributeKind.Number => Number(attribute, text),
            AttributeKind.YesNo => AttributeWords.ReadYesNo(text) is { } yes ? (yes ? "true" : "false", null) : NotAChoice(attribute, text),
            AttributeKind.Choice => Choice(section, attribute, text, before),
            AttributeKind.Choices => Choices(section, attribute, text, before),
            _ => Text(attribute, text, LongestText),
        };

    private static (string, Refusal?) Number(AttributeDefinition attribute, string text) =>
        NumberText.Read(text, attribute.Decimals, attribute.Unit) is not { } number
            ? No("Attribute.NotANumber", attribute, text)
            : number < attribute.Min ? No("Attribute.TooSmall", attribute, Bound(attribute, attribute.Min.Value))
            : number > attribute.Max ? No("Attribute.TooBig", attribute, Bound(attribute, attribute.Max.Value))
            : (NumberText.Canonical(number), null);

    private static (string, Refusal?) Text(AttributeDefinition attribute, string text, int longest) =>
        text.Length > (attribute.Max ?? longest) ? No("Attribute.TooLong", attribute, attribute.Max ?? longest)
        : text.Length < attribute.Min ? No("Attribute.TooShort", attribute, attribute.Min.Value)
        : (text, null);

    private static (string, Refusal?) Choice(
        Section section, AttributeDefinition attribute, string text, Dictionary<string, string> before)
    {
        var choices = ChoiceIndex.Of(attribute);
        var parent = attribute.DependsOn is null ? null : before.GetValueOrDefault(attribute.DependsOn);
        if (choices.Under(parent, text) is { } found) return (found.Value, null);

        var elsewhere = attribute.DependsOn is null ? null : choices.Anywhere(text);
        // What was read is read again as it is, also where the value of the one is an alias of another.
        if (elsewhere is not null && parent is null) return ((choices.Under(null, elsewhere.Value) ?? elsewhere).Value, null);
        // Further down names repeat (the trims of many models), and who may use words of his own is believed.
        var further = attribute.DependsOn is not null && section.Attribute(attribute.DependsOn) is { DependsOn: not null };
        if (elsewhere is not null && attribute.Open && further) return (elsewhere.Value, null);
        // An own parent (a make the list lacks) has no children to compare with.
        var parentChoice = parent is null ? null : ParentOf(section, attribute, parent);
        if (elsewhere is not null && (parentChoice is not null || !attribute.Open))
            return ("", new Refusal("Attribute.NotUnderParent", AttributeRules.FieldOf(attribute), elsewhere.Name, parentChoice?.Name ?? (object)parent!));

        // What was chosen while it was offered stays chosen; by its value alone, which nobody types.
        if (choices.Ever(text) is { } retired) return (retired.Value, null);
        return attribute.Open && NameKey.Of(text).Length > 0 ? Text(attribute, text, LongestOwnWord) : NotAChoice(attribute, text);
    }

    private static (string, Refusal?) Choices(
        Section section, AttributeDefinition attribute, string text, Dictionary<string, string> before)
    {
        var values = new HashSet<string>();
        foreach (var part in text.Split(['|', ',', ';', '\u060C', '\u061B'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (value, refusal) = Choice(section, attribute, part, before);
            if (refusal is not null) return ("", refusal);
            values.Add(value);
        }

        if (values.Count == 1) return (values.Single(), null);
        // In the order of the list, each once, and words of his own after them.
        var listed = attribute.Choices.Select(c => c.Value).Where(values.Remove).ToList();
        return (string.Join('|', listed.Concat(values)), null);
    }

    private static AttributeChoice? ParentOf(Section section, AttributeDefinition attribute, string parent) =>
        section.Attribute(attribute.DependsOn!) is { } definition ? ChoiceIndex.Of(definition).ByValue(parent) : null;

    private static LocalizedText Bound(AttributeDefinition attribute, decimal number) => new(
        NumberText.Display(number, attribute.Unit, Language.Arabic),
        NumberText.Display(number, attribute.Unit, Language.French),
        NumberText.Display(number, attribute.Unit, Language.English));

    private static (string, Refusal?) NotAChoice(AttributeDefinition attribute, string text) =>
        No("Attribute.NotAChoice", attribute, text.Length > 40 ? text[..40] : text);

    private static (string, Refusal?) No(string key, AttributeDefinition attribute, object detail) =>
        ("", new Refusal(key, AttributeRules.FieldOf(attribute), attribute.Name, detail));
}
