using Marten;
using Microsoft.AspNetCore.Http;
using Souq.Kernel;
using Souq.Listings.Contracts;
using Souq.Messaging.Conversations;

namespace Souq.Messaging.Pictures;

/// <summary>The photos of a message's form. What was taken in waits for the message, so that a form that is refused for something else does not lose it.</summary>
public sealed class MessagePhotos(IMessagingStore store, IPhotoDoor door, TimeProvider time)
{
    public const string Field = "photos";
    public const string Removed = "photos.remove";

    /// <returns>Those that wait for the message.</returns>
    public async Task<IReadOnlyList<MessagePhoto>> Take(HttpContext http, Guid conversation, Guid message, Guid writer, List<Refusal> refusals)
    {
        var (form, now) = (http.Request.Form, time.GetUtcNow());
        await using var session = store.LightweightSession();
        var waiting = await Waiting(session, conversation, message, writer, http.RequestAborted);
        foreach (var left in waiting.Where(p => form[Removed].Contains($"{p.Id}"))) session.Delete<MessagePhotoFile>(left.Id);
        waiting.RemoveAll(p => form[Removed].Contains($"{p.Id}"));
        var (files, room) = (form.Files.GetFiles(Field), MessagePhotoFile.MostInMessage - waiting.Count);
        if (files.Count > room) refusals.Add(new("Photos.TooMany", Field, MessagePhotoFile.MostInMessage));
        if (files.Count > 0 && await Today(session, writer, now, http.RequestAborted) + files.Count > MessagePhotoFile.MostInADay)
            refusals.Add(new("Photos.TooManyToday", Field, MessagePhotoFile.MostInADay));
        else
        {
            foreach (var file in files.Take(room))
            {
                if (await Draw(file, refusals, http.RequestAborted) is not { } photo) continue;
                // One after the other, as they were chosen.
                session.Insert(photo with { ConversationId = conversation, MessageId = message, FromId = writer, At = now.AddMicroseconds(waiting.Count), Since = now });
                waiting.Add(new(photo.Id, photo.Width, photo.Height));
            }
        }

        // What nobody sent within a day is forgotten with the next photo of anybody.
        var before = now - MessagePhotoFile.Life;
        if (files.Count > 0) session.DeleteWhere<MessagePhotoFile>(f => f.Since <= before);
        await session.SaveChangesAsync(http.RequestAborted);
        return waiting;
    }

    private async Task<MessagePhotoFile?> Draw(IFormFile file, List<Refusal> refusals, CancellationToken cancellation)
    {
        await using var upload = file.OpenReadStream();
        var (photo, wrong) = await door.Draw(upload, file.FileName, cancellation);
        if (photo is not null) return new() { Id = Guid.CreateVersion7(), Width = photo.Width, Height = photo.Height, Card = photo.Card, Zoom = photo.Zoom };
        refusals.Add(new("Photos.Wrong", Field, wrong!));
        return null;
    }

    private static Task<int> Today(IQuerySession session, Guid writer, DateTimeOffset now, CancellationToken cancellation)
    {
        var dayAgo = now.AddDays(-1);
        return session.Query<MessagePhotoFile>().CountAsync(f => f.FromId == writer && f.At > dayAgo, cancellation);
    }

    // Without the files themselves.
    private static async Task<List<MessagePhoto>> Waiting(IQuerySession session, Guid conversation, Guid message, Guid writer, CancellationToken cancellation) =>
    [
        .. (await session.Query<MessagePhotoFile>()
            .Where(f => f.FromId == writer && f.MessageId == message && f.ConversationId == conversation && f.Since != null)
            .OrderBy(f => f.At).Select(f => new { f.Id, f.Width, f.Height }).ToListAsync(cancellation)).Select(f => new MessagePhoto(f.Id, f.Width, f.Height)),
    ];
}
