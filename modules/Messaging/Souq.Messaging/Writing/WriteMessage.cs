using JasperFx.Events;
using Marten;
using Souq.Accounts.Contracts;
using Souq.Kernel;
using Souq.Messaging.Contracts;
using Souq.Messaging.Conversations;
using Souq.Messaging.Letters;
using Souq.Messaging.Pictures;
using Wolverine;

namespace Souq.Messaging.Writing;

/// <summary>Either of the two answers in a conversation that exists.</summary>
/// <param name="MessageId">Made where the form was shown: the same form sent twice is one message.</param>
/// <param name="WithPhotos">Those that wait for it go along.</param>
public sealed record WriteMessage(Guid ConversationId, Guid ActorId, Guid MessageId, string Words, bool WithPhotos = false)
{
    public override string ToString() => $"{nameof(WriteMessage)} {ConversationId} {MessageId}";
}

/// <summary>A message that may be sent: the event, the words kept apart from it, and who is told.</summary>
public sealed record Decided(MessageWritten Event, MessageWords Words, MessageSent Fact, NotifyPerson Notice);

public static class WriteMessageHandler
{
    public const int MaxLength = 2000;

    public static async Task<OutgoingMessages> Handle(
        WriteMessage command, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        var stream = await session.Events.FetchForWriting<Conversation>(command.ConversationId, cancellation);
        if (stream.Aggregate is null) throw new NotFoundException("The conversation");
        stream.Aggregate.MustInclude(command.ActorId);
        await session.MustLetWrite(command.ActorId, time.GetUtcNow(), cancellation);
        return await Write(command.Words, command.ActorId, command.MessageId, command.WithPhotos, stream, session, time.GetUtcNow(), cancellation);
    }

    public static async Task<OutgoingMessages> Write(
        string words, Guid actorId, Guid messageId, bool withPhotos, IEventStream<Conversation> stream, IDocumentSession session, DateTimeOffset now,
        CancellationToken cancellation)
    {
        stream.Aggregate!.MustInclude(actorId);
        if (await session.LoadAsync<MessageWords>(messageId, cancellation) is not null) return [];
        var photos = await MessagePhotoFile.Send(withPhotos, stream.Aggregate.Id, messageId, actorId, session, cancellation);
        var message = Decide(stream.Aggregate, actorId, messageId, words, now, photos);
        stream.AppendOne(message.Event);
        session.Insert(message.Words);
        return [message.Fact, message.Notice];
    }

    public static Decided Decide(
        Conversation conversation, Guid actorId, Guid messageId, string words, DateTimeOffset now, IReadOnlyList<MessagePhoto>? photos = null)
    {
        conversation.MustInclude(actorId);
        var clean = SafeText.Lines(words);
        if (clean.Length == 0 && photos is not { Count: > 0 }) throw new RefusedException("Message.Empty", "words");
        if (clean.Length > MaxLength) throw new RefusedException("Message.TooLong", "words", MaxLength);
        var to = conversation.Other(actorId);
        return new Decided(
            new MessageWritten(messageId, actorId, now),
            new MessageWords { Id = messageId, ConversationId = conversation.Id, FromId = actorId, At = now, Words = clean, Photos = photos ?? [] },
            new MessageSent(messageId, conversation.Id, conversation.ListingId, actorId, to, now),
            new NotifyPerson(to, MessageLetterTemplate.Key, messageId, $"{MessageLetterTemplate.Key}:{messageId}"));
    }
}
