using Souq.Moderation.Contracts;
using Souq.Moderation.Opening;
using Souq.Moderation.Undoing;

namespace Souq.Moderation.Sanctions;

/// <summary>All that moderators have decided about a person: the case whose subject he is himself. Only <c>Apply</c> changes it.</summary>
public sealed partial record PersonFile : IIntended
{
    public Guid Id { get; init; }
    public long Version { get; init; }
    public Guid PersonId { get; init; }

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<Imposed> Sanctions { get; init; } = [];

    /// <summary>When the appeal that waits longest was made; <c>null</c> when none waits.</summary>
    public DateTimeOffset? AppealedAt { get; init; }

    /// <summary>What somebody has decided about him and may still take back.</summary>
    public Intent? Intent { get; init; }

    public static Guid IdOf(Guid personId) => Case.IdOf(SubjectKinds.Person, personId);

    public Imposed? Find(Guid sanctionId) => Sanctions.FirstOrDefault(s => s.Id == sanctionId);

    public static PersonFile Create(Sanctioned sanctioned) => new PersonFile { PersonId = sanctioned.PersonId }.Apply(sanctioned);

    public static PersonFile Create(SanctionIntended intended) => new PersonFile { PersonId = intended.PersonId }.Apply(intended);

    public PersonFile Apply(SanctionIntended intended) => this with { Intent = new Intent(intended.IntentId, intended.By, intended.Until) };

    public PersonFile Apply(SanctionUndone _) => this with { Intent = null };

    public PersonFile Apply(SanctionTookEffect _) => this with { Intent = null };

    public PersonFile Apply(SanctionLapsed _) => this with { Intent = null };

    public PersonFile Apply(Sanctioned s) => this with
    {
        Sanctions = [.. Sanctions, new Imposed(s.SanctionId, s.Kind, s.Acts, s.Until, s.By, s.ReasonCode, s.At) { CaseId = s.CaseId }],
    };

    public PersonFile Apply(SanctionAppealed appealed) => With(appealed.SanctionId, s => s with { AppealedAt = appealed.At });

    public PersonFile Apply(SanctionUpheld upheld) => With(upheld.SanctionId, s => s with { AnsweredAt = upheld.At });

    public PersonFile Apply(SanctionLifted lifted) => With(lifted.SanctionId, s => s with
    {
        EndedAt = lifted.At,
        IsLifted = true,
        AnsweredAt = s.AppealedAt is null ? null : lifted.At,
    });

    public PersonFile Apply(SanctionRanOut over) => With(over.SanctionId, s => s with { EndedAt = over.At });

    public PersonFile Apply(PersonLeft left) => this with
    {
        Sanctions = [.. Sanctions.Select(s => s with { EndedAt = s.EndedAt ?? left.At, AnsweredAt = s.Waits ? left.At : s.AnsweredAt })],
        AppealedAt = null,
        Intent = null,
    };

    private PersonFile With(Guid sanctionId, Func<Imposed, Imposed> change)
    {
        IReadOnlyList<Imposed> sanctions = [.. Sanctions.Select(s => s.Id == sanctionId ? change(s) : s)];
        return this with { Sanctions = sanctions, AppealedAt = sanctions.Where(s => s.Waits).Select(s => s.AppealedAt).Min() };
    }
}

/// <summary>A decision about a person.</summary>
/// <param name="Until">When it ends by itself; <c>null</c> where it does not.</param>
/// <param name="By">The moderator, who never answers an appeal against it.</param>
public sealed record Imposed(
    Guid Id, SanctionKind Kind, IReadOnlyList<LimitedAct> Acts, DateTimeOffset? Until, Guid By, string ReasonCode, DateTimeOffset At)
{
    /// <summary>By which it was decided; <c>null</c> where it was by looking at the person.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>Its time was over, or it was taken back.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    public bool IsLifted { get; init; }

    /// <summary>When the person appealed; once is all there is.</summary>
    public DateTimeOffset? AppealedAt { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Somebody must answer an appeal.</summary>
    public bool Waits => AppealedAt is not null && AnsweredAt is null;

    public bool HoldsAt(DateTimeOffset now) => EndedAt is null && (Until is null || now < Until);
}
