namespace Souq.Mail.Operating;

/// <summary>Writes letters of one sort again, when an operator asks for it. The module that writes them registers it.</summary>
public interface ILettersAgain
{
    /// <summary>The part of <see cref="Posting.Outgoing.Origin"/> before its first colon.</summary>
    string Word { get; }

    /// <summary>Writes the letter anew, as things stand now, and posts it under the key; posts nothing when there is nothing left to say.</summary>
    Task Write(string origin, string key, CancellationToken cancellation);
}
