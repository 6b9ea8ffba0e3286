using Souq.Mail.Letters;
using Souq.Mail.Templates;
using Souq.Messaging.Conversations;
using Souq.Messaging.Giving;

namespace Souq.Messaging.Letters;

/// <summary>Tells one who asked that the gift went to somebody else; says nothing when it is offered again.</summary>
public sealed class GiftGoneTemplate(IMessagingStore store, LetterRenderer renderer) : IMailTemplate
{
    public const string Key = "messaging.gift.gone";

    public string Name => Key;

    public async Task<Letter?> Compose(MailContext context, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        if (await session.LoadAsync<Conversation>(context.SubjectId, cancellation) is not { } conversation) return null;
        var gift = await session.LoadAsync<Gift>(conversation.ListingId, cancellation);
        if (Gift.For(gift, conversation.BuyerId) != GiftStanding.Gone) return null;
        return await renderer.Render<GiftLetter>(context.Language, new Dictionary<string, object?>
        {
            [nameof(GiftLetter.RecipientName)] = context.RecipientName,
            [nameof(GiftLetter.Title)] = conversation.Title,
            [nameof(GiftLetter.Standing)] = GiftStanding.Gone,
            [nameof(GiftLetter.Href)] = $"messages/{conversation.Id}",
        });
    }
}
