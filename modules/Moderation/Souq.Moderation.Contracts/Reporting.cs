namespace Souq.Moderation.Contracts;

/// <summary>What else than an advert can be reported and judged; part of a case's identity, so these never change.</summary>
public static class Reportable
{
    /// <summary>One message of a conversation.</summary>
    public const string Message = "message";

    /// <summary>A store's public face: its title, words and pictures.</summary>
    public const string Store = "store";

    /// <summary>What a person calls himself; his account is the person's.</summary>
    public const string Profile = "profile";

    /// <summary>What somebody says of whoever sold to him.</summary>
    public const string Rating = "rating";

    /// <summary>It stays where it is while its owner corrects it; what was said to somebody, or of him, is not said again.</summary>
    public static bool CanBeMended(string kind) => kind is not (Message or Rating);
}

/// <summary>What can be taken down of a <see cref="Reportable.Store"/>.</summary>
public static class SubjectParts
{
    /// <summary>What stands over its door. It is called by a neutral title until its seller writes another.</summary>
    public const string Title = "title";

    public const string Words = "words";
    public const string Pictures = "pictures";

    public static IReadOnlyList<string> All { get; } = [Title, Words, Pictures];
}

/// <summary>What the form that reports something is told by the module whose page it stands on. The page lets in only who may see the thing.</summary>
/// <param name="Kind">One of <see cref="Reportable"/>.</param>
/// <param name="OwnerId">Whose it is, and who answers for it.</param>
/// <param name="Path">Where it is read, relative to the base of a language.</param>
/// <param name="Here">The page of the form.</param>
/// <param name="Title">That everybody may read: of the advert a message is about, or of the store; may be empty.</param>
/// <param name="ListingId">The advert it is about, where there is one.</param>
public sealed record ReportSlot(
    string Kind, Guid SubjectId, Guid OwnerId, string Path, string Here, string Title = "", Guid? ListingId = null)
{
    /// <summary>The page of the form has to let in: a photo that is refused for its size, and what a form adds.</summary>
    public const long MostBytes = 20 * 1024 * 1024;
}
