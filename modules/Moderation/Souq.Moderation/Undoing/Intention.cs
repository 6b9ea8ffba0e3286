using System.Text.Json;

namespace Souq.Moderation.Undoing;

/// <summary>What a moderator has decided, in full, until it takes effect; and what he had typed, when he took it back. Erasable, apart from the facts.</summary>
public sealed record Intention
{
    /// <summary>How long what was typed is kept for somebody who took a decision back.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Of the case, or of the person's file.</summary>
    public Guid Id { get; init; }

    public Guid IntentId { get; init; }

    /// <summary>Whose the subject is, or the person himself.</summary>
    public Guid SellerId { get; init; }

    public Guid By { get; init; }
    public string What { get; init; } = "";

    /// <summary>The decision as it was sent.</summary>
    public string Said { get; init; } = "";

    /// <summary>The fields of the form by their names.</summary>
    public IReadOnlyDictionary<string, string> Typed { get; init; } = new Dictionary<string, string>();

    public DateTimeOffset Until { get; init; }
    public bool Undone { get; init; }

    /// <summary>What this moderator had typed when he took his decision back.</summary>
    public IReadOnlyDictionary<string, string>? TypedBy(Guid moderator) => Undone && By == moderator ? Typed : null;

    public object? Decision() => Undoable.TypeOf(What) is { } type ? JsonSerializer.Deserialize(Said, type) : null;

    public static Intention Of(IntendDecision command, Case current, DecisionIntended intended) =>
        Of(command.CaseId, current.SellerId, new Intent(intended.IntentId, intended.By, intended.Until), command.Decision, command.Typed);

    /// <param name="id">Of the stream the decision is about.</param>
    /// <param name="owner">Whose words go when he goes.</param>
    public static Intention Of(Guid id, Guid owner, Intent intent, object decision, IReadOnlyDictionary<string, string>? typed) => new()
    {
        Id = id,
        IntentId = intent.Id,
        SellerId = owner,
        By = intent.By,
        What = Undoable.NameOf(decision),
        Said = JsonSerializer.Serialize(decision, decision.GetType()),
        Typed = typed ?? new Dictionary<string, string>(),
        Until = intent.Until,
    };
}
