using System.Globalization;

namespace Souq.Web.Addresses;

/// <summary>
/// What stands in a query is what somebody typed: what is no number is none. A page takes it as text, since a parameter of another type makes an error of
/// the server of what a stranger typed.
/// </summary>
public static class Asked
{
    /// <returns><c>null</c> for what is no whole number from 0 on.</returns>
    public static long? Number(string? typed) => long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A moment by its ticks in UTC, as <see cref="DateTimeOffset.UtcTicks"/> writes it.</summary>
    public static DateTimeOffset? Moment(string? typed) => Number(typed) is > 0 and { } ticks && ticks <= DateTimeOffset.MaxValue.UtcTicks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    public static bool Yes(string? typed) => bool.TryParse(typed, out var yes) && yes;
}
