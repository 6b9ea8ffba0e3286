using Souq.Mail.Letters;
using Souq.Mail.Templates;

namespace Souq.Messaging.Ratings;

/// <summary>Tells somebody that he was rated; nothing when it is gone by then.</summary>
public sealed class RatingLetterTemplate(RatingReader ratings, LetterRenderer renderer) : IMailTemplate
{
    public const string Key = "messaging.rated";

    public string Name => Key;

    public async Task<Letter?> Compose(MailContext context, CancellationToken cancellation) =>
        await ratings.One(context.SubjectId, cancellation) is not { Rating: { Shown: true } rating, Words: { } words } ? null
        : await renderer.Render<RatingLetter>(context.Language, new Dictionary<string, object?>
        {
            [nameof(RatingLetter.RecipientName)] = context.RecipientName,
            [nameof(RatingLetter.Title)] = words.Title,
            [nameof(RatingLetter.Stars)] = rating.Stars,
            [nameof(RatingLetter.Words)] = words.Words,
            [nameof(RatingLetter.Href)] = RatingAddress.Of(rating.PersonId),
        });
}
