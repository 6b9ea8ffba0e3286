using Souq.Kernel;

namespace Souq.Catalog.Contracts;

/// <summary>Reads what people typed for a section's attributes into canonical values, and canonical values into what people read.</summary>
public static class AttributeRules
{
    /// <summary>
    /// Canonical values: a number in invariant notation, the <see cref="AttributeChoice.Value"/> of a choice (or the open text), several
    /// choices joined by <c>|</c>, <c>true</c>/<c>false</c>. Unknown keys and blanks are dropped; everything wrong is named by field
    /// (<c>attr.mileage</c>).
    /// </summary>
    public static (IReadOnlyDictionary<string, string> Values, IReadOnlyList<Refusal> Refusals) Read(
        Section section, IReadOnlyDictionary<string, string?> typed) => throw new NotImplementedException();

    /// <summary>A canonical value as people read it: the choice's name, the number grouped and with its unit, yes or no.</summary>
    public static string Display(AttributeDefinition attribute, string value, Language language) => throw new NotImplementedException();
}
