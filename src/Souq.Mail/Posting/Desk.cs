using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Utils;
using Souq.Web.Addresses;

namespace Souq.Mail.Posting;

/// <summary>What the senders of a node share.</summary>
public sealed class Desk(
    LetterLedger ledger, ICarrier carrier, LetterEnvelope envelope, AddressMarks marks, PublicAddress address, IOptions<SmtpOptions> options, ILogger<PostOffice> log)
    : IDisposable
{
    public LetterLedger Ledger { get; } = ledger;

    public LetterEnvelope Envelope { get; } = envelope;

    /// <summary>Whoever waits for a place has claimed nothing yet: a crash leaves at most as many letters unknown as there are places.</summary>
    public SemaphoreSlim Places { get; } = new(options.Value.Connections, options.Value.Connections);

    public async Task<Delivery> Assured(Outgoing letter, CancellationToken cancellation)
    {
        await Places.WaitAsync(cancellation);
        try
        {
            var written = await letter.Write(cancellation);
            await using var entry = await Ledger.Take(await ClaimOf(letter, cancellation), cancellation);
            if (entry.Settled is { } settled) return settled;
            var carrying = await Carry(Envelope.Enclose(written, letter.Language, letter.To, letter.Recipient, entry.MessageId), cancellation);
            // What has happened is written down even when the caller no longer waits.
            await entry.Close(carrying, CancellationToken.None);
            return Tell(letter, carrying);
        }
        finally
        {
            Places.Release();
        }
    }

    public async Task<Claim> ClaimOf(Outgoing letter, CancellationToken cancellation) => new(
        letter.Key, MimeUtils.GenerateMessageId(address.Root.IdnHost), letter.Promise, letter.Kind, await marks.Of(letter.To, cancellation));

    public async Task<Carrying> Carry(MimeMessage message, CancellationToken cancellation)
    {
        // A dialogue that has begun is brought to its end when the market closes, unless that takes long.
        using var grace = new CancellationTokenSource();
        await using var closing = cancellation.Register(() => grace.CancelAfter(TimeSpan.FromSeconds(10)));
        return await carrier.Carry(message, grace.Token);
    }

    public Delivery Tell(Outgoing letter, Carrying carrying)
    {
        switch (carrying.Outcome)
        {
            case Carried.Accepted:
                return Delivery.Sent;
            case Carried.Refused:
                log.LogWarning("Letter {Key} was refused by the mail server", letter.Key);
                return Delivery.Refused;
            case Carried.Unclear when letter.Promise == Promise.Once:
                log.LogWarning("Letter {Key} broke off while it was being sent; it is not sent again", letter.Key);
                return Delivery.Unknown;
            default:
                return Delivery.Postponed;
        }
    }

    public void Dispose() => Places.Dispose();
}
