using Marten;
using Souq.Kernel;
using Souq.Moderation.Opening;
using Souq.Moderation.Queue;
using Souq.Moderation.Rules;
using Souq.Moderation.Staff;

namespace Souq.Moderation.Bulk;

/// <summary>In what cases are alike.</summary>
public enum AlikeBy
{
    Seller,

    /// <summary>The same rule found something.</summary>
    Rule,

    /// <summary>The same sign is the most telling, in the same section.</summary>
    Sign,
}

/// <param name="What">The rule's name or the sign's code; empty for a seller.</param>
/// <param name="IsAll">False when there are more than can be decided in one go.</param>
public sealed record Alike(AlikeBy By, Guid? RuleId, string What, IReadOnlyList<AlikeLine> Lines, bool IsAll);

/// <param name="Description">Empty when the copy is erased.</param>
public sealed record AlikeLine(QueueItem Item, string? Title, string Description);

/// <summary>Finds waiting cases that are like one of them, the longest wait first; those the moderator may not decide are left out.</summary>
public sealed class AlikeReader(IModerationStore store, Scopes scopes)
{
    /// <summary>Finds of a rule that are looked through for what still waits, the newest first.</summary>
    private const int MostFinds = 500;

    /// <returns><c>null</c> when there is nothing to be alike in.</returns>
    public async Task<Alike?> Find(QueueItem like, AlikeBy by, Guid? ruleId, Guid moderator, CancellationToken cancellation)
    {
        var scope = await scopes.Of(moderator, cancellation);
        if (!scope.Covers(like.SectionId)) throw new ForbiddenException("The case is in a section of others");
        await using var session = store.QuerySession();
        // What people say to each other is decided one by one.
        if (like.SubjectKind != SubjectKinds.Listing || await Items(session, like, by, ruleId, cancellation) is not { } items) return null;
        var mine = items.Where(i => i.SubjectKind == SubjectKinds.Listing && i.SellerId != moderator && !i.NotBy.Contains(moderator) && scope.Covers(i)).ToList();
        var subjects = (await session.LoadManyAsync<CaseSubject>(cancellation, mine.Take(BulkDecision.Most).Select(i => i.Id))).ToDictionary(s => s.Id);
        var what = by switch { AlikeBy.Rule => like.Rules.First(r => r.RuleId == ruleId).Title, AlikeBy.Sign => like.Sign, _ => "" };
        return new(by, ruleId, what,
            [.. mine.Take(BulkDecision.Most).Select(i => new AlikeLine(i, subjects.GetValueOrDefault(i.Id)?.Title, subjects.GetValueOrDefault(i.Id)?.Description ?? ""))],
            mine.Count <= BulkDecision.Most);
    }

    private static async Task<IReadOnlyList<QueueItem>?> Items(IQuerySession session, QueueItem like, AlikeBy by, Guid? ruleId, CancellationToken cancellation)
    {
        if (by == AlikeBy.Rule)
        {
            if (like.Rules.All(r => r.RuleId != ruleId)) return null;
            var found = await session.Query<RuleRecord>().Where(r => r.RuleId == ruleId && r.Right == null).OrderByDescending(r => r.At).Take(MostFinds)
                .Select(r => r.CaseId).ToListAsync(cancellation);
            var items = await session.LoadManyAsync<QueueItem>(cancellation, found.Distinct());
            return [.. items.Where(i => !i.Intended && i.Rules.Any(r => r.RuleId == ruleId)).OrderBy(i => i.Since).ThenBy(i => i.Number)];
        }

        if (by == AlikeBy.Sign && like.Sign.Length == 0) return null;
        var query = by == AlikeBy.Seller
            ? session.Query<QueueItem>().Where(i => i.SellerId == like.SellerId)
            : session.Query<QueueItem>().Where(i => i.Sign == like.Sign && i.SectionId == like.SectionId);
        return await query.Where(i => !i.Intended).OrderBy(i => i.Since).ThenBy(i => i.Number).Take(BulkDecision.Most + 1).ToListAsync(cancellation);
    }
}
