using Marten;
using Souq.Kernel;
using Souq.Moderation.Contracts;

namespace Souq.Moderation.Sanctions;

/// <param name="Next">Where earlier ones begin; <c>null</c> on the last page.</param>
public sealed record RestrainedPage(IReadOnlyList<Restrained> People, string? Next);

/// <summary>Those who are limited or shut out, whom it befell last first.</summary>
public sealed class PeopleReader(IModerationStore store, TimeProvider time)
{
    public const int PageSize = 25;

    /// <summary>What one can ask for.</summary>
    public static IReadOnlyList<SanctionKind> Kinds { get; } = [SanctionKind.Limit, SanctionKind.Suspension, SanctionKind.Ban];

    public static string NameOf(SanctionKind kind) => kind.ToString().ToLowerInvariant();

    /// <param name="kind">The gravest of what holds; <c>null</c> for any.</param>
    /// <param name="after">A cursor; anything else is the beginning.</param>
    public async Task<RestrainedPage> Page(SanctionKind? kind, string? after, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var session = store.QuerySession();
        // What has run out a moment ago is over, though nobody has written it down yet.
        IQueryable<Restrained> found = session.Query<Restrained>().Where(r => r.Until == null || r.Until > now);
        if (kind is { } one) found = found.Where(r => r.Kind == one);
        if (Cursor.TryDecode(after, out DateTimeOffset since, out var number))
            found = found.Where(r => r.Since <= since && (r.Since < since || r.Number < number));
        var people = await found.OrderByDescending(r => r.Since).ThenByDescending(r => r.Number).Take(PageSize + 1).ToListAsync(cancellation);
        return new([.. people.Take(PageSize)], people.Count > PageSize ? Cursor.Encode(people[PageSize - 1].Since, people[PageSize - 1].Number) : null);
    }
}
