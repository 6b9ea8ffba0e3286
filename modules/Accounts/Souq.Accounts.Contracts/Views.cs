namespace Souq.Accounts.Contracts;

/// <summary>
/// Command: write down that one of the staff sees something personal of somebody. It is sent before it is shown, so that nothing is seen that is not
/// written down; it says nothing of what is seen.
/// </summary>
/// <param name="By">Who looks.</param>
/// <param name="What">One of <see cref="ViewedData"/>.</param>
/// <param name="Why">One of <see cref="ViewReason"/>.</param>
/// <param name="About">Where he sees it, such as a case.</param>
public sealed record NoteView(Guid By, Guid Whose, string What, string Why, Guid? About = null);

/// <summary>What of a person is seen.</summary>
public static class ViewedData
{
    /// <summary>An advert that is not public, with its seller's record.</summary>
    public const string Case = "case";

    /// <summary>A case as it once was.</summary>
    public const string PastCase = "past-case";

    /// <summary>How an advert became what it is, with what its seller changed.</summary>
    public const string History = "history";

    /// <summary>How far somebody is, or was, trusted, and why.</summary>
    public const string Trust = "trust";

    /// <summary>A conversation.</summary>
    public const string Conversation = "conversation";

    /// <summary>Name and e-mail address.</summary>
    public const string Account = "account";

    /// <summary>Number in the trade register, address and telephone.</summary>
    public const string Store = "store";

    public static IReadOnlyList<string> All { get; } = [Case, PastCase, History, Trust, Conversation, Account, Store];
}

/// <summary>Why it is seen.</summary>
public static class ViewReason
{
    /// <summary>To decide a case that waits.</summary>
    public const string Review = "review";

    /// <summary>It was loaded ahead, and may have come to his screen: what he really opens is written down for itself.</summary>
    public const string Ahead = "ahead";

    public const string Report = "report";
    public const string Appeal = "appeal";

    /// <summary>What is decided is looked at again.</summary>
    public const string LookBack = "look-back";

    /// <summary>A second opinion, without knowing the first.</summary>
    public const string Blind = "blind";

    /// <summary>Roles are given or taken.</summary>
    public const string Roles = "roles";

    /// <summary>A store asks for its badge.</summary>
    public const string Badge = "badge";
}
