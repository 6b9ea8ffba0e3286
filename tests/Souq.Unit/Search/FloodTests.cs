using JasperFx.Events;
using Souq.Kernel;
using Souq.Listings;
using Souq.Listings.Browsing.Indexing;

namespace Souq.Unit.Search;

/// <summary>Events of a kind, each of another advert, change the search in one statement; those of one advert stay in their order.</summary>
public sealed class FloodTests
{
    private static readonly Guid A = Guid.Parse("00000000-0000-0000-0000-00000000000a"), B = Guid.Parse("00000000-0000-0000-0000-00000000000b");
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
    public void Ends_and_returns_go_together_and_apart_from_prices()
    {
        var changes = Of(Event(A, new Expired(Now)), Event(B, new Renewed(Now, Now)), Price(B, 5), Event(B, new Sold(Now)));
        changes.Select(c => c.Values[0]).ShouldBe([new[] { A, B }, new[] { B }, new[] { B }]);
        changes.Select(c => c.Values.Length).ShouldBe([2, 6, 2]);
        changes[0].Values[1].ShouldBe(new[] { false, true });
        changes[2].Values[1].ShouldBe(new[] { false });
    }

    [Fact]
    public void What_is_told_alone_comes_between_and_what_changes_no_row_is_passed_over()
    {
        var changes = Of(Price(A, 1), Event(A, new Bumped(Now)), Event(B, new Withdrawn(Now)), Event(B, new DraftBegun()));
        changes.Count.ShouldBe(3);
        changes[1].Values.ShouldBe([Now, A]);
    }

    private static List<RowChange> Of(params IEvent[] events) => [.. new SearchRows(null!).Of(events)];

    private static Event<PriceChanged> Price(Guid advert, long dinars, long? was = null) => Event(advert, new PriceChanged(new Price(PriceType.Firm, dinars), was, Now));

    private static Event<T> Event<T>(Guid advert, T data) where T : notnull => new(data) { StreamId = advert };

    private sealed record DraftBegun;
}
