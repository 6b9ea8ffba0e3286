using Microsoft.Extensions.Logging;
using MimeKit;

namespace Souq.Mail.Posting;

/// <summary>Letters on their way, one after the other from each of the senders that share them.</summary>
internal sealed class Round(IReadOnlyList<Outgoing> letters, Desk desk, ILogger log)
{
    /// <summary>So many letters in a row met no server: the others wait for better times.</summary>
    private const int Patience = 3;

    private readonly Delivery[] deliveries = [.. Enumerable.Repeat(Delivery.Postponed, letters.Count)];
    private int next = -1;
    private int away;

    public async Task<Delivery> Single(CancellationToken cancellation)
    {
        await Send(single: true, cancellation);
        return deliveries[0];
    }

    public async Task<IReadOnlyList<Delivery>> All(int senders, CancellationToken cancellation)
    {
        using var failing = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAll(Enumerable.Range(0, Math.Min(senders, letters.Count)).Select(async _ =>
        {
            try
            {
                await Send(single: false, failing.Token);
            }
            catch
            {
                await failing.CancelAsync();
                throw;
            }
        }));
        return deliveries;
    }

    private async Task Send(bool single, CancellationToken cancellation)
    {
        Outcome? last = null;
        try
        {
            while (!cancellation.IsCancellationRequested && away < Patience && Interlocked.Increment(ref next) is var index && index < letters.Count)
            {
                var letter = letters[index];
                if (letter.Promise == Promise.Assured)
                {
                    deliveries[index] = await desk.Assured(letter, cancellation);
                    continue;
                }

                var claim = await desk.ClaimOf(letter, cancellation);
                if (await Enclose(letter, claim, single, cancellation) is not { } message) continue;
                if (!desk.Places.Wait(0, CancellationToken.None))
                {
                    await Settle(last, cancellation);
                    last = null;
                    await desk.Places.WaitAsync(cancellation);
                }

                try
                {
                    var taken = await desk.Ledger.Turn(last, claim, patient: !single, cancellation);
                    last = null;
                    if (!taken)
                    {
                        deliveries[index] = await desk.Ledger.Look(claim, cancellation);
                        continue;
                    }

                    var carrying = await desk.Carry(message, cancellation);
                    last = new Outcome(letter.Key, carrying);
                    away = carrying.Away ? away + 1 : 0;
                    deliveries[index] = desk.Tell(letter, carrying);
                }
                finally
                {
                    desk.Places.Release();
                }
            }
        }
        finally
        {
            // What has happened is written down even when the caller no longer waits.
            await Settle(last, CancellationToken.None);
        }
    }

    /// <summary>A letter that cannot be written or addressed stops none of the others.</summary>
    private async Task<MimeMessage?> Enclose(Outgoing letter, Claim claim, bool single, CancellationToken cancellation)
    {
        try
        {
            return desk.Envelope.Enclose(await letter.Write(cancellation), letter.Language, letter.To, letter.Recipient, claim.MessageId);
        }
        catch (Exception broken) when (!single && broken is not OperationCanceledException)
        {
            log.LogError("Letter {Key} could not be written: {Error}", letter.Key, broken.GetType().Name);
            return null;
        }
    }

    private Task Settle(Outcome? last, CancellationToken cancellation) => last is null ? Task.CompletedTask : desk.Ledger.Settle(last, cancellation);
}
