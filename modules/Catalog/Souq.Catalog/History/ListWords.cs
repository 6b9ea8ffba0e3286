using Microsoft.Extensions.Localization;
using Souq.Catalog.Choices;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Web.Localisation;

namespace Souq.Catalog.History;

/// <summary>What happened to a choice list, in the reader's language.</summary>
public sealed class ListWords(IStringLocalizer<DeskText> text)
{
    public string Title(ListChange change) => change switch
    {
        { Undoes: { } version } => text["History.Undid", version],
        { Event: ChoiceListAdded, By: null } => text["History.Delivered"],
        { Event: ChoiceListAdded } => text["History.ListOpened"],
        { Event: ChoiceAdded added } => text["History.ChoiceAdded", Name(added.Choice)],
        { Event: ChoiceRevised revised } => text["History.ChoiceRevised", Name(revised.Choice)],
        { Event: ChoiceRetired retired } => text["History.ChoiceRetired", Name(retired.Choice)],
        { Event: ChoiceReopened reopened } => text["History.ChoiceReopened", Name(reopened.Choice)],
        { By: null } => text["History.RevisedByDelivery"],
        _ => text["History.Revised"],
    };

    /// <summary>One line for each thing that changed.</summary>
    public IReadOnlyList<string> Lines(ListChange change)
    {
        if (change.Before is not { } before) return [text.Count("Choices", change.After.List.Choices.Count)];
        if (change is { Event: ChoiceListRevised })
            return [Counted("History.ChoicesAdded", change.After, before), Counted("History.ChoicesGone", before, change.After)];
        if (change.Choice is not { } choice) return [];
        if (change is { Event: ChoiceRevised } && before.Ever(choice.Value, choice.Parent) is { } was)
            return [.. Parts(was).Zip(Parts(choice)).Where(p => p.First.Value != p.Second.Value).Select(p => text["History.FromTo",
                text["Part." + p.First.Part], SectionWords.Isolated(p.First.Value), SectionWords.Isolated(p.Second.Value)].Value)];
        return choice.Parent is { } parent ? [text["History.Under", SectionWords.Isolated(parent)]] : [];
    }

    private string Counted(string key, CatalogChoiceList more, CatalogChoiceList less) =>
        text.Count(key, more.List.Choices.Count(c => !less.List.Choices.Any(other => other.IsSame(c))));

    private IEnumerable<(string Part, string Value)> Parts(AttributeChoice choice) =>
    [
        ("NameAr", choice.Name.Ar), ("NameFr", choice.Name.Fr), ("NameEn", choice.Name.En),
        ("Aliases", choice.Aliases is { Count: > 0 } aliases ? string.Join(text["Comma"] + " ", aliases) : text["Nothing"]),
    ];

    private static string Name(AttributeChoice choice) => SectionWords.Isolated(choice.Name.In(Languages.Current));
}
