using Microsoft.Extensions.Localization;

namespace Souq.Digests.Subscribing;

/// <summary>How often letters come, in the language of the moment.</summary>
public sealed class RhythmWords(IStringLocalizer<DigestsText> text)
{
    public string Of(Rhythm rhythm) => rhythm.Pace switch
    {
        Frequency.Daily => text["Rhythm.Daily", Hour(rhythm)],
        Frequency.Weekly => text["Rhythm.Weekly", RhythmForm.Day(rhythm.Weekday), Hour(rhythm)],
        _ => text[$"Frequency.{rhythm.Pace}"],
    };

    private static string Hour(Rhythm rhythm) => $"{rhythm.Hour:00}:00";
}
