using Souq.Accounts.Stores.Showing;
using Souq.Mail.Letters;
using Souq.Mail.Templates;

namespace Souq.Accounts.Stores.Badge;

/// <summary>Tells a seller what became of his badge.</summary>
public sealed class BadgeLetterTemplate(StoreReader stores, LetterRenderer renderer) : IMailTemplate
{
    public const string Key = "store.badge";

    public string Name => Key;

    public async Task<Letter?> Compose(MailContext context, CancellationToken cancellation) =>
        await stores.ById(context.SubjectId, cancellation) is { Badge: BadgeState.Granted or BadgeState.Denied or BadgeState.Withdrawn } store
            ? await renderer.Render<BadgeLetter>(context.Language, new Dictionary<string, object?> { [nameof(BadgeLetter.Store)] = store })
            : null;
}
