using Souq.Catalog.Sections;

namespace Souq.Catalog.Editing;

/// <summary>One thing a section is, so that changes can be told and taken back one by one.</summary>
/// <param name="Name">As in the texts: <c>Part.LifeDays</c>.</param>
/// <param name="Value">To be compared.</param>
/// <param name="Take">The first section with this part of the second.</param>
public sealed record SectionPart(string Name, Func<SectionDefinition, object?> Value, Func<SectionDefinition, SectionDefinition, SectionDefinition> Take)
{
    public bool Differs(SectionDefinition one, SectionDefinition other) => !Equals(Value(one), Value(other));
}

/// <summary>All parts of a section but its attributes, which are compared key by key.</summary>
public static class SectionParts
{
    public static IReadOnlyList<SectionPart> All { get; } =
    [
        new("NameAr", s => s.Name.Ar, (s, o) => s with { Name = s.Name with { Ar = o.Name.Ar } }),
        new("NameFr", s => s.Name.Fr, (s, o) => s with { Name = s.Name with { Fr = o.Name.Fr } }),
        new("NameEn", s => s.Name.En, (s, o) => s with { Name = s.Name with { En = o.Name.En } }),
        new("Slug", s => s.Slug, (s, o) => s with { Slug = o.Slug }),
        new("Icon", s => s.Icon, (s, o) => s with { Icon = o.Icon }),
        new("Parent", s => s.ParentId, (s, o) => s with { ParentId = o.ParentId }),
        new("Order", s => s.Order, (s, o) => s with { Order = o.Order }),
        new("LifeDays", s => s.LifeDays, (s, o) => s with { LifeDays = o.LifeDays }),
        new("PhotoLimit", s => s.PhotoLimit, (s, o) => s with { PhotoLimit = o.PhotoLimit }),
        new("PriceTypes", s => string.Join(',', s.PriceTypes), (s, o) => s with { PriceTypes = o.PriceTypes }),
        new("PricePers", s => string.Join(',', s.PricePers), (s, o) => s with { PricePers = o.PricePers }),
        new("SpeaksMillions", s => s.SpeaksMillions, (s, o) => s with { SpeaksMillions = o.SpeaksMillions }),
        new("TakesAdverts", s => s.TakesAdverts, (s, o) => s with { TakesAdverts = o.TakesAdverts }),
        new("Inherits", s => s.Inherits, (s, o) => s with { Inherits = o.Inherits }),
        new("Without", s => string.Join(',', s.Without.Order(StringComparer.Ordinal)), (s, o) => s with { Without = o.Without }),
    ];

    public static bool AreSame(SectionDefinition one, SectionDefinition other) =>
        one.Attributes.SequenceEqual(other.Attributes) && All.All(part => !part.Differs(one, other));

    /// <summary>Keys of the attributes that are not the same in both, in the order of the newer.</summary>
    public static IReadOnlyList<string> Attributes(SectionDefinition before, SectionDefinition after) =>
    [
        .. after.Attributes.Concat(before.Attributes).Select(a => a.Key).Distinct()
            .Where(key => before.Attribute(key) != after.Attribute(key)),
    ];

    /// <summary>Both have the same attributes in another order.</summary>
    public static bool Reordered(SectionDefinition before, SectionDefinition after)
    {
        var (was, becomes) = (Keys(before, after), Keys(after, before));
        return !was.SequenceEqual(becomes);
    }

    private static IEnumerable<string> Keys(SectionDefinition of, SectionDefinition also) =>
        of.Attributes.Select(a => a.Key).Where(key => also.Attribute(key) is not null);
}
