using Microsoft.Extensions.Logging;
using MimeKit.Utils;
using Souq.Kernel;
using Souq.Mail.Letters;
using Souq.Web.Addresses;

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
}

/// <summary>
/// Posts letters exactly once per key, on any number of nodes: that a letter is being sent is committed before the first byte of it
/// leaves, that it was sent afterwards, and whoever sends a key holds its lock. No personal data are kept.
/// </summary>
public sealed class PostOffice(
    LetterLedger ledger, ICarrier carrier, LetterEnvelope envelope, PublicAddress address, TimeProvider time, ILogger<PostOffice> log)
{
    /// <param name="key">Unique for this letter, without personal data, such as <c>digest:{subscription}:2026-11-24</c>.</param>
    /// <param name="to">E-mail address.</param>
    /// <param name="name">Of the recipient; may be empty.</param>
    /// <exception cref="CarrierUnavailableException">Nothing was sent, and it may be tried again: the server is away or busy.</exception>
    public async Task<Delivery> Deliver(
        string key, Language language, string to, string name, Letter letter, CancellationToken cancellation, Promise promise = Promise.Once)
    {
        await using var entry = await ledger.Claim(key, MimeUtils.GenerateMessageId(address.Root.IdnHost), promise, time.GetUtcNow(), cancellation);
        if (entry.Settled is { } settled)
            return settled;

        var message = envelope.Enclose(letter, language, to, name, entry.MessageId);
        var outcome = await carrier.Carry(message, cancellation);
        // What has happened is written down even when the caller no longer waits.
        await entry.Close(outcome, time.GetUtcNow(), CancellationToken.None);
        switch (outcome)
        {
            case Carried.Accepted:
                return Delivery.Sent;
            case Carried.Refused:
                log.LogWarning("Letter {Key} was refused by the mail server", key);
                return Delivery.Refused;
            case Carried.Unclear when promise == Promise.Once:
                log.LogWarning("Letter {Key} broke off while it was being sent; it is not sent again", key);
                return Delivery.Unknown;
            default:
                throw new CarrierUnavailableException($"Letter {key} could not be sent ({outcome})");
        }
    }
}

/// <summary>The mail server does not take letters at the moment; try again later.</summary>
public sealed class CarrierUnavailableException(string what) : Exception(what);
