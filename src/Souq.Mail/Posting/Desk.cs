using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Utils;
using Souq.Web.Addresses;

namespace Souq.Mail.Posting;

/// <summary>What the senders of a node share.</summary>
public sealed class Desk(
    LetterLedger ledger, ICarrier carrier, LetterEnvelope envelope, AddressMarks marks, StoppedAddresses stopped, DomainRates rates, LetterJournal journal,
    PublicAddress address, IOptions<SmtpOptions> options, ILogger<PostOffice> log)
    : IDisposable
{
    public LetterLedger Ledger { get; } = ledger;

    public DomainRates Rates { get; } = rates;

    public LetterEnvelope Envelope { get; } = envelope;

    /// <summary>Whoever waits for a place has claimed nothing yet: a crash leaves at most as many letters unknown as there are places.</summary>
    public SemaphoreSlim Places { get; } = new(options.Value.Connections, options.Value.Connections);

    public async Task<Delivery> Assured(Outgoing letter, CancellationToken cancellation)
    {
        await Places.WaitAsync(cancellation);
        try
        {
            var written = await letter.Write(cancellation);
            var claim = await ClaimOf(letter, cancellation);
            await using var entry = await Ledger.Take(claim, cancellation);
            if (entry.Settled is { } settled) return settled;
            var carrying = await Carry(
                claim with { MessageId = entry.MessageId }, Envelope.Enclose(written, letter.Language, letter.To, letter.Recipient, entry.MessageId), cancellation);
            // What has happened is written down even when the caller no longer waits.
            await entry.Close(carrying, CancellationToken.None);
            return await Tell(letter, claim, carrying);
        }
        finally
        {
            Places.Release();
        }
    }

    public async Task<Claim> ClaimOf(Outgoing letter, CancellationToken cancellation) => new(
        letter.Key, MimeUtils.GenerateMessageId(address.Root.IdnHost), letter.Promise, letter.Kind, await marks.Of(letter.To, cancellation), letter.Origin);

    public async Task<Carrying> Carry(Claim claim, MimeMessage message, CancellationToken cancellation)
    {
        journal.Claimed(claim);
        // A dialogue that has begun is brought to its end when the market closes, unless that takes long.
        using var grace = new CancellationTokenSource();
        await using var closing = cancellation.Register(() => grace.CancelAfter(TimeSpan.FromSeconds(10)));
        var carrying = await carrier.Carry(message, grace.Token);
        journal.Ended(new Outcome(claim.Key, carrying));
        return carrying;
    }

    /// <summary>What is to be learned from the end of a try, and what the one who posted the letter is told.</summary>
    public async Task<Delivery> Tell(Outgoing letter, Claim claim, Carrying carrying)
    {
        switch (carrying.Outcome)
        {
            case Carried.Accepted:
                return Delivery.Sent;
            case Carried.Refused:
                log.LogWarning("Letter {Key} was refused by the mail server", letter.Key);
                if (carrying.Answer is { StopsAddress: true } answer)
                    await stopped.Stop(claim.Address, StopReason.Refused, answer.ToString(), letter.Key, CancellationToken.None);
                return Delivery.Refused;
            case Carried.Unclear when letter.Promise == Promise.Once:
                log.LogWarning("Letter {Key} broke off while it was being sent; it is not sent again", letter.Key);
                return Delivery.Unknown;
            default:
                if (!carrying.Away) await Rates.Cool(claim.Address.Domain, CancellationToken.None);
                return Delivery.Postponed;
        }
    }

    public void Dispose() => Places.Dispose();
}
