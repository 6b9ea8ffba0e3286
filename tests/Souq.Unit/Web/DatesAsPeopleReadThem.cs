using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Time.Testing;
using Souq.Kernel;
using Souq.Web;
using Souq.Web.Localisation;

namespace Souq.Unit.Web;

public class DatesAsPeopleReadThem
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 11, 0, 0, TimeSpan.Zero); // noon in Algiers

    [Theory]
    [InlineData(30, "الآن", "à l'instant", "just now")]
    [InlineData(2 * 60, "منذ دقيقتين", "il y a 2 minutes", "2 minutes ago")]
    [InlineData(3 * 3600, "منذ 3 ساعات", "il y a 3 heures", "3 hours ago")]
    [InlineData(11 * 3600, "منذ 11 ساعة", "il y a 11 heures", "11 hours ago")]
    [InlineData(20 * 3600, "أمس", "hier", "yesterday")]
    [InlineData(2 * 86400, "منذ يومين", "il y a 2 jours", "2 days ago")]
    [InlineData(7 * 86400, "منذ 7 أيام", "il y a 7 jours", "7 days ago")]
    [InlineData(8 * 86400, "16 نوفمبر", "16 novembre", "16 November")]
    [InlineData(400 * 86400, "20 أكتوبر 2025", "20 octobre 2025", "20 October 2025")]
    public void An_age_is_told_for_a_week_and_then_the_day(int seconds, string arabic, string french, string english)
    {
        var at = Now.AddSeconds(-seconds);
        (Ago(at, Language.Arabic), Ago(at, Language.French), Ago(at, Language.English)).ShouldBe((arabic, french, english));
    }

    [Fact]
    public void Times_are_those_of_Algiers() => Formats.Time(new DateTimeOffset(2026, 7, 1, 23, 30, 0, TimeSpan.Zero)).ShouldBe("00:30");

    private static string Ago(DateTimeOffset at, Language language)
    {
        using var _ = new InLanguage(language);
        return Of(Now).Ago(at);
    }

    private static Formats Of(DateTimeOffset now)
    {
        var services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        return new Formats(services.GetRequiredService<IStringLocalizer<WebText>>(), new FakeTimeProvider(now));
    }
}
