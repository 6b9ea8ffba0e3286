using Marten;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Moderation.Console;
using Souq.Moderation.Rules;

namespace Souq.Moderation.Texts;

/// <summary>A text as a case fills it, in one language.</summary>
/// <param name="Key">Names it in a form: the id of the text and the language.</param>
public sealed record OfferedText(string Key, string Title, Language Language, string Body);

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
        await using var session = store.QuerySession();
        var texts = (await session.Query<StandardText>().Where(t => !t.Retired).OrderBy(t => t.Title).Take(10 * Most).ToListAsync(cancellation)).Where(t => t.IsFor(path)).Take(Most).ToList();
        var about = new TextCase(view.Title ?? "", view.Submission.Number, view.Submission.SectionId, view.Submission.Price, quote ?? "", time.GetUtcNow());
        return
        [
            .. Languages.All.OrderByDescending(l => l.Code() == view.Submission.Language)
                .SelectMany(l => texts.Select(t => new OfferedText($"{t.Id:N}:{l.Code()}", t.Title, l, TextFields.Fill(t.Body, about, catalog.Current, l)))),
        ];
    }
}
