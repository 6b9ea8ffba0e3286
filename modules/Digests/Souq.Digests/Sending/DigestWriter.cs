using Souq.Digests.Subscribing;
using Souq.Mail.Letters;
using Souq.Web.Addresses;

namespace Souq.Digests.Sending;

/// <summary>Writes what a letter tells, in the language of its reader.</summary>
public sealed class DigestWriter(LetterRenderer letters, DigestLinks links, PublicAddress address, TimeProvider time) : IDisposable
{
    // Half of the machine, and a third of the time: whoever opens a page meanwhile finds a processor that is free.
    private readonly SemaphoreSlim hands = new(Math.Max(1, Environment.ProcessorCount / 2));

    public void Dispose() => hands.Dispose();

    public async Task<Letter> Write(DigestContent content, Guid subscriber)
    {
        await hands.WaitAsync();
        var begun = time.GetTimestamp();
        try
        {
            return await Compose(content, subscriber);
        }
        finally
        {
            _ = Rest(time.GetElapsedTime(begun));
        }
    }

    /// <summary>A hand rests twice as long as it wrote. On a machine that has other things to do both take longer.</summary>
    private async Task Rest(TimeSpan wrote)
    {
        if (wrote > TimeSpan.Zero) await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wrote.TotalMilliseconds * 2)));
        try
        {
            hands.Release();
        }
        catch (ObjectDisposedException)
        {
            // The market has closed meanwhile.
        }
    }

    private async Task<Letter> Compose(DigestContent content, Guid subscriber)
    {
        var letter = await letters.Render<DigestLetter>(content.Language, new Dictionary<string, object?>
        {
            [nameof(DigestLetter.Content)] = content,
            [nameof(DigestLetter.Subscriber)] = subscriber,
        });
        return letter.WithOneClickUnsubscribe(address.For(content.Language, Stop(links, content, subscriber)));
    }

    /// <summary>What the one button of a mail program stops: the search, when the letter is of one alone, else all of them.</summary>
    internal static string Stop(DigestLinks links, DigestContent content, Guid subscriber) =>
        Only(content) is { } only ? links.Stop(only) : links.StopAll(subscriber);

    /// <summary>What it is of, when it is of one thing.</summary>
    internal static Guid? Only(DigestContent content) => (content.Parts, content.Report) switch
    {
        ([var part], null) => part.Subscription,
        ([], { } report) => report.Subscription,
        _ => null,
    };
}
