using Souq.Kernel;

namespace Souq.Accounts.Trust.Past;

/// <summary>Something that tells how far a person is trusted, or may.</summary>
public sealed record TrustStep(long Version, DateTimeOffset At, object Event);

/// <summary>How far somebody was trusted.</summary>
/// <param name="Then"><c>null</c> before he signed up.</param>
/// <param name="Steps">All to this day, the newest first.</param>
public sealed record PastTrust(Membership? Then, DateTimeOffset Moment, IReadOnlyList<TrustStep> Steps);

/// <summary>Makes memberships from what had happened by a moment.</summary>
public sealed class PastTrustReader(IAccountsStore store, TimeProvider time)
{
    /// <param name="at">The moment; <c>null</c> for now.</param>
    /// <exception cref="NotFoundException">There is no such person.</exception>
    public async Task<PastTrust> Read(Guid personId, DateTimeOffset? at, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        var stream = await session.Events.FetchStreamAsync(personId, token: cancellation);
        if (stream.Count == 0 || stream[0].Data is not PersonRegistered) throw new NotFoundException($"person {personId}");
        var moment = at ?? time.GetUtcNow();
        var then = moment < stream[0].Timestamp ? null
            : await session.Events.AggregateStreamAsync<Membership>(personId, timestamp: moment.ToUniversalTime(), token: cancellation);
        return new(then, moment,
        [
            .. stream.Where(e => e.Data is PersonRegistered or EmailConfirmed or TrustRaised or TrustLowered or PhoneShown or PhoneHidden or StoreOpened or StoreClosed or DataErased)
                .Select(e => new TrustStep(e.Version, e.Timestamp, e.Data)).Reverse(),
        ]);
    }
}
