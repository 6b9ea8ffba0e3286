using Marten;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Moderation.Console;
using Souq.Moderation.Rules;

namespace Souq.Moderation.Texts;

/// <summary>A text as a case fills it, in one language.</summary>
/// <param name="Key">Names it in a form: the id of the text and the language.</param>
public sealed record OfferedText(string Key, string Title, Language Language, string Body)
{
    /// <summary>Words with this text put in after what was typed.</summary>
    public string After(string? words) => string.IsNullOrWhiteSpace(words) ? Body : $"{words.TrimEnd()}\n\n{Body}";
}

/// <summary>Reads standard texts, for those who write them and for cases.</summary>
public sealed class StandardTexts(IModerationStore store, ICatalog catalog, TimeProvider time)
{
    /// <summary>That are offered, or listed; a longer list would help nobody.</summary>
    public const int Most = 60;

    public async Task<IReadOnlyList<StandardText>> All(CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        return [.. (await session.Query<StandardText>().OrderBy(t => t.Title).Take(10 * Most).ToListAsync(cancellation)).OrderBy(t => t.Retired).ThenBy(t => t.Title, StringComparer.CurrentCulture)];
    }

    public async Task<StandardText?> Find(Guid id, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<StandardText>(id, cancellation);
    }

    /// <summary>What is offered at a case, that of its own language first.</summary>
    public async Task<IReadOnlyList<OfferedText>> For(CaseView view, string? quote, CancellationToken cancellation)
    {
        var path = RuleInput.PathOf(view.Submission.SectionId, catalog.Current);
        var about = new TextCase(
            view.Title ?? "", view.Submission.Number, view.Submission.SectionId, view.Submission.Price, quote ?? "", time.GetUtcNow(), view.Seller.Refused);
        return Offer(await Fitting(t => t.IsFor(path), cancellation), view.Submission.Language, (body, language) => TextFields.Fill(body, about, catalog.Current, language));
    }

    /// <summary>What is offered for many adverts at once. Its fields stay: each advert fills them in when it is decided.</summary>
    public async Task<IReadOnlyList<OfferedText>> ForMany(IEnumerable<int> sections, CancellationToken cancellation)
    {
        var paths = sections.Distinct().Select(s => RuleInput.PathOf(s, catalog.Current)).ToList();
        return Offer(await Fitting(t => paths.TrueForAll(t.IsFor), cancellation), Languages.Current.Code(), (body, language) => body.In(language));
    }

    /// <summary>What is offered at a decision about a person: that is for everywhere and asks for nothing of an advert.</summary>
    /// <param name="refused">How many adverts of his were refused so far.</param>
    public async Task<IReadOnlyList<OfferedText>> ForPerson(int refused, CancellationToken cancellation)
    {
        var about = TextCase.OfPerson(refused, time.GetUtcNow());
        return Offer(await Fitting(t => t.IsFor([]) && TextFields.IsForPeople(t.Body), cancellation), Languages.Current.Code(), (body, language) => TextFields.Fill(body, about, catalog.Current, language));
    }

    private async Task<IReadOnlyList<StandardText>> Fitting(Func<StandardText, bool> fits, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        return [.. (await session.Query<StandardText>().Where(t => !t.Retired).OrderBy(t => t.Title).Take(10 * Most).ToListAsync(cancellation)).Where(fits).Take(Most)];
    }

    /// <param name="first">Code of the language that comes first; <c>null</c> where it is not known.</param>
    private static IReadOnlyList<OfferedText> Offer(IReadOnlyList<StandardText> texts, string? first, Func<LocalizedText, Language, string> say) =>
    [
        .. Languages.All.OrderByDescending(l => l.Code() == first).SelectMany(l => texts.Select(t => new OfferedText($"{t.Id:N}:{l.Code()}", t.Title, l, say(t.Body, l)))),
    ];
}
