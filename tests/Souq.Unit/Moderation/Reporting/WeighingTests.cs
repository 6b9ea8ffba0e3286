using CsCheck;
using Souq.Moderation.Reporting.Weighing;

namespace Souq.Unit.Moderation.Reporting;

public sealed class WeighingTests
{
    private static readonly Gen<List<bool>> Records = Gen.Bool.List[0, 80];

    /// <summary>People as they are: some are mostly right, some mostly wrong.</summary>
    private static readonly Gen<List<bool>> People = Gen.Int[0, 10].SelectMany(right => Gen.Int[0, 9].Select(n => n < right).List[0, 80]);

    [Theory]
    [InlineData("", ReporterStanding.Newcomer)]
    [InlineData("++", ReporterStanding.Newcomer)]
    [InlineData("+++", ReporterStanding.Reliable)]
    [InlineData("++++++++", ReporterStanding.Trusted)]
    [InlineData("---", ReporterStanding.Doubted)]
    [InlineData("--", ReporterStanding.Newcomer)]
    [InlineData("+--+--", ReporterStanding.Newcomer)]
    [InlineData("+-+-+-", ReporterStanding.Reliable)]
    [InlineData("+-+-+---", ReporterStanding.Newcomer)]
    public void A_record_makes_a_standing(string judged, ReporterStanding standing) => Standings.Of(Read(judged)).ShouldBe(standing);

    [Fact]
    public void Who_was_agreed_with_weighs_more_and_a_visitor_least()
    {
        var weights = new[] { ReporterStanding.Visitor, ReporterStanding.Newcomer, ReporterStanding.Reliable, ReporterStanding.Trusted }.Select(s => s.Weight()).ToList();
        weights.ShouldBe(weights.Order());
        weights.ShouldBeUnique();
        ReporterStanding.Doubted.Weight().ShouldBeLessThan(ReporterStanding.Newcomer.Weight());
        Enum.GetValues<ReporterStanding>().Where(s => s.IsTrusted()).ShouldBe([ReporterStanding.Reliable, ReporterStanding.Trusted]);
    }

    [Fact]
    public void An_agreed_report_never_lowers_a_weight_and_a_refused_one_never_raises_it() => Gen.OneOf(Records, People).Sample(record =>
    {
        var now = Standings.Of(record).Weight();
        return Standings.Of([.. record, true]).Weight() >= now && Standings.Of([.. record, false]).Weight() <= now;
    });

    [Fact]
    public void One_refused_report_takes_nothing_back_that_was_just_won() => Gen.OneOf(Records, People).Sample(record =>
    {
        var (before, after) = (Standings.Of(record), Standings.Of([.. record, true]));
        return !after.IsTrusted() || after <= before || Standings.Of([.. record, true, false]) >= after;
    });

    [Fact]
    public void A_standing_does_not_flicker_when_right_and_wrong_alternate() => People.Sample(record =>
    {
        var standings = new List<ReporterStanding>();
        for (var i = 0; i < 20; i++) standings.Add(Standings.Of([.. record, .. Enumerable.Range(0, i).Select(n => n % 2 == 0)]));
        return standings.Zip(standings.Skip(1)).Count(pair => pair.First != pair.Second) <= 3;
    });

    [Fact]
    public void What_was_long_ago_is_forgotten() =>
        Records.Sample(old => Standings.Of([.. old, .. Enumerable.Repeat(true, 2 * Standings.Newest)]) == ReporterStanding.Trusted
            && !Standings.Of([.. old, .. Enumerable.Repeat(false, 2 * Standings.Newest)]).IsTrusted());

    private static IEnumerable<bool> Read(string judged) => judged.Select(c => c == '+');
}
