using Marten;
using Souq.Accounts.Stores.Showing;
using Souq.Listings.Contracts;
using Souq.Mail.Letters;
using Souq.Mail.Templates;
using Souq.Web.Addresses;

namespace Souq.Accounts.Stores.Following;

/// <summary>What one store has put on the market.</summary>
public sealed record StoreNewsPart(Store Store, IReadOnlyList<StoreNews> News);

/// <summary>The letter of the evening: the new adverts of all the stores somebody follows.</summary>
public sealed class StoreNewsTemplate(
    IAccountsStore documents, StoreWords words, StopLinks links, PublicAddress address, LetterRenderer renderer) : IMailTemplate
{
    public const string Key = "store.news";
    private const int MostOfOne = 6;

    public string Name => Key;

    public async Task<Letter?> Compose(MailContext context, CancellationToken cancellation)
    {
        if (context.PersonId is not { } person) return null;
        var parts = await Find(person, context.SubjectId, cancellation);
        // Sold or no longer followed since: nothing to say any more.
        if (parts.Count == 0) return null;
        var stop = links.Of(person);
        var letter = await renderer.Render<StoreNewsLetter>(context.Language, new Dictionary<string, object?>
        {
            [nameof(StoreNewsLetter.Parts)] = parts,
            [nameof(StoreNewsLetter.Total)] = parts.Sum(p => p.News.Count),
            [nameof(StoreNewsLetter.Most)] = MostOfOne,
            [nameof(StoreNewsLetter.Words)] = words,
            [nameof(StoreNewsLetter.Photo)] = (Func<StoreNews, Uri?>)(n => n.PhotoId is { } photo ? address.Asset(PhotoAddress.Card(photo)) : null),
            [nameof(StoreNewsLetter.Stop)] = stop,
        });
        return letter.WithOneClickUnsubscribe(address.For(context.Language, stop));
    }

    private async Task<IReadOnlyList<StoreNewsPart>> Find(Guid person, Guid run, CancellationToken cancellation)
    {
        await using var session = documents.QuerySession();
        if (await session.LoadAsync<StoreNewsRun>(run, cancellation) is not { } span) return [];
        var follows = (await session.Query<StoreFollow>().Where(f => f.PersonId == person).ToListAsync(cancellation)).ToDictionary(f => f.StoreId);
        var ids = follows.Keys.ToArray();
        var (from, to) = (span.From.ToUniversalTime(), span.To.ToUniversalTime());
        var news = await session.Query<StoreNews>().Where(n => n.StoreId.IsOneOf(ids) && n.At >= from && n.At < to)
            .OrderByDescending(n => n.At).ToListAsync(cancellation);
        var stores = (await session.LoadManyAsync<Store>(cancellation, ids)).Where(s => s.IsOpen).ToDictionary(s => s.Id);
        return
        [
            .. news.Where(n => stores.ContainsKey(n.StoreId) && follows[n.StoreId].At <= n.At)
                .GroupBy(n => n.StoreId).Select(g => new StoreNewsPart(stores[g.Key], [.. g])),
        ];
    }
}
