using Souq.Accounts.Contracts;
using Souq.Accounts.Sanctions;
using Souq.Accounts.Trust;

namespace Souq.Accounts;

/// <summary>A person's standing in the market, without anything personal. Only <c>Apply</c> changes it.</summary>
public sealed partial record Membership
{
    public Guid Id { get; init; }
    public long Version { get; init; }
    public DateTimeOffset RegisteredAt { get; init; }
    public DateTimeOffset? ConfirmedAt { get; init; }
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Those he moderates, with all below them; all of the market where there are none.</summary>
    public IReadOnlyList<int> Sections { get; init; } = [];

    public bool PhoneShown { get; init; }
    public bool HasStore { get; init; }
    public TrustLevel Trust { get; init; }

    /// <summary><c>null</c> for who has been <see cref="TrustLevel.New"/> ever since.</summary>
    public DateTimeOffset? TrustSince { get; init; }

    /// <summary>Why he has this level, when he had a higher one before.</summary>
    public IReadOnlyList<TrustBreach> LoweredFor { get; init; } = [];

    /// <summary>The level he had then, until he has it again.</summary>
    public TrustLevel? LoweredFrom { get; init; }

    /// <summary>What moderators decided about him and has not ended yet.</summary>
    public IReadOnlyList<HeldSanction> Sanctions { get; init; } = [];

    /// <summary>What has ended, be it before its beginning was heard of.</summary>
    public IReadOnlyList<Guid> SanctionsOver { get; init; } = [];

    public DateTimeOffset? ErasedAt { get; init; }

    public bool IsErased => ErasedAt is not null;

    public static Membership Create(PersonRegistered registered) => new() { RegisteredAt = registered.At };

    public Membership Apply(RegistrationRepeated repeated) => this with { RegisteredAt = repeated.At };

    public Membership Apply(EmailConfirmed confirmed) => this with { ConfirmedAt = confirmed.At };

    public Membership Apply(RoleGranted granted) => this with { Roles = [.. Roles.Union([granted.Role])] };

    public Membership Apply(RoleWithdrawn withdrawn) => this with { Roles = [.. Roles.Where(r => r != withdrawn.Role)] };

    public Membership Apply(SectionsEntrusted entrusted) => this with { Sections = entrusted.Sections };

    public Membership Apply(PasswordChanged _) => this;

    public Membership Apply(ProfileChanged _) => this;

    public Membership Apply(PhoneShown _) => this with { PhoneShown = true };

    public Membership Apply(PhoneHidden _) => this with { PhoneShown = false };

    public Membership Apply(StoreOpened _) => this with { HasStore = true };

    public Membership Apply(StoreClosed _) => this with { HasStore = false };

    public Membership Apply(TokenMade _) => this;

    public Membership Apply(TokenRevoked _) => this;

    public Membership Apply(TrustRaised raised) => this with
    {
        Trust = raised.Level,
        TrustSince = raised.At,
        LoweredFor = [],
        LoweredFrom = raised.Level < LoweredFrom ? LoweredFrom : null,
    };

    public Membership Apply(TrustLowered lowered) => this with
    {
        Trust = lowered.Level,
        TrustSince = lowered.At,
        LoweredFor = lowered.Why,
        LoweredFrom = LoweredFrom > Trust ? LoweredFrom : Trust,
    };

    public Membership Apply(SanctionBegun begun) => this with
    {
        Sanctions = [.. Sanctions, new HeldSanction(begun.SanctionId, begun.Kind, begun.Acts, begun.Until)],
    };

    public Membership Apply(SanctionOver over) => this with
    {
        Sanctions = [.. Sanctions.Where(s => s.Id != over.SanctionId)],
        SanctionsOver = [.. SanctionsOver, over.SanctionId],
    };

    public Membership Apply(DataErased erased) => this with
    {
        ErasedAt = erased.At,
        Roles = [],
        Sections = [],
        PhoneShown = false,
        HasStore = false,
        Trust = TrustLevel.New,
        TrustSince = null,
        LoweredFor = [],
        LoweredFrom = null,
    };
}
