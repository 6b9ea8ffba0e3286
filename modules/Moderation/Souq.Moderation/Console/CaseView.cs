using Souq.Moderation.Appeals;
using Souq.Moderation.Opening;
using Souq.Moderation.Queue;
using Souq.Moderation.Reporting;
using Souq.Moderation.Undoing;

namespace Souq.Moderation.Console;

/// <summary>A case as its page shows it.</summary>
/// <param name="Title"><c>null</c> when the copy is erased.</param>
/// <param name="Submission">The latest.</param>
/// <param name="Waiting">Its line in the queue; <c>null</c> when it does not wait.</param>
/// <param name="Seller">The seller's record, this case included.</param>
public sealed record CaseView(
    Case Case, string? Title, Submission Submission, QueueItem? Waiting, SellerRecord Seller, IReadOnlyList<Moment> History)
{
    /// <summary>What readers wrote and nobody has answered yet, the newest first and no more than fit on a page.</summary>
    public IReadOnlyList<Report> Reports { get; init; } = [];

    /// <summary>What the seller has against the last decision; <c>null</c> when nothing waits.</summary>
    public Appeal? Appeal { get; init; }

    /// <summary>What else there was with the same person.</summary>
    public SellerPast Past { get; init; } = SellerPast.None;

    /// <summary>What a moderator has decided or had typed; <c>null</c> when nothing is left of it.</summary>
    public Intention? Intention { get; init; }

    /// <summary>True when it can be taken off the market.</summary>
    public bool OnMarket { get; init; }
}

/// <summary>Something that happened in a case.</summary>
/// <param name="By">The moderator; <c>null</c> for the seller's own doing.</param>
public sealed record Moment(string What, DateTimeOffset At, Guid? By = null, int? Revision = null, string? ReasonCode = null, string Words = "")
{
    /// <summary>What in the subject spoke for it.</summary>
    public string Quote { get; init; } = "";

    /// <summary>Of an advert.</summary>
    public IReadOnlyList<string>? Photos { get; init; }

    /// <summary><c>null</c> for what is no news to a moderator, such as who looked at it.</summary>
    public static Moment? Of(object happened) => happened switch
    {
        CaseOpened e => new("History.Opened", e.At),
        CaseReopened e => new("History.Reopened", e.At, Revision: e.Submission.Revision),
        CaseApproved e => new("History.Approved", e.At, e.By),
        CasePassed e => new("History.Passed", e.At),
        CaseRefused e => new("History.Refused", e.At, e.By, ReasonCode: e.ReasonCode, Words: e.Words) { Quote = e.Quote, Photos = e.Photos },
        CaseReturned e => new("History.Returned", e.At, e.By, ReasonCode: e.ReasonCode, Words: e.Words) { Quote = e.Quote, Photos = e.Photos },
        CaseChanged e => new("History.Changed", e.At, e.By, Words: e.Words),
        CaseRaised e => new(e.Submission.Why.Contains(Signals.Sampled) ? "History.Sampled" : "History.Raised", e.At),
        BrigadeSuspected e => new("History.Brigading", e.At),
        CaseHidden e => new("History.Hidden", e.At),
        CaseKept e => new("History.Kept", e.At, e.By),
        CaseRemoved e => new("History.Removed", e.At, e.By, ReasonCode: e.ReasonCode, Words: e.Words) { Quote = e.Quote, Photos = e.Photos },
        CaseSanctioned e => new($"History.Sanctioned.{e.Sanction}", e.At, e.By, ReasonCode: e.ReasonCode),
        CaseClosed e => new(e.Why == CaseClosed.Erased ? "History.Erased" : "History.Closed", e.At),
        DecisionUndone e => new("History.Undone", e.At, e.By),
        DecisionLapsed e => new("History.Lapsed", e.At, e.By),
        DecisionAppealed e => new("History.Appealed", e.At),
        DecisionUpheld e => new("History.Upheld", e.At, e.By, Words: e.Words),
        DecisionOverturned e => new("History.Overturned", e.At, e.By, Words: e.Words),
        _ => null,
    };
}
