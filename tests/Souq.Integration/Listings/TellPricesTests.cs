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
    public async Task A_new_price_reaches_every_module_that_keeps_one()
    {
        var listing = await market.Publish($"Téléphone {RoadSteps.NewWord()}");
        foreach (var dinars in new[] { 31_000, 30_500 })
            (await market.Follow(() => market.Service<CommandSender>().Send(new ChangePrice(listing.Id, listing.SellerId, new Price(PriceType.Firm, dinars))))).ShouldBeEmpty();

        foreach (var table in new[] { "moderation.mt_doc_publicadvert", "digests.mt_doc_digestlisting" })
        {
            await using var command = market.Service<NpgsqlDataSource>().CreateCommand($"select (data -> 'price' ->> 'dinars')::bigint from {table} where id = $1");
            command.Parameters.Add(new NpgsqlParameter { Value = listing.Id });
            (await command.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe(30_500L, table);
        }
    }
}
