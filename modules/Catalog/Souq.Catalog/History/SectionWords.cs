using Microsoft.Extensions.Localization;
using Souq.Catalog.Editing;
using Souq.Catalog.Sections;
using Souq.Kernel;
using Souq.Web.Localisation;

namespace Souq.Catalog.History;

/// <summary>What happened to a section, in the reader's language.</summary>
public sealed class SectionWords(IStringLocalizer<DeskText> text)
{
    public string Title(SectionChange change) => change switch
    {
        { Undoes: { } version, Event: SectionReopened } => text["History.Reopened", version],
        { Undoes: { } version } => text["History.Undid", version],
        { Event: SectionAdded, By: null } => text["History.Delivered"],
        { Event: SectionAdded } => text["History.Opened"],
        { Event: SectionRetired } => text["History.Retired"],
        { By: null } => text["History.RevisedByDelivery"],
        _ => text["History.Revised"],
    };

    /// <summary>One line for each thing that changed.</summary>
    public IReadOnlyList<string> Lines(SectionChange change, CatalogState state) => change switch
    {
        { Event: SectionRetired { MovesTo: { } to } } => [text["History.MovesTo", Isolated(NameOf(to, state))]],
        { Event: SectionReopened } => [text["History.AdvertsStay"]],
        { Before: { } before } => Difference(before, change.After, state),
        _ => [],
    };

    /// <summary>As in <c>Life: 60 days → 45 days</c>.</summary>
    public IReadOnlyList<string> Difference(SectionDefinition before, SectionDefinition after, CatalogState state) =>
    [
        .. SectionParts.All.Where(part => part.Differs(before, after))
            .Select(part => FromTo(text["Part." + part.Name], Value(part.Name, before, state), Value(part.Name, after, state))),
        .. SectionParts.Attributes(before, after).SelectMany(key => Attribute(before.Attribute(key), after.Attribute(key))),
        .. SectionParts.Reordered(before, after) ? [text["History.Reordered"].Value] : Array.Empty<string>(),
    ];

    private string Value(string part, SectionDefinition s, CatalogState state) => part switch
    {
        "NameAr" => s.Name.Ar,
        "NameFr" => s.Name.Fr,
        "NameEn" => s.Name.En,
        "Slug" => s.Slug,
        "Icon" => s.Icon,
        "Parent" => s.ParentId is { } id ? NameOf(id, state) : text["Part.Top"],
        "Order" => Formats.Number(s.Order),
        "LifeDays" => text.Count("Days", s.LifeDays),
        "PhotoLimit" => Formats.Number(s.PhotoLimit),
        "PriceTypes" => Joined(s.PriceTypes.Select(t => text["PriceType." + t].Value)),
        "PricePers" => Joined(s.PricePers.Select(p => text["PricePer." + p].Value)),
        "SpeaksMillions" => YesNo(s.SpeaksMillions),
        "TakesAdverts" => YesNo(s.TakesAdverts),
        "Inherits" => YesNo(s.Inherits),
        _ => s.Without.Count == 0 ? text["Nothing"] : Joined(s.Without.Select(key => AttributeName(key, s, state))),
    };

    private IEnumerable<string> Attribute(AttributeShape? before, AttributeShape? after)
    {
        if (before is null) return [text["History.AttributeAdded", Isolated(after!.Name.In(Languages.Current))]];
        if (after is null) return [text["History.AttributeRemoved", Isolated(before.Name.In(Languages.Current))]];
        return AttributeParts(before).Zip(AttributeParts(after)).Where(p => p.First.Value != p.Second.Value)
            .Select(p => FromTo(text["History.OfAttribute", Isolated(after.Name.In(Languages.Current)), text["Asked." + p.First.Part]], p.First.Value, p.Second.Value));
    }

    private IEnumerable<(string Part, string Value)> AttributeParts(AttributeShape a) =>
    [
        ("NameAr", a.Name.Ar), ("NameFr", a.Name.Fr), ("NameEn", a.Name.En), ("Kind", text["Kind." + a.Kind]),
        ("Required", YesNo(a.Required)), ("Filterable", YesNo(a.Filterable)), ("OnCard", YesNo(a.OnCard)),
        ("Unit", a.Unit is { } unit ? Joined([unit.Ar, unit.Fr, unit.En]) : text["Nothing"]),
        ("Min", a.Min is { } min ? Formats.Number(min) : text["Nothing"]), ("Max", a.Max is { } max ? Formats.Number(max) : text["Nothing"]),
        ("Decimals", Formats.Number(a.Decimals)), ("List", a.List ?? text["Nothing"]), ("DependsOn", a.DependsOn ?? text["Nothing"]), ("Open", YesNo(a.Open)),
    ];

    private static string AttributeName(string key, SectionDefinition s, CatalogState state)
    {
        for (var above = s.ParentId; above is { } id && state.Section(id) is { } parent; above = parent.Definition.ParentId)
            if ((parent.Definition.Attribute(key) ?? parent.FormerAttributes.FirstOrDefault(a => a.Key == key)) is { } asked)
                return asked.Name.In(Languages.Current);
        return key;
    }

    private static string NameOf(int id, CatalogState state) => state.Section(id)?.Definition.Name.In(Languages.Current) ?? $"#{id}";

    private string FromTo(string what, string before, string after) => text["History.FromTo", what, Isolated(before), Isolated(after)];

    private string YesNo(bool yes) => text[yes ? "Yes" : "No"];

    private string Joined(IEnumerable<string> words) => string.Join(text["Comma"] + " ", words);

    /// <summary>Letters of another direction inside a sentence stay together: what <c>bdi</c> is in markup.</summary>
    internal static string Isolated(string word) => $"\u2068{word}\u2069";
}
