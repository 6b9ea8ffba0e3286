using Souq.Moderation.Opening;
using Souq.Moderation.Queue;

namespace Souq.Moderation.Console;

/// <summary>A case as its page shows it.</summary>
/// <param name="Title"><c>null</c> when the copy is erased.</param>
/// <param name="Submission">The latest.</param>
/// <param name="Waiting">Its line in the queue; <c>null</c> when it does not wait.</param>
/// <param name="Seller">The seller's record, this case included.</param>
public sealed record CaseView(
    Case Case, string? Title, Submission Submission, QueueItem? Waiting, SellerRecord Seller, IReadOnlyList<Moment> History);

/// <summary>Something that happened in a case.</summary>
/// <param name="By">The moderator; <c>null</c> for the seller's own doing.</param>
public sealed record Moment(string What, DateTimeOffset At, Guid? By = null, int? Revision = null, string? ReasonCode = null, string Words = "")
{
    /// <summary><c>null</c> for what is no news to a moderator, such as who looked at it.</summary>
    public static Moment? Of(object happened) => happened switch
    {
        CaseOpened e => new("History.Opened", e.At),
        CaseReopened e => new("History.Reopened", e.At, Revision: e.Submission.Revision),
        CaseApproved e => new("History.Approved", e.At, e.By),
        CaseRefused e => new("History.Refused", e.At, e.By, ReasonCode: e.ReasonCode, Words: e.Words),
        CaseClosed e => new("History.Closed", e.At),
        _ => null,
    };
}
