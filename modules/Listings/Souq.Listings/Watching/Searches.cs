using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Listings.Browsing;
using Souq.Listings.Contracts;

namespace Souq.Listings.Watching;

/// <summary>Kept searches: their one form, and where they stand.</summary>
/// <param name="services">Of which the store is taken when it is needed: it is made with what follows its events, and that with this.</param>
public sealed class Searches(IServiceProvider services, NpgsqlDataSource source, ICatalog catalog, TimeProvider time, IMemoryCache memory)
{
    private static readonly Guid Space = new("5b1c3f0a-8a5e-4d52-9a35-1f0f6a3d9c77");
    private static readonly TimeSpan WeightsLast = TimeSpan.FromMinutes(10);

    /// <summary>Searches read anew at a time.</summary>
    private const int Batch = 500;

    /// <summary>The search of an address, as its page would understand it; <c>null</c> where nothing can fit.</summary>
    internal static (KeptSearch Kept, SearchQuery Query)? Read(string? address, CatalogSnapshot catalog, DateTimeOffset now)
    {
        var typed = new QueryCollection(QueryHelpers.ParseQuery(address));
        var query = OneForm(SearchReading.Of(SearchParameters.Read(typed, catalog).Query, catalog));
        if (SearchFilter.Of(query, catalog, now).Impossible) return null;
        var form = Form(query, catalog);
        // Capital letters make no other search.
        return (new KeptSearch(DeterministicGuid.Create(Space, form.ToLowerInvariant()), form), query);
    }

    internal static string Form(SearchQuery query, CatalogSnapshot catalog) => SearchParameters.Address(OneForm(query), catalog, "").TrimStart('?');

    /// <summary>Whatever order it was asked in and whichever page was looked at.</summary>
    private static SearchQuery OneForm(SearchQuery query) => query with
    {
        Sort = SearchSort.Newest,
        After = null,
        Limit = SearchQuery.PageSize,
        Plain = query.Words is not null,
        Reduced = query.Reduced || query.Sort is SearchSort.Dropped or SearchSort.BiggestDrop,
        Wilaya = query.Wilayas.Count > 0 ? query.Wilayas.Min() : null,
        MoreWilayas = [.. query.Wilayas.Distinct().Order().Skip(1)],
        Near = query.Km is null ? null : query.Near,
        Attributes = query.Attributes?.OrderBy(a => a.Key, StringComparer.Ordinal)
            .ToDictionary(a => a.Key, a => (IReadOnlyList<string>)[.. a.Value.Order(StringComparer.Ordinal)]),
    };

    internal async Task<Watch?> Watch(KeptSearch search, CancellationToken cancellation)
    {
        var (snapshot, now) = (catalog.Current, time.GetUtcNow());
        return Read(search.Query, snapshot, now) is var (_, query) ? Watching.Watch.Of(search, query, snapshot, await Weights(cancellation), now) : null;
    }

    internal async Task<bool> AreWatched(CancellationToken cancellation) => (bool)(await Scalar($"select exists (select from {WatchTable.Name})", cancellation))!;

    internal async Task<Guid[]> Fresh(CancellationToken cancellation) =>
        (Guid[])(await Scalar($"select coalesce(array_agg(id), array[]::uuid[]) from {WatchTable.Name} where fresh", cancellation))!;

    /// <summary>Searches that were read with an older catalog: a place, a name or a synonym may be another since.</summary>
    internal async Task ReadAnew(CancellationToken cancellation)
    {
        while (await Older(catalog.Current.Version, cancellation) is { Count: > 0 } older)
        {
            await using var session = services.GetRequiredService<IListingsStore>().LightweightSession();
            foreach (var search in older)
                if (await Watch(search, cancellation) is { } watch) WatchWriter.Update(session, watch);
                // What can find nothing any more finds nothing, and is not asked again.
                else session.QueueSqlCommand($"update {WatchTable.Name} set tags = '''{WatchKeys.Any}'''::tsquery, catalog = ? where id = ?", catalog.Current.Version, search.Id);
            await session.SaveChangesAsync(cancellation);
        }
    }

    private async Task<List<KeptSearch>> Older(long version, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand($"select id, query from {WatchTable.Name} where catalog < $1 order by catalog limit {Batch}");
        command.Parameters.Add(new() { Value = version });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var older = new List<KeptSearch>();
        while (await row.ReadAsync(cancellation)) older.Add(new(row.GetGuid(0), row.GetString(1)));
        return older;
    }

    private async Task<TermWeights> Weights(CancellationToken cancellation) => (await memory.GetOrCreateAsync(nameof(TermWeights), entry =>
    {
        entry.AbsoluteExpirationRelativeToNow = WeightsLast;
        return TermWeights.Read(source, cancellation);
    }))!;

    private async Task<object?> Scalar(string sql, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(cancellation) is { } value and not DBNull ? value : null;
    }
}
