namespace Souq.Mail.Posting;

/// <summary>What matters more when nobody can know whether a letter went out.</summary>
public enum Promise
{
    /// <summary>Never twice: digests and notices. A crash in the middle of sending is not followed by another try.</summary>
    Once,

    /// <summary>Never lost: confirmations and passwords. Sent again under the same Message-ID, by which mailboxes tell copies.</summary>
    Assured,
}

public enum Delivery
{
    /// <summary>Handed over now.</summary>
    Sent,

    /// <summary>Handed over before, under this key.</summary>
    AlreadySent,

    /// <summary>An earlier try broke off in the middle; it may have arrived, so it is not repeated (<see cref="Promise.Once"/>).</summary>
    Unknown,

    /// <summary>The server will not take it, now or later: no such mailbox, most often.</summary>
    Refused,

    /// <summary>Another sender has it in hand at this moment; the ledger will say how it ended. It is his alone.</summary>
    UnderWay,

    /// <summary>Certainly not sent; the same key may be tried again later. The server is away or busy, or the post is paused.</summary>
    Postponed,

    /// <summary>Nothing is written to this address any more: it refused for good, or complained. No row is kept.</summary>
    Stopped,
}

/// <summary>The mail server does not take letters at the moment; try again later.</summary>
public class CarrierUnavailableException(string what) : Exception(what);

/// <summary>The post is held back by the one who runs the market; it goes on when he says so.</summary>
public sealed class PostPausedException(string what) : CarrierUnavailableException(what);
