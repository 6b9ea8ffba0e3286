using System.Buffers.Binary;
using Souq.Accounts.Contracts;
using Souq.Moderation.Contracts;
using Souq.Moderation.Opening;
using Souq.Moderation.Rules;

namespace Souq.Moderation.Modes;

/// <summary>What is public without waiting for a moderator, and which of it one looks at afterwards. Pure.</summary>
public static class Passing
{
    /// <param name="current">The case as it stood; <c>null</c> when there was none.</param>
    /// <param name="why">Codes of the signals of this advert.</param>
    public static bool MayPass(
        SectionMode mode, Case? current, TrustLevel trust, SellerRecord seller, IReadOnlyList<Signal> why, IReadOnlyList<RuleHit> hits) =>
        mode.Mode switch
        {
            ReviewMode.Before => false,
            ReviewMode.Newcomers => trust > TrustLevel.New || seller.Approved >= mode.First,
            _ => true,
        }
        // What was refused comes back to a person, and so does what somebody waits for already.
        && current is null or { State: CaseState.Approved or CaseState.Closed, Ruling: null or { Outcome: Outcome.Returned } }
        && why.All(s => s.Risk != Risk.Warning)
        && hits.All(h => h.Effect == RuleEffect.Flag);

    /// <summary>The same answer on every node and however often it is asked.</summary>
    public static bool IsSampled(SectionMode mode, Guid caseId, int revision)
    {
        Span<byte> bytes = stackalloc byte[16];
        caseId.TryWriteBytes(bytes);
        return (BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]) + (uint)revision * 37) % 100 < mode.Sampled;
    }
}
