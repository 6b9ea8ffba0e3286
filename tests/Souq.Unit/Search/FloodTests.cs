using JasperFx.Events;
using Souq.Kernel;
using Souq.Listings;
using Souq.Listings.Browsing.Indexing;

namespace Souq.Unit.Search;

/// <summary>Events of a kind, each of another advert, change the search in one statement; those of one advert stay in their order.</summary>
public sealed class FloodTests
{
    private static readonly Guid A = Guid.Parse("00000000-0000-0000-0000-00000000000a"), B = Guid.Parse("00000000-0000-0000-0000-00000000000b"), C = Guid.Parse("00000000-0000-0000-0000-00000000000c");
    private static readonly DateTimeOffset Now = new(2026, 11, 1, 9, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    public void A_flood_of_prices_is_one_statement()
    {
        var change = Of(Price(A, 100, was: 120), Price(B, 200)).ShouldHaveSingleItem();
        change.Values[0].ShouldBe(new[] { A, B });
        change.Values[2].ShouldBe(new long?[] { 100, 200 });
        change.Values[4].ShouldBe(new long?[] { 120, null });
        change.Values[5].ShouldBeOfType<DateTimeOffset[]>().ShouldAllBe(at => at.Offset == TimeSpan.Zero);
    }

    [Fact]
    public void Two_prices_of_one_advert_are_two_statements_in_their_order() =>
        Of(Price(A, 100), Price(B, 200), Price(A, 90)).Select(c => c.Values[2]).ShouldBe([new long?[] { 100, 200 }, new long?[] { 90 }]);

    [Fact]
    public void Kinds_that_come_mixed_are_one_statement_each()
    {
        var changes = Of(Event(A, new Expired(Now)), Price(B, 5), Event(C, new Renewed(Now, Now)));
        changes.Select(c => c.Values[0]).ShouldBe([new[] { B }, new[] { A, C }]);
        changes[1].Values[1].ShouldBe(new[] { false, true });
    }

    [Fact]
    public void What_happens_to_an_advert_twice_comes_after_all_that_came_before()
    {
        var changes = Of(Price(A, 1), Event(B, new Sold(Now)), Event(A, new Bumped(Now)), Event(A, new Withdrawn(Now)), Event(C, new DraftBegun()));
        changes.Count.ShouldBe(4);
        changes[2].Values.ShouldBe([Now, A]);
        changes[3].Values.ShouldBe([new[] { A }, new[] { false }]);
    }

    private static List<RowChange> Of(params IEvent[] events) => [.. new SearchRows(null!).Of(events)];

    private static Event<PriceChanged> Price(Guid advert, long dinars, long? was = null) => Event(advert, new PriceChanged(new Price(PriceType.Firm, dinars), was, Now));

    private static Event<T> Event<T>(Guid advert, T data) where T : notnull => new(data) { StreamId = advert };

    private sealed record DraftBegun;
}
