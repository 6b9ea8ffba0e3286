using Marten;
using Souq.Mail.Letters;
using Souq.Mail.Templates;
using Souq.Moderation.Deciding;
using Souq.Moderation.Opening;

namespace Souq.Moderation.Letters.Gathering;

/// <summary>One of the adverts of a letter.</summary>
public sealed record RefusedAdvert(CaseSubject Subject, Decision Decision);

/// <summary>"Some of your adverts need a correction": the reason once, and each advert with its own way to correct it and to appeal.</summary>
public sealed class RefusedManyTemplate(IModerationStore store, LetterRenderer renderer) : IMailTemplate
{
    public string Name => DecisionMail.RefusedManyTemplate;

    public async Task<Letter?> Compose(MailContext context, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        var told = await session.Query<ToldRefusal>().Where(t => t.LetterId == context.SubjectId).OrderBy(t => t.At).ThenBy(t => t.Id).ToListAsync(cancellation);
        var decisions = (await session.LoadManyAsync<Decision>(cancellation, told.Select(t => t.Id))).ToDictionary(d => d.Id);
        var subjects = (await session.LoadManyAsync<CaseSubject>(cancellation, decisions.Values.Select(d => d.CaseId))).ToDictionary(s => s.Id);
        IReadOnlyList<RefusedAdvert> adverts =
        [
            .. told.Select(t => decisions.GetValueOrDefault(t.Id)).OfType<Decision>()
                .Where(d => subjects.ContainsKey(d.CaseId)).Select(d => new RefusedAdvert(subjects[d.CaseId], d)),
        ];
        return adverts.Count == 0 ? null : await renderer.Render<RefusedManyLetter>(context.Language, new Dictionary<string, object?>
        {
            [nameof(RefusedManyLetter.Adverts)] = adverts,
            [nameof(RefusedManyLetter.ByRule)] = told[0].ByRule,
            [nameof(RefusedManyLetter.RecipientName)] = context.RecipientName,
        });
    }
}
