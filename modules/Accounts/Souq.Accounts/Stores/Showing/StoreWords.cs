using System.Globalization;
using Microsoft.Extensions.Localization;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Web.Components;
using Souq.Web.Localisation;

namespace Souq.Accounts.Stores.Showing;

/// <summary>Stores in the words of the reader's language.</summary>
public sealed class StoreWords(ICatalog catalog, IStringLocalizer<StoresText> text, TimeProvider time)
{
    public DateTime Now => Formats.InAlgiers(time.GetUtcNow()).DateTime;

    /// <summary>The commune and its wilaya of today; one name when they are the same.</summary>
    public string Place(int commune)
    {
        if (catalog.Current.Territory.Commune(commune) is not { } known) return "";
        var (name, wilaya) = (known.Name.ToString(), catalog.Current.Territory.WilayaOf(known, DateOnly.FromDateTime(Now)).Name.ToString());
        return name == wilaya ? name : text["Place.InWilaya", name, wilaya];
    }

    /// <summary>The communes, the first ones by name.</summary>
    public string Places(Store store) =>
        store.Places.Count > 2 ? text.Count("Place.Many", store.Places.Count - 1, Place(store.Places[0])) : string.Join(" · ", store.Places.Select(Place));

    public string Price(Price price) => price switch
    {
        { Dinars: not null } => PriceFormat.Amount(price, Languages.Current),
        { Type: PriceType.Free } => text["Price.Free"],
        _ => text["Price.OnRequest"],
    };

    /// <summary>Open now, until …; or when it opens. <c>null</c> when the hours are not said.</summary>
    public (BadgeKind Kind, string Text)? Door(Store store)
    {
        if (!store.Hours.IsSaid) return null;
        var state = store.Hours.At(Now);
        return state switch
        {
            { IsOpen: true, Change: { } end } => (BadgeKind.Good, text["Door.OpenUntil", Clock(end)]),
            { IsOpen: true } => (BadgeKind.Good, text["Door.Open"]),
            { InDays: 0, Change: { } start } => (BadgeKind.Plain, text["Door.OpensAt", Clock(start)]),
            { InDays: 1, Change: { } start } => (BadgeKind.Plain, text["Door.OpensTomorrow", Clock(start)]),
            _ => (BadgeKind.Plain, text["Door.OpensOn", Day(Now.AddDays(state.InDays).DayOfWeek), Clock(state.Change ?? 0)]),
        };
    }

    public static string Day(DayOfWeek day) => CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(day) is { Length: > 0 } name
        ? char.ToUpper(name[0], CultureInfo.CurrentCulture) + name[1..] : "";

    /// <summary><c>09:00</c>, the same in all three languages.</summary>
    public static string Clock(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60 % 24:00}:{minute % 60:00}");
}
