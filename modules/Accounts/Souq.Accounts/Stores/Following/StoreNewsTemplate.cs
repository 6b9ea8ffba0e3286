using Marten;
using Souq.Accounts.Stores.Showing;
using Souq.Listings.Contracts;
using Souq.Mail.Letters;
using Souq.Mail.Templates;
using Souq.Web.Addresses;

namespace Souq.Accounts.Stores.Following;

/// <summary>What one store has put on the market.</summary>
/// <param name="News">The newest of them.</param>
/// <param name="Total">How many there are.</param>
public sealed record StoreNewsPart(Store Store, IReadOnlyList<StoreNews> News, int Total);

/// <summary>The letter of the evening: the new adverts of all the stores somebody follows.</summary>
public sealed class StoreNewsTemplate(
    IAccountsStore documents, StoreWords words, StopLinks links, PublicAddress address, LetterRenderer renderer) : IMailTemplate
{
    public const string Key = "store.news";
    private const int MostOfOne = 6;
    private const int MostStores = 20;

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
            [nameof(StoreNewsLetter.Total)] = parts.Sum(p => p.Total),
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
        var follows = await session.Query<StoreFollow>().Where(f => f.PersonId == person).ToListAsync(cancellation);
        var stores = (await session.LoadManyAsync<Store>(cancellation, follows.Select(f => f.StoreId))).Where(s => s.IsOpen).ToDictionary(s => s.Id);
        var parts = new List<StoreNewsPart>();
        foreach (var follow in follows.Where(f => stores.ContainsKey(f.StoreId)))
        {
            // A merchant may have put thousands on the market today; the letter shows a few and counts the rest.
            var (id, since, to) = (follow.StoreId, (follow.At > span.From ? follow.At : span.From).ToUniversalTime(), span.To.ToUniversalTime());
            var news = await session.Query<StoreNews>().Stats(out var all).Where(n => n.StoreId == id && n.At >= since && n.At < to)
                .OrderByDescending(n => n.At).Take(MostOfOne).ToListAsync(cancellation);
            if (news.Count > 0) parts.Add(new StoreNewsPart(stores[id], news, (int)all.TotalResults));
            if (parts.Count == MostStores) break;
        }

        return parts;
    }
}
