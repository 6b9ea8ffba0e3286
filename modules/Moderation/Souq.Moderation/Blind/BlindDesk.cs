using Marten;
using Souq.Kernel;
using Souq.Moderation.Opening;
using Souq.Moderation.Staff;
using Souq.Web.Commands;

namespace Souq.Moderation.Blind;

/// <summary>A decision as it is shown to somebody who does not know it.</summary>
/// <param name="Submission">As it was when it was decided.</param>
public sealed record BlindView(SecondLook Look, string? Title, Submission Submission);

/// <summary>Hands out decisions to be made once more.</summary>
public sealed class BlindDesk(IModerationStore store, Scopes scopes, CommandSender sender)
{
    private const int Many = 50;

    /// <summary>How many wait for this moderator; no more than are looked over at a time.</summary>
    public async Task<int> Waiting(Guid moderator, CancellationToken cancellation) => (await Open(moderator, cancellation)).Count;

    /// <summary>One of those that wait longest: two who ask at once do not mostly get the same.</summary>
    /// <returns><c>null</c> when nothing waits for him.</returns>
    public async Task<Guid?> Next(Guid moderator, CancellationToken cancellation)
    {
        var open = (await Open(moderator, cancellation)).Take(10).ToArray();
        Random.Shared.Shuffle(open);
        await using var session = store.QuerySession();
        foreach (var look in open)
        {
            if (await session.LoadAsync<Case>(look.CaseId, cancellation) is { } current && current.Revision == look.Revision && current.State != CaseState.Closed
                && await session.LoadAsync<CaseSubject>(look.CaseId, cancellation) is not null) return look.Id;
            // Its seller has changed it or taken it back since.
            await sender.Send(new DropSecondLook(look.Id), cancellation);
        }

        return null;
    }

    /// <exception cref="NotFoundException">There is none.</exception>
    /// <exception cref="ForbiddenException">He has seen the case before, it is his own, or in a section of others.</exception>
    public async Task<BlindView> Find(Guid lookId, Guid moderator, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        if (await session.LoadAsync<SecondLook>(lookId, cancellation) is not { } look) throw new NotFoundException($"second look {lookId}");
        if (look.SellerId == moderator || look.NotBy.Contains(moderator) || !(await scopes.Of(moderator, cancellation)).Covers(look.SectionId))
            throw new ForbiddenException("Not for him to see");
        var happened = await session.Events.FetchStreamAsync(look.CaseId, token: cancellation);
        var submission = happened.Select(e => Submission.Of(e.Data)).LastOrDefault(s => s?.Revision == look.Revision) ?? throw new NotFoundException($"case {look.CaseId}");
        return new(look, (await session.LoadAsync<CaseSubject>(look.CaseId, cancellation))?.Title, submission);
    }

    private async Task<List<SecondLook>> Open(Guid moderator, CancellationToken cancellation)
    {
        var scope = await scopes.Of(moderator, cancellation);
        await using var session = store.QuerySession();
        var open = await session.Query<SecondLook>().Where(l => l.State == SecondLookState.Open).OrderBy(l => l.At).Take(Many).ToListAsync(cancellation);
        return [.. open.Where(l => l.IsOpenTo(moderator) && scope.Covers(l.SectionId))];
    }
}
