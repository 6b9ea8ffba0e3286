namespace Souq.Moderation.Rules;

/// <summary>Who decides where a rule refuses by itself: nobody, so that every moderator may look at an appeal.</summary>
public static class RuleActor
{
    public static readonly Guid Id = new("00000000-0000-0000-0000-0000000000a1");
}
