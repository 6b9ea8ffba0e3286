using Souq.Kernel;
using Souq.Mail.Letters;

namespace Souq.Mail.Posting;

/// <summary>What a letter is to the one who runs the market: what may be held back, and what is counted together.</summary>
public enum LetterKind
{
    /// <summary>Confirmations and passwords: never held back.</summary>
    Security,

    /// <summary>Something has happened that concerns the recipient.</summary>
    Notice,

    /// <summary>What the recipient has asked for at certain times.</summary>
    Digest,
}

/// <summary>A letter to be posted.</summary>
/// <param name="Key">Unique for this letter, without personal data, such as <c>digest:{subscriber}:2026-11-24T08</c>.</param>
/// <param name="To">E-mail address.</param>
/// <param name="Recipient">For the envelope; may be empty.</param>
/// <param name="Write">Called when it is the letter's turn, so that thousands need not lie in memory; not called for a letter that was settled before.</param>
public sealed record Outgoing(string Key, Language Language, string To, string Recipient, Func<CancellationToken, ValueTask<Letter>> Write)
{
    private readonly LetterKind? kind;

    public Outgoing(string key, Language language, string to, string recipient, Letter letter)
        : this(key, language, to, recipient, _ => ValueTask.FromResult(letter))
    {
    }

    public Promise Promise { get; init; } = Promise.Once;

    /// <summary>
    /// By which the letter can be written again when an operator asks for it (<see cref="Operating.ILettersAgain"/>): a word for the writer, a
    /// colon, and ids. <c>null</c> when it cannot be.
    /// </summary>
    public string? Origin { get; init; }

    /// <summary>Read from key and promise, unless given.</summary>
    public LetterKind Kind { get => kind ?? KindOf(Key, Promise); init => kind = value; }

    public override string ToString() => Key;

    /// <summary>The part of a key before its first colon says what it is about.</summary>
    public static LetterKind KindOf(string key, Promise promise) => promise == Promise.Assured ? LetterKind.Security
        : key.StartsWith("digest", StringComparison.Ordinal) ? LetterKind.Digest
        : LetterKind.Notice;
}
