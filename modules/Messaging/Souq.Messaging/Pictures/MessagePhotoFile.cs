using Marten;
using Souq.Messaging.Conversations;

namespace Souq.Messaging.Pictures;

/// <summary>A photo in a message: for the two who speak, and for moderators when somebody reports it. Personal: erased with its writer.</summary>
public sealed record MessagePhotoFile
{
    public const int MostInMessage = 4;
    public const int MostInADay = 100;

    /// <summary>A form has to let in: as many photos, each refused for its size, and what a form adds.</summary>
    public const long MostBytes = 70 * 1024 * 1024;

    /// <summary>How long it waits for its message to be sent.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(1);

    public Guid Id { get; init; }
    public Guid ConversationId { get; init; }
    public Guid MessageId { get; init; }
    public Guid FromId { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>Since when it waits for its message; <c>null</c> when that was sent.</summary>
    public DateTimeOffset? Since { get; init; }

    public int Width { get; init; }
    public int Height { get; init; }

    /// <summary>WebP, small.</summary>
    public byte[] Card { get; init; } = [];

    /// <summary>WebP, large.</summary>
    public byte[] Zoom { get; init; } = [];

    /// <summary>What waits for a message goes with it.</summary>
    public static async Task<IReadOnlyList<MessagePhoto>> Send(bool asked, Guid conversation, Guid message, Guid writer, IDocumentSession session, CancellationToken cancellation)
    {
        if (!asked) return [];
        var waiting = await session.Query<MessagePhotoFile>()
            .Where(f => f.FromId == writer && f.MessageId == message && f.ConversationId == conversation && f.Since != null)
            .OrderBy(f => f.At).Take(MostInMessage).ToListAsync(cancellation);
        session.Store(waiting.Select(f => f with { Since = null }));
        return [.. waiting.Select(f => new MessagePhoto(f.Id, f.Width, f.Height))];
    }
}
