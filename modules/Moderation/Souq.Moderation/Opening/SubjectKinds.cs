namespace Souq.Moderation.Opening;

/// <summary>What can be judged; part of a case's identity, so these never change.</summary>
public static class SubjectKinds
{
    public const string Listing = "listing";
    public const string Person = "person";
}
