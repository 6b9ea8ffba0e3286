namespace Souq.Mail.Posting;

/// <summary>How a try to hand a message over ended.</summary>
public enum Carried
{
    Accepted,

    /// <summary>Refused for good.</summary>
    Refused,

    /// <summary>Certainly not sent; later it may be.</summary>
    Postponed,

    /// <summary>The line broke after the message began to leave: it may have arrived.</summary>
    Unclear,
}

/// <summary>How a try ended, and what the server had answered when it was its answer that ended it.</summary>
public sealed record Carrying(Carried Outcome, ServerAnswer? Answer = null)
{
    public static readonly Carrying Accepted = new(Carried.Accepted);

    /// <summary>No server was there to answer: the next letter will fare no better.</summary>
    public bool Away => Outcome == Carried.Postponed && Answer is null;
}

/// <summary>A refusal in so many words.</summary>
/// <param name="Code">Of three digits.</param>
/// <param name="Detail">The enhanced status code (RFC 3463), such as <c>5.1.1</c>, when there was one.</param>
/// <param name="ToRecipient">It was the recipient that was refused, not the sender or the message.</param>
public sealed record ServerAnswer(int Code, string? Detail, bool ToRecipient)
{
    /// <summary>
    /// The mailbox is no more: another letter would be refused like this one. A server that dislikes the sender, the words or the hour
    /// (5.7, 5.3, what is said to the message) has said nothing about the mailbox.
    /// </summary>
    public bool StopsAddress => Code >= 500 && (Detail is null ? ToRecipient && Code is (550 or 551 or 553 or 556) : MailboxGone(Detail));

    /// <summary>Enhanced status codes (RFC 3463, 7505) that mean the mailbox itself, for good.</summary>
    public static bool MailboxGone(string detail) => detail is "5.2.1" or "5.4.4" or "5.1.0" or "5.1.1" or "5.1.2" or "5.1.3" or "5.1.6" or "5.1.10";

    public override string ToString() => Detail is null ? $"{Code}" : $"{Code} {Detail}";
}
