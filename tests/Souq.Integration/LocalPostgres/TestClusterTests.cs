using Npgsql;
using Souq.TestSupport;

namespace Souq.Integration.LocalPostgres;

public sealed class TestClusterTests(TestCluster cluster)
{
    [Fact]
    public async Task A_state_is_prepared_once_and_every_copy_is_its_own()
    {
        var prepared = 0;
        Task<string> NewMarket() => cluster.NewDatabaseAsync("a table of names", async connectionString =>
        {
            prepared++;
            await ExecuteAsync(connectionString, "CREATE TABLE names (name text)");
        });

        var one = await NewMarket();
        await ExecuteAsync(one, "INSERT INTO names VALUES ('Oran')");
        var other = await NewMarket();

        prepared.ShouldBe(1);
        (await ExecuteAsync(one, "SELECT count(*) FROM names")).ShouldBe(1L);
        (await ExecuteAsync(other, "SELECT count(*) FROM names")).ShouldBe(0L);
    }

    private static async Task<object?> ExecuteAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
