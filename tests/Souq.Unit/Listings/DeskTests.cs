using CsCheck;
using Souq.Kernel;
using Souq.Listings;
using Souq.Listings.Counting;
using Souq.Listings.Desk;
using Souq.Listings.Desk.Bulk;

namespace Souq.Unit.Listings;

public class DeskTests
{
    private static Series Views(int perDay, int messages = 0) =>
        Series.Empty(14) with { Views = [.. Enumerable.Repeat(perDay, 14)], Messages = [.. Enumerable.Repeat(messages, 14)] };

    private static string? Next(Listing listing, Series? counts = null, int waiting = 0, double days = 10) =>
        NextStep.Of(listing, counts ?? Views(1, 1), waiting, Given.Now.AddDays(days))?.Kind;

    [Fact]
    public void People_who_wait_come_first() => Next(Given.Published(), waiting: 2, days: 58).ShouldBe("Answer");

    [Fact]
    public void Every_state_has_its_next_step()
    {
        Next(Given.WrittenDraft()).ShouldBe("Continue");
        Next(Given.Waiting()).ShouldBeNull();
        Next(Given.RefusedListing()).ShouldBe("Correct");
        Next(Given.ExpiredListing()).ShouldBe("RenewExpired");
        Next(Given.SoldListing(), waiting: 1).ShouldBeNull();
        Next(Given.Published(), days: 55).ShouldBe("Renew");
        Next(Given.Published()).ShouldBeNull();
    }

    [Fact]
    public void An_advert_nobody_sees_wants_photos_and_one_nobody_asks_about_a_lower_price()
    {
        Next(Given.Published(), Views(0)).ShouldBe("AddPhotos");
        Next(Given.Published(), Views(0), days: 3).ShouldBeNull("it is new");
        Next(Given.Published(), Views(5)).ShouldBe("LowerPrice");
        Next(Given.Published(), Views(5, messages: 1)).ShouldBeNull();
    }

    private static readonly Listing[] InEveryState =
        [Given.Published(), Given.ExpiredListing(), Given.SoldListing(), Given.WithdrawnListing(), Given.Waiting(), Given.WrittenDraft()];

    private static readonly Gen<Listing> Any = Gen.Int[0, 5].Select(i => InEveryState[i]);

    [Fact]
    public void What_is_done_to_many_can_be_taken_back() =>
        Gen.Select(Gen.Enum<BulkKind>(), Any, Gen.Int[1, 50], Gen.Int[0, 80]).Sample((kind, listing, percent, days) =>
        {
            var now = Given.Now.AddDays(days);
            IReadOnlyList<object> events;
            try
            {
                (events, _) = BulkDecision.Decide(kind, percent, listing, Given.Catalog, now);
            }
            catch (RefusedException)
            {
                return;
            }

            if (events.Count == 0) return;
            var after = BulkDecision.After(listing, events);
            var done = new BulkDone(listing.Id, listing.Number, "", BulkState.Of(listing), BulkState.Of(after));

            var (back, _) = BulkDecision.Undo(kind, done, after, now);

            var restored = back switch
            {
                Reopened x => after.Apply(x),
                Bumped x => after.Apply(x),
                PriceChanged x => after.Apply(x),
                _ => throw new InvalidOperationException("nothing came back"),
            };
            var expired = back is Reopened && done.Before.Life == ListingLife.Published && done.Before.ExpiresAt <= now;
            BulkState.Of(restored).ShouldBe(done.Before with { Life = expired ? ListingLife.Expired : done.Before.Life });
        });

    [Fact]
    public void What_changed_since_is_left_alone()
    {
        var listing = Given.Published();
        var (events, _) = BulkDecision.Decide(BulkKind.Price, 10, listing, Given.Catalog, Given.Now.AddDays(1));
        var after = BulkDecision.After(listing, events);
        var done = new BulkDone(listing.Id, 1, "", BulkState.Of(listing), BulkState.Of(after));

        BulkDecision.Undo(BulkKind.Price, done, after.Apply(new Sold(Given.Now.AddDays(2))), Given.Now.AddDays(2)).Event.ShouldBeNull();
    }

    [Fact]
    public void A_price_put_back_is_no_drop()
    {
        var listing = Given.Published();
        var (events, _) = BulkDecision.Decide(BulkKind.Price, 10, listing, Given.Catalog, Given.Now.AddDays(1));
        var done = new BulkDone(listing.Id, 1, "", BulkState.Of(listing), BulkState.Of(BulkDecision.After(listing, events)));

        BulkDecision.Undo(BulkKind.Price, done, BulkDecision.After(listing, events), Given.Now.AddDays(1)).Event
            .ShouldBeOfType<PriceChanged>().Was.ShouldBeNull();
    }
}
