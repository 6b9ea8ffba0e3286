using Microsoft.Extensions.Localization;
using Souq.Web.Localisation;

namespace Souq.Moderation.Dashboard;

/// <summary>How long something took, roughly, in the reader's language.</summary>
public sealed class DurationWords(IStringLocalizer<DashboardText> text)
{
    public string Of(TimeSpan duration) =>
        duration < TimeSpan.FromMinutes(90) ? text.Count("Minutes", (long)Math.Round(duration.TotalMinutes))
        : duration < TimeSpan.FromHours(48) ? text.Count("Hours", (long)Math.Round(duration.TotalHours))
        : text.Count("Days", (long)Math.Round(duration.TotalDays));
}
