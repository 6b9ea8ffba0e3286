using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Souq.Kernel;
using Souq.Mail.Letters;

namespace Souq.Mail.Posting;

/// <summary>
/// Posts letters exactly once per key, on any number of nodes: that a letter is being sent is committed before the first byte of it
/// leaves, and how it ended afterwards. No personal data are kept.
/// </summary>
public sealed class PostOffice(Desk desk, IOptions<SmtpOptions> options, ILogger<PostOffice> log)
{
    /// <param name="key">Unique for this letter, without personal data, such as <c>moderation.refused:{case}</c>.</param>
    /// <param name="to">E-mail address.</param>
    /// <param name="name">Of the recipient; may be empty.</param>
    /// <exception cref="CarrierUnavailableException">Nothing was sent, and it may be tried again: the server is away or busy.</exception>
    public Task<Delivery> Deliver(
        string key, Language language, string to, string name, Letter letter, CancellationToken cancellation, Promise promise = Promise.Once) =>
        Deliver(new Outgoing(key, language, to, name, letter) { Promise = promise }, cancellation);

    /// <exception cref="CarrierUnavailableException">Nothing was sent, and it may be tried again: the server is away or busy.</exception>
    public async Task<Delivery> Deliver(Outgoing outgoing, CancellationToken cancellation)
    {
        var delivery = await (outgoing.Promise == Promise.Once ? new Round([outgoing], desk, log).Single(cancellation) : desk.Assured(outgoing, cancellation));
        if (delivery != Delivery.Postponed) return delivery;
        throw await desk.Ledger.Paused(outgoing.Kind, cancellation)
            ? new PostPausedException($"Letter {outgoing.Key} waits: the post is paused")
            : new CarrierUnavailableException($"Letter {outgoing.Key} could not be sent yet");
    }

    /// <summary>
    /// Posts many letters, as many at a time as there are connections. Answers in their order; none of them throws. A database that fails ends
    /// the round when the letters on the line have left, and the same letters can be handed in again.
    /// </summary>
    public Task<IReadOnlyList<Delivery>> DeliverAll(IReadOnlyList<Outgoing> letters, CancellationToken cancellation) =>
        new Round(letters, desk, log).All(options.Value.Connections, cancellation);

    /// <summary>How letters handed in before stand; keys nobody has claimed are left out.</summary>
    public Task<IReadOnlyDictionary<string, Delivery>> Known(IReadOnlyCollection<string> keys, CancellationToken cancellation) => desk.Ledger.Known(keys, cancellation);
}
