namespace Souq.Mail.Letters;

/// <summary>A letter ready to be posted: what it says, not to whom.</summary>
/// <param name="Text">The same in plain text, for those who read mails that way.</param>
public sealed record Letter(string Subject, string Html, string Text)
{
    /// <summary>Extra headers, such as <c>List-Unsubscribe</c>; names and values are plain ASCII without line breaks.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// One-click unsubscription (RFC 8058): mail programs show their own button, which posts to this address without asking again.
    /// </summary>
    public Letter WithOneClickUnsubscribe(Uri address) => this with
    {
        Headers = new Dictionary<string, string>(Headers)
        {
            ["List-Unsubscribe"] = $"<{address.AbsoluteUri}>",
            ["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click",
        },
    };
}
