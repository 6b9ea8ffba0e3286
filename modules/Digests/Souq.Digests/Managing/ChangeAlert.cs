using Marten;
using Souq.Digests.Reporting;
using Souq.Digests.Sending;
using Souq.Digests.Subscribing;
using Souq.Kernel;
using Souq.Listings.Contracts;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Digests.Managing;

/// <summary>Another name, other hours, more or fewer adverts.</summary>
/// <param name="Title">As typed.</param>
public sealed record ChangeAlert(Guid DigestSubscriptionId, Rhythm Rhythm, int Cap, string? Title)
{
    // Commands that fail are logged; words are not.
    public override string ToString() => $"{nameof(ChangeAlert)} {DigestSubscriptionId}";
}

public static class ChangeAlertHandler
{
    public static async Task<(Events, IEnumerable<IMartenOp>, OutgoingMessages)> Handle(
        ChangeAlert command, [WriteModel] DigestSubscription subscription, IDocumentSession session, ISearches searches, TimeProvider time, CancellationToken cancellation) =>
        Decide(command, subscription, await session.LoadAsync<SavedSearch>(subscription.Id, cancellation), await searches.Reached(cancellation), time.GetUtcNow());

    public static (Events, IEnumerable<IMartenOp>, OutgoingMessages) Decide(
        ChangeAlert command, DigestSubscription subscription, SavedSearch? words, long reached, DateTimeOffset now)
    {
        if (subscription.Status != SubscriptionStatus.Active || words is null) throw new RefusedException("Digest.NotActive");
        List<Refusal> refusals = [.. SavedSearch.Check(command.Title), .. Rhythm.Check(command.Rhythm)];
        if (command.Cap is < DigestSubscription.LeastCap or > DigestSubscription.MostCap)
            refusals.Add(new Refusal("Digest.CapWrong", "Cap", DigestSubscription.LeastCap, DigestSubscription.MostCap));
        // A report is of a week.
        if (WeeklyReport.Is(subscription.SearchId) && command.Rhythm.Pace is not (Frequency.Weekly or Frequency.Never)) refusals.Add(new Refusal("Digest.PaceUnknown", "Frequency"));
        if (refusals.Count > 0) throw new RefusedException(refusals);

        IMartenOp named = MartenOps.Store(words with { Title = SavedSearch.Clean(command.Title) });
        if (subscription.Rhythm == command.Rhythm && subscription.Cap == command.Cap) return ([], [named], []);
        var changed = new AlertChanged(command.Rhythm, command.Cap, now);
        var after = subscription.Apply(changed);
        IEnumerable<object> told = (subscription.Sends, after.Sends) switch
        {
            (false, true) => Keeping.Of(after, words, now),
            (true, false) => Keeping.Release(after),
            _ => [],
        };
        return ([changed], [named, DuePlan.Of(after, now, reached)], [.. told]);
    }
}
