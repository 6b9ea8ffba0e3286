using Souq.Moderation.Contracts;

namespace Souq.Moderation.Queue;

/// <summary>A line of the queue with the title, which only the erasable copy has.</summary>
/// <param name="Title"><c>null</c> when the copy is erased.</param>
/// <param name="Sanction">Of a decision about a person that is appealed against: what was decided.</param>
public sealed record QueueLine(QueueItem Item, string? Title, SanctionKind? Sanction = null);

/// <param name="Next">Where later ones begin; <c>null</c> on the last page.</param>
/// <param name="FromStart">True when nothing waits longer than the first line.</param>
public sealed record QueuePage(IReadOnlyList<QueueLine> Lines, string? Next, bool FromStart);

/// <param name="Oldest">Since when the longest wait lasts; <c>null</c> when nobody waits.</param>
/// <param name="Today">Decided since midnight in Algiers, by all moderators.</param>
public sealed record QueueCounts(int Waiting, DateTimeOffset? Oldest, int Today);

/// <param name="Ids">Cases nobody else holds, the longest wait first.</param>
/// <param name="Held">Cases before and among them that others hold: so many are at work here.</param>
public sealed record FreeCases(IReadOnlyList<Guid> Ids, int Held);
