using CsCheck;
using Souq.Listings.Browsing;
using Souq.Listings.Browsing.Indexing;

namespace Souq.Unit.Listings.Browsing;

public class SearchReachTests
{
    private const int Page = 28, Sample = 1004;

    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch.AddDays(20_000).AddHours(1);

    /// <summary>Matches a slot, from a word of one advert in a year to one of a market of ten million.</summary>
    private static readonly Gen<double> Rates = Gen.Double[-3, 4.5].Select(power => Math.Pow(10, power));

    private static readonly Gen<int> Limits = Gen.Bool.Select(many => many ? Sample : Page);

    [Fact]
    public void Who_asks_after_others_reads_hardly_more_than_he_wants_whatever_they_wanted() =>
        Gen.Select(Rates, Limits.List[1, 4], Limits).Sample((rate, asked, limit) =>
        {
            var market = new UniformMarket(rate, slots: 300);
            double? known = null;
            foreach (var before in asked) (known, _) = market.Ask(before, known);
            var (_, read) = market.Ask(limit, known);
            // Slots are read whole, and there are two more at the edges.
            return read <= limit * 1.3 + 3 * rate || read <= Sample;
        });

    [Fact]
    public void Who_asks_first_finds_what_there_is_and_the_rate_is_known_then() => Gen.Select(Rates, Limits).Sample((rate, limit) =>
    {
        var market = new UniformMarket(rate, slots: 300);
        var (known, read) = market.Ask(limit, null);
        return read >= Math.Min(limit, market.Count) && (market.Count < 20 || known >= rate / 12 && known <= rate * 1.5);
    });

    [Fact]
    public void Nothing_is_looked_for_before_the_time_that_is_asked_for()
    {
        var reach = new SearchReach(Page, null, Now, Now.AddDays(-3));
        while (reach.Goes(0))
        {
            // To the end.
        }

        reach.Bottom.ShouldBe(Slots.OfTime(Now.AddDays(-3)));
    }

    [Fact]
    public void A_handful_that_came_in_one_minute_costs_another_question_and_no_more()
    {
        var market = new UniformMarket(50, slots: 300);
        var (known, read) = market.Ask(Sample, new SearchReach(Page, null, Now).Rate(Page, Now.AddMinutes(-1)));
        read.ShouldBeInRange(Sample, 2_500);
        known.ShouldBe(50, 2);
    }

    /// <summary>As many matches in each slot.</summary>
    private sealed class UniformMarket(double rate, int slots)
    {
        public long Count { get; } = (long)(rate * slots);

        public (double Rate, long Read) Ask(int limit, double? known)
        {
            var (reach, read) = (new SearchReach(limit, known, Now), 0L);
            do read += Among(reach.Bottom, reach.Top);
            while (reach.Goes((int)Math.Min(read, limit)));
            var found = (int)Math.Min(read, limit);
            return (reach.Rate(found, found > 0 ? At(found - 1) : Now), read);
        }

        private DateTimeOffset At(long index) => Now.AddSeconds(-index * Slots.TimeSlot / rate);

        private long Among(long bottom, long top)
        {
            // The first match of a slot at or below the top, and of one below the bottom.
            long First(long slot) => slot >= Slots.OfTime(Now) ? 0 : Math.Min(Count, (long)Math.Floor((Now.ToUnixTimeSeconds() - (slot + 1.0) * Slots.TimeSlot) / Slots.TimeSlot * rate) + 1);
            return (bottom == long.MinValue ? Count : First(bottom - 1)) - First(top);
        }
    }
}
