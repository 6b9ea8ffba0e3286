using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Souq.Integration.LocalPostgres;

public sealed class LocalClusterTests(MadeCluster made) : IClassFixture<MadeCluster>
{
    private string LockFile => Path.Combine(made.Folder, "postgres", "data", "postmaster.pid");

    [Fact]
    public async Task It_listens_on_loopback_alone_and_asks_for_the_password()
    {
        await using var cluster = await made.StartAsync();

        (await MadeCluster.ExecuteAsync(cluster, "SHOW listen_addresses")).ShouldBe("127.0.0.1");
        (await MadeCluster.ExecuteAsync(cluster, "SHOW unix_socket_directories")).ShouldBe("");
        var guess = new NpgsqlConnectionStringBuilder(cluster.ConnectionString) { Password = "guess", Pooling = false };
        await using var intruder = new NpgsqlConnection(guess.ConnectionString);
        var refusal = await Should.ThrowAsync<PostgresException>(() => intruder.OpenAsync(TestContext.Current.CancellationToken));
        refusal.SqlState.ShouldBe(PostgresErrorCodes.InvalidPassword);
    }

    [Fact]
    public async Task Letters_of_every_language_are_letters_whatever_the_machine_speaks()
    {
        await using var cluster = await made.StartAsync();

        (await MadeCluster.ExecuteAsync(cluster, "SHOW server_encoding")).ShouldBe("UTF8");
        (await MadeCluster.ExecuteAsync(cluster, "SELECT lower('É')")).ShouldBe("é");
        (await MadeCluster.ExecuteAsync(cluster, @"SELECT U&'\0633' ~ '[[:alpha:]]'")).ShouldBe(true);
    }

    [Fact]
    public async Task What_was_written_survives_a_stop_and_a_start()
    {
        await using (var first = await made.StartAsync())
            await MadeCluster.ExecuteAsync(first, "INSERT INTO notes VALUES ('kept')");
        File.Exists(LockFile).ShouldBeFalse();

        await using var second = await made.StartAsync();

        second.Owned.ShouldBeTrue();
        (await MadeCluster.ExecuteAsync(second, "SELECT count(*) FROM notes WHERE text = 'kept'")).ShouldBe(1L);
    }

    [Fact]
    public async Task Of_two_that_start_at_once_one_attaches_and_the_last_to_leave_stops_the_server()
    {
        var both = await Task.WhenAll(made.StartAsync(), made.StartAsync());
        both.Count(cluster => cluster.Owned).ShouldBe(1);
        both[0].ConnectionString.ShouldBe(both[1].ConnectionString);

        await both.Single(cluster => cluster.Owned).DisposeAsync();
        var attached = both.Single(cluster => !cluster.Owned);
        (await MadeCluster.ExecuteAsync(attached, "SELECT 1")).ShouldBe(1);

        await attached.DisposeAsync();
        File.Exists(LockFile).ShouldBeFalse();
    }

    [Fact]
    public async Task A_server_that_was_killed_is_started_again_with_all_it_had_promised()
    {
        await using var killed = await made.StartAsync();
        await MadeCluster.ExecuteAsync(killed, "INSERT INTO notes VALUES ('promised')");
        var pid = int.Parse((await File.ReadAllLinesAsync(LockFile, TestContext.Current.CancellationToken))[0], CultureInfo.InvariantCulture);
        using var server = Process.GetProcessById(pid);
        server.Kill();

        await using var restarted = await made.StartAsync();

        restarted.Owned.ShouldBeTrue();
        (await MadeCluster.ExecuteAsync(restarted, "SELECT count(*) FROM notes WHERE text = 'promised'")).ShouldBe(1L);
    }

    [Fact]
    public async Task A_lock_file_that_names_some_other_living_process_is_forgotten()
    {
        await File.WriteAllTextAsync(
            LockFile, $"{Environment.ProcessId}\n/elsewhere\n0\n5432\n\n127.0.0.1\n  1 999999999\nready\n", TestContext.Current.CancellationToken);

        await using var cluster = await made.StartAsync();

        cluster.Owned.ShouldBeTrue();
    }
}
