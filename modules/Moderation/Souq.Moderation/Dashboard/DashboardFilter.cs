using System.Globalization;
using Souq.Catalog.Contracts;

namespace Souq.Moderation.Dashboard;

/// <summary>Which decisions are counted.</summary>
/// <param name="Days">So many up to today.</param>
/// <param name="Section">With all below it; <c>null</c> for the whole market.</param>
/// <param name="Rule">That had something to say; <c>null</c> for all decisions.</param>
/// <param name="Language">Of the advert; <c>null</c> for all.</param>
public sealed record DashboardFilter(int Days, int? Section, Guid? Rule, string? Language)
{
    public static IReadOnlyList<int> Periods { get; } = [7, 30, 90, 365];

    public static IReadOnlyList<string> Languages { get; } = ["ar", "fr", "en"];

    /// <summary>As it stands in an address; what it does not understand it leaves out.</summary>
    public static DashboardFilter Of(string? days, string? section, string? rule, string? language, CatalogSnapshot catalog) => new(
        int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Periods.Contains(number) ? number : 30,
        int.TryParse(section, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && catalog.Section(id) is not null ? id : null,
        Guid.TryParse(rule, out var ruleId) ? ruleId : null,
        Languages.Contains(language) ? language : null);
}
