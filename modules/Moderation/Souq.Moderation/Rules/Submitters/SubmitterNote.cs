using Marten;

namespace Souq.Moderation.Rules.Submitters;

/// <summary>Somebody was just found by rules about who hands adverts in. It says which rules, and not from where or with which address.</summary>
public sealed record SubmitterNote
{
    /// <summary>What is submitted later than this was submitted from elsewhere.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    /// <summary>The person's.</summary>
    public Guid Id { get; init; }

    public IReadOnlyList<Guid> Rules { get; init; } = [];
    public DateTimeOffset At { get; init; }

    /// <summary>The rules that meant him when he handed something in.</summary>
    public static async Task<IReadOnlyList<Guid>> Of(Guid person, DateTimeOffset at, IQuerySession session, CancellationToken cancellation) =>
        await session.LoadAsync<SubmitterNote>(person, cancellation) is { } note && (at - note.At).Duration() <= Life ? note.Rules : [];
}
