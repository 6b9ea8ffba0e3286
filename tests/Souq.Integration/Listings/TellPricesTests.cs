using Npgsql;
using Souq.Integration.Road;
using Souq.Kernel;
using Souq.Listings.Pricing;
using Souq.Web.Commands;

namespace Souq.Integration.Listings;

[Collection(nameof(Market))]
public sealed class TellPricesTests(Market market)
{
    [Fact]
    public async Task A_new_price_reaches_who_keeps_one()
    {
        var listing = await market.Publish($"Téléphone {RoadSteps.NewWord()}");
        foreach (var dinars in new[] { 31_000, 30_500 })
            (await market.Follow(() => market.Service<CommandSender>().Send(new ChangePrice(listing.Id, listing.SellerId, new Price(PriceType.Firm, dinars))))).ShouldBeEmpty();

        await using var command = market.Service<NpgsqlDataSource>().CreateCommand("select (data -> 'price' ->> 'dinars')::bigint from moderation.mt_doc_publicadvert where id = $1");
        command.Parameters.Add(new NpgsqlParameter { Value = listing.Id });
        (await command.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe(30_500L);
    }

    /// <summary>It may come to a module before the advert itself does.</summary>
    [Fact]
    public async Task A_price_just_after_publication_is_told_again_and_an_older_one_is_not()
    {
        // Each approval takes the ten seconds in which it can be taken back.
        var (old, fresh) = (await market.Publish($"Téléphone {RoadSteps.NewWord()}"), await market.Publish($"Téléphone {RoadSteps.NewWord()}"));
        await Lower(fresh, 31_000);
        (await Waiting(fresh)).ShouldBe(2, "once for each module");

        market.Clock.Advance(TimeSpan.FromMinutes(2));
        await Lower(old, 31_000);
        (await Waiting(old)).ShouldBe(0);
    }

    private async Task Lower(Souq.Listings.Listing listing, long dinars) =>
        (await market.Follow(() => market.Service<CommandSender>().Send(new ChangePrice(listing.Id, listing.SellerId, new Price(PriceType.Firm, dinars))))).ShouldBeEmpty();

    private async Task<long> Waiting(Souq.Listings.Listing listing)
    {
        await using var command = market.Service<NpgsqlDataSource>().CreateCommand("select count(distinct id) from wolverine.wolverine_incoming_envelopes where status = 'Scheduled' and position(convert_to($1, 'UTF8') in body) > 0");
        command.Parameters.Add(new NpgsqlParameter { Value = listing.Id.ToString() });
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
