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
    public override string ToString() => Detail is null ? $"{Code}" : $"{Code} {Detail}";
}
