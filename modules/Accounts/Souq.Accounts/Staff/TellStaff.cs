using Marten;
using Wolverine;

namespace Souq.Accounts.Staff;

/// <summary>Sent by the clock: tells once more what everybody may do, for modules that have come to the market later.</summary>
public sealed record TellStaff;

public static class TellStaffHandler
{
    public static async Task<OutgoingMessages> Handle(TellStaff command, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        // What is told now is newer than every change before it, and older than the next.
        await session.HoldStaff(cancellation);
        var members = await StaffBook.Members(session, cancellation);
        var now = time.GetUtcNow();
        return [.. members.Where(m => m.Roles.Any()).Select(m => StaffBook.Told(m.Membership, now))];
    }
}
