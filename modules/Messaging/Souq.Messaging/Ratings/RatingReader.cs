using Marten;
using Microsoft.Extensions.Configuration;
using Souq.Messaging.Conversations;
using Souq.Web.Memory;

namespace Souq.Messaging.Ratings;

/// <summary>How somebody is rated, by all that everybody can read.</summary>
/// <param name="Of">How many gave one star, two stars and so on.</param>
public sealed record RatingSum(IReadOnlyList<long> Of)
{
    public long Count => Of.Sum();

    /// <summary>From 1 to 5; 0 where there are none.</summary>
    public decimal Mean => Count == 0 ? 0 : (decimal)Of.Select((n, i) => n * (i + 1)).Sum() / Count;
}

/// <param name="Words"><c>null</c> where they are erased.</param>
public sealed record RatingLine(Rating Rating, RatingWords? Words);

/// <summary>What people say of those they wrote to.</summary>
public sealed class RatingReader(IMessagingStore store, IConfiguration configuration) : IDisposable
{
    public const int PageSize = 20;

    private readonly ShortMemory memory = new(configuration, limit: 20_000);

    /// <summary>At most half a minute old.</summary>
    public Task<RatingSum> Sum(Guid personId) => memory.Of(personId, () => Count(personId));

    /// <summary>As it is this moment.</summary>
    public async Task<RatingSum> Count(Guid personId)
    {
        await using var session = store.QuerySession();
        var batch = session.CreateBatchQuery();
        var counts = Enumerable.Range(1, Rating.MostStars)
            .Select(stars => batch.Query<Rating>().Where(r => r.PersonId == personId && r.Shown && r.Stars == stars).Count()).ToList();
        await batch.Execute();
        return new([.. await Task.WhenAll(counts)]);
    }

    /// <summary>The newest first, from before a moment; one more than a page where there are more.</summary>
    public async Task<IReadOnlyList<RatingLine>> Of(Guid personId, DateTimeOffset? before, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        var query = session.Query<Rating>().Where(r => r.PersonId == personId && r.Shown);
        if (before is { } moment) query = query.Where(r => r.At < moment);
        var found = await query.OrderByDescending(r => r.At).Take(PageSize + 1).ToListAsync(cancellation);
        var words = (await session.LoadManyAsync<RatingWords>(cancellation, found.Select(r => r.Id))).ToDictionary(w => w.Id);
        return [.. found.Select(r => new RatingLine(r, words.GetValueOrDefault(r.Id)))];
    }

    public async Task<RatingLine?> One(Guid ratingId, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<Rating>(ratingId, cancellation) is { } rating
            ? new(rating, await session.LoadAsync<RatingWords>(ratingId, cancellation)) : null;
    }

    /// <returns>Whether a conversation can be rated by who asked in it.</returns>
    public async Task<bool> IsOpen(Conversation conversation, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        return await session.HasAnswered(conversation, cancellation);
    }

    public void Dispose() => memory.Dispose();
}
