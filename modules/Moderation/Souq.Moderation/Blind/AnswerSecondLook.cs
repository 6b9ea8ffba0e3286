using Marten;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Moderation.Contracts;
using Souq.Moderation.Deciding;
using Souq.Moderation.Opening;
using Souq.Moderation.Staff;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Moderation.Blind;

/// <summary>A moderator decides once more what another has decided. Nobody is told.</summary>
/// <param name="ReasonCode">One of <see cref="RefusalReasons"/>, where he does not approve.</param>
public sealed record AnswerSecondLook(Guid LookId, bool Approves, string? ReasonCode, Guid By);

public static class AnswerSecondLookHandler
{
    public const string Answered = "Blind.Answered";

    public static async Task<Events> Handle(
        AnswerSecondLook command, [WriteModel(nameof(AnswerSecondLook.LookId))] SecondLook look, IDocumentSession session, ICatalog catalog, TimeProvider time,
        CancellationToken cancellation) =>
        [Decide(look, command, Scope.Of(await session.LoadAsync<Colleague>(command.By, cancellation), catalog.Current), time.GetUtcNow())];

    /// <exception cref="ForbiddenException">He has seen the case before, it is his own, or in a section of others.</exception>
    /// <exception cref="RefusedException">Somebody else was quicker, or he gives no reason.</exception>
    public static SecondLookAnswered Decide(SecondLook look, AnswerSecondLook command, Scope scope, DateTimeOffset now)
    {
        if (look.SellerId == command.By || look.NotBy.Contains(command.By) || !scope.Covers(look.SectionId)) throw new ForbiddenException("Not for him to say");
        if (look.State != SecondLookState.Open) throw new RefusedException(Answered);
        if (command.Approves) return new(look.Id, command.By, Outcome.Approved, null, now);
        var reason = RefusalReasons.Find(command.ReasonCode, SubjectKinds.Listing) ?? throw new RefusedException("Reason.Missing", "reasonCode");
        return new(look.Id, command.By, Outcome.Refused, reason.Code, now);
    }
}

/// <summary>What was decided is not there to be seen any more: nobody is asked about it.</summary>
public sealed record DropSecondLook(Guid LookId);

public static class DropSecondLookHandler
{
    public static Events Handle(DropSecondLook command, [WriteModel(nameof(DropSecondLook.LookId))] SecondLook look, TimeProvider time) =>
        look.State == SecondLookState.Open ? [new SecondLookDropped(time.GetUtcNow())] : [];
}
