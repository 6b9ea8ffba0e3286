using Microsoft.Extensions.Localization;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Listings.Display;
using Souq.Web.Components;
using Souq.Web.Localisation;

namespace Souq.Listings.History;

/// <summary>The past of an advert in the reader's language.</summary>
public sealed class HistoryWords(ICatalog catalog, ListingDisplay display, IStringLocalizer<ListingsText> text, Formats formats)
{
    public TimelineItem Item(HistoryEntry entry, int sectionId) =>
        new(entry.At, text["History." + entry.Kind], Details(entry, sectionId) is { Length: > 0 } details ? details : null, Icon(entry.Event), Kind(entry.Event));

    private string Details(HistoryEntry entry, int sectionId) => string.Join('\n', [.. Facts(entry.Event), .. entry.Changes.Select(c => Change(c, sectionId))]);

    private IEnumerable<string> Facts(object e)
    {
        if (e is Renewed renewed) yield return text["History.Until", formats.Date(renewed.ExpiresAt)];
        if (e is Published published) yield return text["History.Until", formats.Date(published.ExpiresAt)];
        if (e is Sold { Where: not SoldWhere.Unsaid } sold) yield return text["History.Sold." + sold.Where];
    }

    private string Change(ContentChange change, int sectionId)
    {
        var attribute = change.Field.StartsWith("attr.", StringComparison.Ordinal)
            ? catalog.Current.Section(sectionId)?.Attribute(change.Field["attr.".Length..]) : null;
        var name = attribute?.Name.In(Languages.Current) ?? (change.Field.StartsWith("attr.", StringComparison.Ordinal)
            ? change.Field["attr.".Length..] : text["History.Field." + change.Field].Value);
        return change.Field == "description" ? text["History.Rewritten", name] : text["History.Change", name, Value(change.Before), Value(change.After)];

        string Value(object? value) => change.Field switch
        {
            "section" => display.Section((int)value!),
            "price" => display.Price(value as Price),
            "place" => display.Place((int)value!),
            _ when attribute is not null && value is string canonical => AttributeRules.Display(attribute, canonical, Languages.Current),
            _ => value?.ToString() ?? "",
        } is { Length: > 0 } said ? said : "—";
    }

    private static string Icon(object e) => e switch
    {
        DraftStarted or HandedIn => "plus",
        DetailsWritten or WordsWritten => "pencil",
        Submitted => "send",
        CorrectionAsked => "undo-2",
        ChangedByModerator or ChangeUndone => "pencil",
        RevisionRefused or Removed or TakenDown => "ban",
        Hidden => "eye-off",
        ShownAgain => "eye",
        Published => "circle-check",
        PriceChanged => "tag",
        Bumped => "arrow-up",
        Renewed or Reopened => "refresh-cw",
        Sold => "handshake",
        Expired or ExpiryAnnounced => "clock",
        Withdrawn => "trash-2",
        _ => "image",
    };

    private static BadgeKind Kind(object e) => e switch
    {
        Published or Sold or ShownAgain => BadgeKind.Good,
        RevisionRefused or Removed or Hidden => BadgeKind.Bad,
        Submitted or Expired or CorrectionAsked or ChangedByModerator => BadgeKind.Warn,
        _ => BadgeKind.Plain,
    };
}
