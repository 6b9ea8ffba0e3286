using Souq.Mail.Letters;
using Souq.Mail.Templates;
using Souq.Messaging.Conversations;

namespace Souq.Messaging.Letters;

/// <summary>The letter that says somebody has written, with his words and a link to answer.</summary>
public sealed class MessageLetterTemplate(IMessagingStore store, LetterRenderer renderer) : IMailTemplate
{
    public const string Key = "messaging.new";

    public string Name => Key;

    public async Task<Letter?> Compose(MailContext context, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        if (await session.LoadAsync<MessageWords>(context.SubjectId, cancellation) is not { RemovedAt: null } message
            || await session.LoadAsync<Conversation>(message.ConversationId, cancellation) is not { } conversation) return null;
        return await renderer.Render<MessageLetter>(context.Language, new Dictionary<string, object?>
        {
            [nameof(MessageLetter.RecipientName)] = context.RecipientName,
            [nameof(MessageLetter.Title)] = conversation.Title,
            [nameof(MessageLetter.Words)] = message.Words,
            [nameof(MessageLetter.Photos)] = message.Photos.Count,
            [nameof(MessageLetter.Collect)] = message.Collect,
            [nameof(MessageLetter.People)] = message.People,
            [nameof(MessageLetter.Href)] = $"messages/{conversation.Id}",
        });
    }
}
