using JasperFx.Events;
using Marten.Events.Aggregation;
using Souq.Moderation.Contracts;
using Souq.Moderation.Subjects;

namespace Souq.Moderation.Sanctions;

/// <summary>Somebody who is limited, suspended or banned, as a line of the list. There is none for others.</summary>
public sealed partial record Restrained
{
    /// <summary>Of the person's file.</summary>
    public Guid Id { get; init; }

    public Guid PersonId { get; init; }

    /// <summary>What holds, the gravest first.</summary>
    public IReadOnlyList<Imposed> Held { get; init; } = [];

    /// <summary>The gravest.</summary>
    public SanctionKind Kind { get; init; }

    /// <summary>When that was decided.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>Orders those of one moment.</summary>
    public long Number { get; init; }

    /// <summary>When nothing of it holds any more; <c>null</c> for never.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <returns><c>null</c> where nothing holds.</returns>
    public static Restrained? Of(Guid id, Guid personId, IEnumerable<Imposed> held)
    {
        IReadOnlyList<Imposed> gravest = [.. held.OrderByDescending(s => s.Kind).ThenByDescending(s => s.At)];
        return gravest.Count == 0 ? null : new Restrained
        {
            Id = id,
            PersonId = personId,
            Held = gravest,
            Kind = gravest[0].Kind,
            Since = gravest[0].At,
            Number = SubjectNumber.Of(personId),
            Until = gravest.Any(s => s.Until is null) ? null : gravest.Max(s => s.Until),
        };
    }
}

/// <summary>Keeps the list with every event of a person's file, in the same transaction.</summary>
public sealed partial class RestrainedProjection : SingleStreamProjection<Restrained, Guid>
{
    public RestrainedProjection()
    {
        IncludeType<Sanctioned>();
        IncludeType<SanctionAppealed>();
        IncludeType<SanctionUpheld>();
        IncludeType<SanctionLifted>();
        IncludeType<SanctionRanOut>();
        IncludeType<PersonLeft>();
    }

    public override Restrained? Evolve(Restrained? snapshot, Guid id, IEvent e) => e.Data switch
    {
        Sanctioned { Kind: not SanctionKind.Warning } s => Restrained.Of(
            id, s.PersonId, [.. snapshot?.Held ?? [], new Imposed(s.SanctionId, s.Kind, s.Acts, s.Until, s.By, s.ReasonCode, s.At) { CaseId = s.CaseId }]),
        SanctionAppealed appealed => With(snapshot, appealed.SanctionId, s => s with { AppealedAt = appealed.At }),
        SanctionUpheld upheld => With(snapshot, upheld.SanctionId, s => s with { AnsweredAt = upheld.At }),
        SanctionLifted lifted => With(snapshot, lifted.SanctionId, _ => null),
        SanctionRanOut over => With(snapshot, over.SanctionId, _ => null),
        PersonLeft => null,
        _ => snapshot,
    };

    private static Restrained? With(Restrained? snapshot, Guid sanctionId, Func<Imposed, Imposed?> change) =>
        snapshot is null ? null : Restrained.Of(snapshot.Id, snapshot.PersonId, snapshot.Held.Select(s => s.Id == sanctionId ? change(s) : s).OfType<Imposed>());
}
