using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Souq.Kernel;
using Souq.Messaging.Conversations;
using Souq.Moderation.Contracts;
using Souq.Web.Security;

namespace Souq.Messaging.Pictures;

/// <summary>Photos of messages: for the two who speak, and for moderators of the case of a message that was reported. They have no other address.</summary>
public static class MessagePhotoEndpoints
{
    public const string Card = "card", Zoom = "zoom";

    private const string File = "{PhotoId:guid}/{size:regex(^(card|zoom)$)}.webp";

    /// <param name="size"><see cref="Card"/> or <see cref="Zoom"/>.</param>
    public static string Address(Guid conversation, Guid photo, string size) => $"messages/{conversation}/photos/{photo}/{size}.webp";

    /// <inheritdoc cref="Address"/>
    public static string OfReported(Guid message, Guid photo, string size) => $"moderation/messages/{message}/photos/{photo}/{size}.webp";

    public static void MapMessagePhotos(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/messages/{ConversationId:guid}/photos/" + File, OfTwo).RequireAuthorization().ExcludeFromDescription();
        endpoints.MapGet("/moderation/messages/{MessageId:guid}/photos/" + File, Reported).RequireAuthorization(Principal.Moderator).ExcludeFromDescription();
    }

    private static async Task<IResult> OfTwo(Guid conversationId, Guid photoId, string size, HttpContext http, IMessagingStore store)
    {
        await using var session = store.QuerySession();
        if (await session.LoadAsync<MessagePhotoFile>(photoId, http.RequestAborted) is not { } file || file.ConversationId != conversationId
            || !await MaySee(file, http.User.PersonId(), session, http.RequestAborted)) return TypedResults.NotFound();
        // Kept by the browser for this person alone, so that a conversation is not fetched anew with every answer.
        http.Response.Headers.CacheControl = "private, max-age=3600";
        http.Response.Headers.Append("Vary", "Cookie");
        return Shown(file, size);
    }

    private static async Task<IResult> Reported(Guid messageId, Guid photoId, string size, HttpContext http, IMessagingStore store, ICaseAccess cases)
    {
        var me = http.User.PersonId() ?? throw new ForbiddenException("Nobody is signed in");
        if (!await cases.MaySee(me, Reportable.Message, messageId, http.RequestAborted)) throw new ForbiddenException("No case of his is about this message");
        await using var session = store.QuerySession();
        if (await session.LoadAsync<MessagePhotoFile>(photoId, http.RequestAborted) is not { Since: null } file || file.MessageId != messageId) return TypedResults.NotFound();
        http.Response.Headers.CacheControl = "no-store";
        return Shown(file, size);
    }

    /// <summary>What waits is its writer's; what moderators took away is nobody's.</summary>
    private static async Task<bool> MaySee(MessagePhotoFile file, Guid? me, IQuerySession session, CancellationToken cancellation) => file.Since is not null
        ? file.FromId == me
        : me is { } person && (await session.LoadAsync<Conversation>(file.ConversationId, cancellation))?.Includes(person) == true
            && await session.LoadAsync<MessageWords>(file.MessageId, cancellation) is { RemovedAt: null };

    private static Microsoft.AspNetCore.Http.HttpResults.FileContentHttpResult Shown(MessagePhotoFile file, string size) => TypedResults.Bytes(size == Card ? file.Card : file.Zoom, "image/webp");
}
