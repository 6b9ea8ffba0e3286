using System.Text.Json;
using System.Text.Json.Serialization;
using Souq.Catalog.Contracts;
using Souq.Catalog.Sections;
using Souq.Kernel;

namespace Souq.Catalog.Shipped;

/// <summary>Reads the sections, one file per top section; what a subsection leaves out it has from its parent. Names are [ar, fr, en].</summary>
internal static class ShippedSections
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static IReadOnlyList<Versioned<SectionDefinition>> Read() =>
        [.. DataFile.In("Sections").SelectMany((name, order) => Flatten(ReadFile(name), null, order + 1))];

    private static SectionFile ReadFile(string name)
    {
        using var file = DataFile.Open(name);
        return JsonSerializer.Deserialize<SectionFile>(file, Options)!;
    }

    private static IEnumerable<Versioned<SectionDefinition>> Flatten(SectionFile file, SectionDefinition? parent, int order)
    {
        var section = new SectionDefinition(
            file.Id, parent?.Id, order, file.Slug, Text(file.Name), file.Icon,
            file.LifeDays ?? parent?.LifeDays ?? 60,
            file.PhotoLimit ?? parent?.PhotoLimit ?? 10,
            file.PriceTypes ?? parent?.PriceTypes ?? [PriceType.Negotiable],
            file.SpeaksMillions ?? parent?.SpeaksMillions ?? false,
            file.TakesAdverts, file.Inherits, file.Without ?? [], [.. (file.Attributes ?? []).Select(Shape)],
            file.PricePers ?? parent?.PricePers ?? [PricePer.Whole]);
        return (file.Sections ?? []).SelectMany((child, at) => Flatten(child, section, at + 1))
            .Prepend(new Versioned<SectionDefinition>(file.Version, section));
    }

    private static AttributeShape Shape(AttributeFile file) => new(
        file.Key, Text(file.Name), file.Kind, file.Required, file.Filterable, file.OnCard, file.Unit is null ? null : Text(file.Unit),
        file.Min, file.Max, file.Decimals, file.DependsOn, file.Open, file.List);

    private static LocalizedText Text(string[] names) => new(names[0], names[1], names[2]);

    private sealed record SectionFile(
        int Id, int Version, string Slug, string[] Name, string Icon, int? LifeDays, int? PhotoLimit, PriceType[]? PriceTypes,
        PricePer[]? PricePers,
        bool? SpeaksMillions, string[]? Without, AttributeFile[]? Attributes, SectionFile[]? Sections,
        bool TakesAdverts = true, bool Inherits = true);

    private sealed record AttributeFile(
        string Key, string[] Name, AttributeKind Kind, string[]? Unit, decimal? Min, decimal? Max, string? DependsOn, string? List,
        int Decimals = 0, bool Required = false, bool Filterable = false, bool OnCard = false, bool Open = false);
}
