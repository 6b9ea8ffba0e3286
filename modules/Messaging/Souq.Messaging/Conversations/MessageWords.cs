namespace Souq.Messaging.Conversations;

/// <summary>That a photo came with a message, and how large it is.</summary>
/// <param name="Id">Of the <see cref="Pictures.MessagePhotoFile"/>.</param>
public sealed record MessagePhoto(Guid Id, int Width, int Height);

/// <summary>The words of one message. Personal: erased with their writer.</summary>
public sealed record MessageWords
{
    public Guid Id { get; init; }
    public Guid ConversationId { get; init; }
    public Guid FromId { get; init; }
    public DateTimeOffset At { get; init; }
    public string Words { get; init; } = "";

    /// <summary>What came with them.</summary>
    public IReadOnlyList<MessagePhoto> Photos { get; init; } = [];

    /// <summary>Since when moderators have taken it away from both; <c>null</c> where they have not.</summary>
    public DateTimeOffset? RemovedAt { get; init; }

    /// <summary>In a request for a gift: when he can come for it.</summary>
    public string? Collect { get; init; }

    /// <summary>In a request for a gift: for whom it is, when he said.</summary>
    public string? People { get; init; }
}
