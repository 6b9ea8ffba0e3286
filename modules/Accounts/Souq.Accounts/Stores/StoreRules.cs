using Souq.Catalog.Contracts;
using Souq.Kernel;

namespace Souq.Accounts.Stores;

/// <summary>A place of business.</summary>
/// <param name="Commune">ONS code.</param>
/// <param name="Line">Street and number; may be empty.</param>
public sealed record StorePlace(int Commune, string Line);

/// <summary>All that the form says of a store, cleaned.</summary>
/// <param name="Phones">E.164.</param>
public sealed record StoreText(
    string Title, string Slug, string Words, string? Website, IReadOnlyList<StorePlace> Places, IReadOnlyList<string> Phones, OpeningHours Hours);

/// <summary>What may stand on a store. Each rule gives the cleaned value, or says what is wrong.</summary>
public static class StoreRules
{
    public const int WordsMax = 2000;
    public const int LineMax = 120;
    public const int WebsiteMax = 200;
    public const int MostPlaces = 5;
    public const int MostPhones = 3;

    public static string Words(string? typed, ICollection<Refusal> refusals)
    {
        var words = SafeText.Lines(typed);
        if (words.Length > WordsMax) refusals.Add(new Refusal("Store.Words.Long", "words", WordsMax));
        return words;
    }

    /// <summary>With its scheme; <c>null</c> without a refusal when there is none.</summary>
    public static string? Website(string? typed, ICollection<Refusal> refusals)
    {
        var text = SafeText.Line(typed);
        if (text.Length == 0) return null;
        if (!text.Contains("://", StringComparison.Ordinal)) text = "https://" + text;
        if (text.Length <= WebsiteMax && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            && uri.UserInfo.Length == 0 && uri.HostNameType == UriHostNameType.Dns && uri.Host.Contains('.')) return uri.AbsoluteUri;
        refusals.Add(new Refusal("Store.Website.Wrong", "website"));
        return null;
    }

    /// <summary>Rows of the form; those without a wilaya, commune and line are passed over.</summary>
    public static IReadOnlyList<StorePlace> Places(
        IEnumerable<(string? Wilaya, string? Commune, string? Line)> rows, Territory territory, ICollection<Refusal> refusals)
    {
        var places = new List<StorePlace>();
        foreach (var (index, (wilaya, commune, typed)) in rows.Take(MostPlaces).Index())
        {
            var line = SafeText.Line(typed);
            if (string.IsNullOrWhiteSpace(wilaya) && string.IsNullOrWhiteSpace(commune) && line.Length == 0) continue;
            if (line.Length > LineMax) refusals.Add(new Refusal("Store.Line.Long", $"place{index}.line", LineMax));
            if (int.TryParse(commune, out var code) && territory.Commune(code) is { IsWholeWilaya: false }) places.Add(new StorePlace(code, line));
            else refusals.Add(new Refusal("Store.Place.Commune", $"place{index}.commune"));
        }

        if (places.Count == 0 && refusals.All(r => r.Field?.StartsWith("place", StringComparison.Ordinal) != true))
            refusals.Add(new Refusal("Store.Place.Missing", "place0.wilaya"));
        return places;
    }

    public static IReadOnlyList<string> Phones(IEnumerable<string?> rows, ICollection<Refusal> refusals) =>
        [.. rows.Take(MostPhones).Index().Select(row => PersonRules.Phone(row.Item, refusals, $"phone{row.Index}")).OfType<string>().Distinct()];

    /// <summary>Rows of the form, each a day, with up to two spans as <c>HH:mm</c>.</summary>
    public static OpeningHours Hours(IEnumerable<(DayOfWeek Day, string? From, string? To, string Field)> rows, ICollection<Refusal> refusals)
    {
        var spans = new List<OpenSpan>();
        foreach (var (day, from, to, field) in rows)
        {
            if (string.IsNullOrWhiteSpace(from) && string.IsNullOrWhiteSpace(to)) continue;
            if (Minute(from) is not { } start || Minute(to) is not { } end || start == end) refusals.Add(new Refusal("Store.Hours.Wrong", field));
            else if (spans.Exists(s => s.Day == day && Meet(s, start, end))) refusals.Add(new Refusal("Store.Hours.Overlap", field));
            else spans.Add(new OpenSpan(day, start, end));
        }

        return new OpeningHours([.. spans.OrderBy(s => s.Day).ThenBy(s => s.From)]);
    }

    private static bool Meet(OpenSpan one, int from, int to) => Covers(one.From, one.Length, from) || Covers(from, new OpenSpan(one.Day, from, to).Length, one.From);

    private static bool Covers(int from, int length, int at) => at >= from && at < from + length;

    // A door that closes at midnight closes at 24:00, which a field for times cannot say.
    private static int? Minute(string? text) =>
        TimeOnly.TryParseExact(text?.Trim(), ["HH:mm", "H:mm", "HH:mm:ss"], null, System.Globalization.DateTimeStyles.None, out var time)
            ? (time.Hour * 60) + time.Minute : null;
}
