using Souq.Kernel;
using Souq.Moderation.Opening;

namespace Souq.Moderation.Rules.Unseen;

/// <summary>What an advert said in a revision that is no longer its newest: rules are tried on what was submitted then, not on what it became. Erasable.</summary>
public sealed record PastWords
{
    private static readonly Guid Space = new("4be0a0a1-9b0d-4c63-8f59-0a7c4b1b6b2e");

    public Guid Id { get; init; }
    public Guid CaseId { get; init; }
    public Guid SellerId { get; init; }
    public int Revision { get; init; }
    public string Title { get; init; } = "";
    public string Description { get; init; } = "";

    /// <param name="revision">That the subject is of.</param>
    public static PastWords Of(CaseSubject subject, int revision) => new()
    {
        Id = DeterministicGuid.Create(Space, $"{subject.Id:N}:{revision}"),
        CaseId = subject.Id,
        SellerId = subject.SellerId,
        Revision = revision,
        Title = subject.Title,
        Description = subject.Description,
    };
}
