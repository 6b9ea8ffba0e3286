using System.Diagnostics;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using MimeKit;
using Npgsql;

namespace Souq.Mail.Posting;

/// <summary>Letters on their way, one after the other from each of the senders that share them.</summary>
internal sealed class Round(IReadOnlyList<Outgoing> letters, Desk desk, ILogger log)
{
    /// <summary>So many letters in a row met no server: the others wait for better times.</summary>
    private const int Patience = 3;

    private static readonly TimeSpan RatePatience = TimeSpan.FromSeconds(45);

    private readonly Delivery[] deliveries = [.. Enumerable.Repeat(Delivery.Postponed, letters.Count)];
    private readonly PriorityQueue<int, TimeSpan> aside = new();
    private readonly Stopwatch begun = Stopwatch.StartNew();
    private int next;
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
        Claim? doubtful = null;
        try
        {
            while (!cancellation.IsCancellationRequested && away < Patience && Next() is var (index, pause))
            {
                if (pause > TimeSpan.Zero)
                {
                    await Settle(last, cancellation);
                    last = null;
                    await Task.Delay(pause, cancellation);
                    continue;
                }

                var letter = letters[index];
                if (letter.Promise == Promise.Assured)
                {
                    deliveries[index] = await desk.Assured(letter, cancellation);
                    continue;
                }

                var claim = await desk.ClaimOf(letter, cancellation);
                if (await desk.Rates.Take(claim.Address.Domain, cancellation) is { Ticks: > 0 } wait)
                {
                    PutAside(index, wait);
                    continue;
                }

                if (await Enclose(letter, claim, single, cancellation) is not { } message) continue;
                if (!desk.Places.Wait(0, CancellationToken.None))
                {
                    await Settle(last, cancellation);
                    last = null;
                    await desk.Places.WaitAsync(cancellation);
                }

                try
                {
                    doubtful = claim;
                    var taken = await desk.Ledger.Turn(last, claim, patient: !single, cancellation);
                    (last, doubtful) = (null, null);
                    if (!taken)
                    {
                        deliveries[index] = await desk.Ledger.Look(claim, cancellation);
                        continue;
                    }

                    var carrying = await desk.Carry(claim, message, cancellation);
                    last = new Outcome(letter.Key, carrying);
                    away = carrying.Away ? away + 1 : 0;
                    deliveries[index] = await desk.Tell(letter, claim, carrying);
                }
                finally
                {
                    desk.Places.Release();
                }
            }
        }
        finally
        {
            // What has happened is written down even when the caller no longer waits, and what was perhaps claimed is given back: it has not left.
            await Settle(last, CancellationToken.None);
            if (doubtful is not null) await Patiently(() => desk.Ledger.Release(doubtful, CancellationToken.None));
        }
    }

    /// <summary>The next letter, or how long there is none that may go; <c>null</c> at the end.</summary>
    private (int Index, TimeSpan Pause)? Next()
    {
        lock (aside)
        {
            var due = aside.TryPeek(out var waiting, out var at) ? at - begun.Elapsed : TimeSpan.MaxValue;
            if (due <= TimeSpan.Zero) return (aside.Dequeue(), TimeSpan.Zero);
            if (next < letters.Count) return (next++, TimeSpan.Zero);
            return due == TimeSpan.MaxValue ? null : (waiting, due);
        }
    }

    /// <summary>Its domain has had enough for now: others go first. One that would wait too long waits for another round.</summary>
    private void PutAside(int index, TimeSpan wait)
    {
        if (begun.Elapsed + wait > RatePatience) return;
        lock (aside) aside.Enqueue(index, begun.Elapsed + wait);
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

    private static bool Passing(NpgsqlException broken) => broken.IsTransient || broken.InnerException is IOException or SocketException;

    private Task Settle(Outcome? last, CancellationToken cancellation) =>
        last is null ? Task.CompletedTask : Patiently(() => desk.Ledger.Settle(last, cancellation));

    /// <summary>A database that is restarted is back in moments; what a sender knows is worth the wait.</summary>
    private static async Task Patiently(Func<Task> write)
    {
        for (var wait = TimeSpan.FromMilliseconds(250); ; wait *= 2)
        {
            try
            {
                await write();
                return;
            }
            catch (NpgsqlException broken) when (Passing(broken) && wait < TimeSpan.FromSeconds(9))
            {
                await Task.Delay(wait);
            }
        }
    }
}
