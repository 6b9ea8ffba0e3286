using Marten;
using Souq.Kernel;
using Souq.Messaging.Conversations;
using Souq.Messaging.Pictures;
using Souq.Messaging.Trust;
using Wolverine;

namespace Souq.Messaging.Writing;

/// <summary>A buyer writes about an advert: the first words of a conversation, or further ones.</summary>
/// <param name="MessageId">Made where the form was shown: the same form sent twice is one message.</param>
/// <param name="WithPhotos">Those that wait for it go along.</param>
public sealed record WriteToSeller(Guid ListingId, Guid ActorId, Guid MessageId, string Words, bool WithPhotos = false)
{
    // Failed commands are logged whole; what people write is nobody's business.
    public override string ToString() => $"{nameof(WriteToSeller)} {ListingId} {MessageId}";
}

public static class WriteToSellerHandler
{
    /// <summary>New conversations a person may begin in an hour.</summary>
    public const int NewInAnHour = 30;

    public static async Task<OutgoingMessages> Handle(
        WriteToSeller command, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await session.MustLetWrite(command.ActorId, now, cancellation);
        var id = Conversation.IdOf(command.ListingId, command.ActorId);
        var stream = await session.Events.FetchForWriting<Conversation>(id, cancellation);
        if (stream.Aggregate is not null) return await WriteMessageHandler.Write(command.Words, command.ActorId, command.MessageId, command.WithPhotos, stream, session, now, cancellation);

        var subject = await session.LoadAsync<Subject>(command.ListingId, cancellation) ?? throw new NotFoundException("The listing");
        await session.MustBeFit(command.ActorId, command.Words, "words", cancellation);
        var photos = await MessagePhotoFile.Send(command.WithPhotos, id, command.MessageId, command.ActorId, session, cancellation);
        if (photos.Count > 0) FirstWords.Decide(await session.LevelOf(command.ActorId, cancellation));
        var hourAgo = now.AddHours(-1);
        var recent = await session.Query<Conversation>().CountAsync(c => c.BuyerId == command.ActorId && c.StartedAt > hourAgo, cancellation);
        var started = Decide(subject, command.ActorId, recent, now);
        var message = WriteMessageHandler.Decide(Conversation.Create(started) with { Id = id }, command.ActorId, command.MessageId, command.Words, now, photos);
        stream.AppendMany(started, message.Event);
        session.Insert(message.Words);
        return [message.Fact, message.Notice];
    }

    public static ConversationStarted Decide(Subject subject, Guid buyerId, int startedInTheLastHour, DateTimeOffset now) =>
        subject.SellerId == buyerId ? throw new RefusedException("Message.OwnListing")
        : !subject.OnMarket ? throw new RefusedException("Message.ListingEnded")
        : startedInTheLastHour >= NewInAnHour ? throw new RefusedException("Message.TooManyNew", null, NewInAnHour)
        : new ConversationStarted(subject.Id, subject.Number, subject.Title, buyerId, subject.SellerId, now);
}
