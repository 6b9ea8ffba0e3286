namespace Souq.Messaging.Giving;

/// <summary>Whom a gift is promised to: one person at a time, whoever and wherever the giver presses. Its id is that of the advert.</summary>
public sealed partial record Gift
{
    public Guid Id { get; init; }
    public long Version { get; init; }
    public Guid? PromisedTo { get; init; }
    public DateTimeOffset? GivenAt { get; init; }

    /// <summary>Who got it, when the giver named him.</summary>
    public Guid? GivenTo { get; init; }

    public static Gift Create(GiftPromised promised) => new() { PromisedTo = promised.PersonId };

    public static Gift Create(GiftGiven given) => new() { GivenAt = given.At, GivenTo = given.PersonId };

    public Gift Apply(GiftPromised promised) => this with { PromisedTo = promised.PersonId };

    public Gift Apply(PromiseTakenBack taken) => this with { PromisedTo = null };

    public Gift Apply(GiftGiven given) => this with { GivenAt = given.At, GivenTo = given.PersonId };

    public Gift Apply(GiftOfferedAgain again) => this with { GivenAt = null, GivenTo = null, PromisedTo = null };

    /// <summary>How it stands for one of those who asked.</summary>
    public static GiftStanding For(Gift? gift, Guid personId) => gift switch
    {
        { GivenAt: not null, GivenTo: { } to } => to == personId ? GiftStanding.Yours : GiftStanding.Gone,
        { GivenAt: not null } => gift.PromisedTo == personId ? GiftStanding.Given : GiftStanding.Gone,
        { PromisedTo: { } to } => to == personId ? GiftStanding.Promised : GiftStanding.OnList,
        _ => GiftStanding.Asked,
    };
}

/// <summary>Asked: nobody is chosen. OnList: another is, for now. Given: marked as given without a name, and it was promised to him.</summary>
public enum GiftStanding { Asked, OnList, Promised, Yours, Given, Gone }
