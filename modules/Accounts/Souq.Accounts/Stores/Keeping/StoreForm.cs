using System.Globalization;
using Microsoft.AspNetCore.Http;
using Souq.Catalog.Contracts;
using Souq.Kernel;

namespace Souq.Accounts.Stores.Keeping;

/// <summary>A place as typed.</summary>
public sealed record PlaceRow(string? Wilaya, string? Commune, string? Line);

/// <summary>The form of a store as it was typed, so that it can come back exactly so.</summary>
public sealed class StoreForm
{
    public string? Title { get; init; }
    public string? Slug { get; init; }
    public string? Words { get; init; }
    public string? Website { get; init; }
    public IReadOnlyList<PlaceRow> Places { get; init; } = [new(null, null, null)];
    public IReadOnlyList<string?> Phones { get; init; } = [];
    private IReadOnlyDictionary<string, string?> Times { get; init; } = new Dictionary<string, string?>();

    public static StoreForm Of(Store store, StoreCard card, Territory territory, DateOnly today) => new()
    {
        Title = store.Title,
        Slug = store.Slug,
        Words = store.Words,
        Website = store.Website,
        Places = store.Places.Count == 0 ? [new(null, null, null)] : [.. store.Places.Select((code, i) => new PlaceRow(
            territory.Commune(code) is { } commune ? Text(territory.WilayaOf(commune, today).Code) : null, Text(code), card.AddressLine(i)))],
        Phones = [.. card.Phones.Select(PersonRules.PhoneForPeople)],
        Times = store.Hours.Spans.GroupBy(s => s.Day).SelectMany(day => day.OrderBy(s => s.From).Take(2).SelectMany((span, i) => new[]
        {
            KeyValuePair.Create(Field(day.Key, i, "from"), (string?)Clock(span.From)), KeyValuePair.Create(Field(day.Key, i, "to"), (string?)Clock(span.To)),
        })).ToDictionary(),
    };

    /// <summary>For somebody who has none yet.</summary>
    public static StoreForm New(Person person) => new() { Title = person.StoreName, Phones = [PersonRules.PhoneForPeople(person.Phone)] };

    public static StoreForm Posted(IFormCollection form)
    {
        var more = form["pick"] == "place" ? 1 : 0;
        var rows = Enumerable.Range(0, StoreRules.MostPlaces).TakeWhile(i => form.ContainsKey($"place{i}.wilaya")).Count();
        var times = OpeningHours.Days.SelectMany(Fields).ToDictionary(name => name, name => Typed(form, name));
        if (form["pick"] == "hours") Repeat(times);
        return new StoreForm
        {
            Title = Typed(form, "title"),
            Slug = Typed(form, "slug"),
            Words = Typed(form, "words"),
            Website = Typed(form, "website"),
            Places = [.. Enumerable.Range(0, Math.Clamp(rows + more, 1, StoreRules.MostPlaces)).Select(i =>
                new PlaceRow(Typed(form, $"place{i}.wilaya"), Typed(form, $"place{i}.commune"), Typed(form, $"place{i}.line")))],
            Phones = [.. Enumerable.Range(0, StoreRules.MostPhones).Select(i => Typed(form, $"phone{i}"))],
            Times = times,
        };
    }

    public string? Phone(int index) => index < Phones.Count ? Phones[index] : null;

    public string? Time(DayOfWeek day, int span, string end) => Times.GetValueOrDefault(Field(day, span, end));

    public static string Field(DayOfWeek day, int span, string end) => $"{day}{span}.{end}";

    /// <summary><c>null</c> when something is wrong, and then the refusals say what.</summary>
    public StoreText? Read(Territory territory, ICollection<Refusal> refusals)
    {
        var title = PersonRules.Name(Title, refusals, "title");
        var slug = StoreSlug.Read(Slug, Title, refusals);
        var words = StoreRules.Words(Words, refusals);
        var website = StoreRules.Website(Website, refusals);
        var places = StoreRules.Places(Places.Select(p => (p.Wilaya, p.Commune, p.Line)), territory, refusals);
        var phones = StoreRules.Phones(Phones, refusals);
        var hours = StoreRules.Hours(OpeningHours.Days.SelectMany(day => Enumerable.Range(0, 2).Select(i =>
            (day, Time(day, i, "from"), Time(day, i, "to"), Field(day, i, "from")))), refusals);
        return refusals.Count == 0 ? new StoreText(title!, slug!, words, website, places, phones, hours) : null;
    }

    // The first day that has hours stands for the week; Friday keeps what it has.
    private static void Repeat(Dictionary<string, string?> times)
    {
        var model = OpeningHours.Days.FirstOrDefault(d => Fields(d).Any(name => times[name] is { Length: > 0 }), DayOfWeek.Friday);
        foreach (var day in OpeningHours.Days.Where(d => d != model && d != DayOfWeek.Friday))
            foreach (var (to, from) in Fields(day).Zip(Fields(model))) times[to] = times[from];
    }

    private static IEnumerable<string> Fields(DayOfWeek day) =>
        [Field(day, 0, "from"), Field(day, 0, "to"), Field(day, 1, "from"), Field(day, 1, "to")];

    private static string? Typed(IFormCollection form, string name) => form.TryGetValue(name, out var value) ? value.ToString() : null;

    private static string Text(int code) => code.ToString(CultureInfo.InvariantCulture);

    private static string Clock(int minute) => Showing.StoreWords.Clock(minute);
}
