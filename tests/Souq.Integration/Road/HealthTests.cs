using System.Net;
using Npgsql;

namespace Souq.Integration.Road;

/// <summary>What the program says of itself to whoever sends it readers.</summary>
[Collection(nameof(Market))]
public sealed class HealthTests(Market market)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("HighWaterStuckGap", HttpStatusCode.OK)]
    [InlineData("left-behind:All", HttpStatusCode.ServiceUnavailable)]
    public async Task Only_a_projection_that_is_far_behind_makes_it_unready(string row, HttpStatusCode status)
    {
        using var browser = market.Browser();
        (await browser.Open("/health/ready")).Status.ShouldBe(HttpStatusCode.OK);
        await Execute("insert into listings.mt_event_progression (name, last_seq_id) values ($1, -1000000) on conflict (name) do update set last_seq_id = excluded.last_seq_id", row);
        try
        {
            (await browser.Open("/health/ready")).Status.ShouldBe(status);
        }
        finally
        {
            await Execute("delete from listings.mt_event_progression where name = $1", row);
        }
    }

    private async Task Execute(string sql, string row)
    {
        await using var command = market.Service<NpgsqlDataSource>().CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter { Value = row });
        await command.ExecuteNonQueryAsync(Stop);
    }
}
