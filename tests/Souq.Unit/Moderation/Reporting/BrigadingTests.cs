using CsCheck;
using Souq.Moderation.Reporting.Brigades;

namespace Souq.Unit.Moderation.Reporting;

public sealed class BrigadingTests
{
    private static readonly Guid Network = Guid.NewGuid();

    [Theory]
    [InlineData(Brigading.NewAccounts - 1, "")]
    [InlineData(Brigading.NewAccounts, "NewAccounts")]
    [InlineData(Brigading.OneHour, "NewAccounts OneHour")]
    public void Many_new_accounts_within_an_hour_are_seen(int many, string signs) =>
        Seen(Crowd(many, isNew: true)).ShouldBe(signs);

    [Fact]
    public void People_who_are_known_may_be_many_before_it_looks_arranged()
    {
        Seen(Crowd(Brigading.OneHour - 1)).ShouldBe("");
        Seen(Crowd(Brigading.OneHour)).ShouldBe("OneHour");
    }

    [Fact]
    public void The_same_crowd_over_a_day_is_no_crowd() =>
        Seen([.. Enumerable.Range(0, 20).Select(i => Trace(minutes: 65 * i, isNew: true))]).ShouldBe("");

    [Fact]
    public void One_network_is_seen_within_a_day_and_only_its_reports_are_meant()
    {
        var others = Crowd(3, isNew: false);
        var same = Enumerable.Range(0, Brigading.OneNetwork).Select(i => Trace(minutes: 300 * i, network: Network)).ToList();
        var brigade = Brigading.Of(same[0], [.. others, .. same.Skip(1)]);
        brigade.Signs.ShouldBe([BrigadeSign.OneNetwork]);
        brigade.Reports.ShouldBe(same.Select(t => t.Id), ignoreOrder: true);
        Brigading.Of(same[0], [same[1], same[2] with { At = same[0].At - ReportTrace.Life }]).ShouldBe(Brigade.None);
    }

    [Fact]
    public void Where_no_network_is_known_nobody_shares_one() =>
        Seen([.. Crowd(Brigading.OneNetwork).Select(t => t with { Network = null })]).ShouldBe("");

    [Fact]
    public void More_reports_never_make_a_warning_go_away() => Gen.Select(Gen.Int[0, 12], Gen.Int[0, 12], Gen.Bool).Sample((some, more, isNew) =>
    {
        var (few, many) = (Crowd(some + 1, isNew), Crowd(more, isNew: true));
        var before = Brigading.Of(few[0], few.Skip(1));
        return before.Signs.All(Brigading.Of(few[0], [.. few.Skip(1), .. many]).Signs.Contains);
    });

    private static string Seen(List<ReportTrace> traces) => string.Join(' ', Brigading.Of(traces[0], traces.Skip(1)).Signs);

    private static List<ReportTrace> Crowd(int many, bool isNew = false) => [.. Enumerable.Range(0, many).Select(i => Trace(minutes: i, isNew: isNew))];

    private static ReportTrace Trace(int minutes, bool isNew = false, Guid? network = null) => new()
    {
        Id = Guid.NewGuid(),
        CaseId = Cases.CaseId,
        SellerId = Cases.Seller,
        Network = network ?? Guid.NewGuid(),
        IsNew = isNew,
        At = Cases.Now.AddMinutes(-minutes),
    };
}
