using System.Globalization;

namespace Souq.Web.Localisation;

/// <summary>A moment in Algiers as a field for dates and times writes it, to the minute.</summary>
public static class LocalMoment
{
    private const string Shape = "yyyy-MM-dd'T'HH:mm";

    public static string Write(DateTimeOffset at) => Formats.InAlgiers(at).ToString(Shape, CultureInfo.InvariantCulture);

    /// <summary>The end of that minute, so that what happened within it has happened; <c>null</c> for anything else.</summary>
    public static DateTimeOffset? Read(string? typed) =>
        DateTime.TryParseExact(typed, [Shape, Shape + "':'ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Year is > 1 and < 9999
            ? Formats.FromAlgiers(local).AddSeconds(59.999) : null;
}
