using Souq.Kernel;
using Souq.Listings.Contracts;

namespace Souq.Unit.Digests;

/// <summary>Searches that find what a test says.</summary>
internal sealed class MadeSearches : ISearches
{
    public KeptSearch? Read(string? query) => new(DeterministicGuid.Create(Guid.Empty, query ?? ""), query ?? "");

    public string Address(string query) => query.Length == 0 ? "search" : "search?" + query;

    public IReadOnlyList<string> Describe(string query) => [.. query.Split('&').Select(p => Uri.UnescapeDataString(p[(p.IndexOf('=') + 1)..]))];

    public Task<IReadOnlyList<FoundListing>> Preview(string query, int most, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<FoundListing>>([]);

    public Task<long> Reached(CancellationToken cancellation) => Task.FromResult(0L);

    public Task<IReadOnlyList<SearchNews>> News(IReadOnlyCollection<NewsWish> wishes, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<SearchNews>>([]);

    public Task<IReadOnlySet<Guid>> Fresh(IReadOnlyCollection<Guid> searches, long after, long until, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlySet<Guid>>(new HashSet<Guid>());
}
