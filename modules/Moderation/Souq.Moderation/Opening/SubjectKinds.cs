using Souq.Moderation.Contracts;

namespace Souq.Moderation.Opening;

/// <summary>What can be judged; part of a case's identity, so these never change.</summary>
public static class SubjectKinds
{
    public const string Listing = "listing";

    /// <summary>All that was decided about a person himself: see <see cref="Sanctions.PersonFile"/>.</summary>
    public const string Person = "person";

    /// <summary>One decision about a person, which he appeals against.</summary>
    public const string Sanction = "sanction";

    public const string Message = Reportable.Message;
    public const string Store = Reportable.Store;
    public const string Profile = Reportable.Profile;
    public const string Rating = Reportable.Rating;
}
