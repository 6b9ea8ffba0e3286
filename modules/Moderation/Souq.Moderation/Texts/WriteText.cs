using Marten;
using Souq.Catalog.Contracts;
using Souq.EventStore;
using Souq.Kernel;
using Souq.Moderation.Deciding;
using Souq.Moderation.Staff;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;
using Wolverine.Runtime.Handlers;

namespace Souq.Moderation.Texts;

/// <summary>A text as a senior types it.</summary>
public sealed record TextDraft(string? Title, string? Ar, string? Fr, string? En, IReadOnlyList<string> Sections);

/// <summary>A senior writes a text, or writes it anew; from now on moderators are offered it so.</summary>
/// <param name="Revision">What he saw of it; 0 for a new one.</param>
public sealed record WriteText(Guid TextId, int Revision, TextDraft Draft, Guid By) : ISeniorAct;

public static class WriteTextHandler
{
    public const int LongestTitle = 80;
    public const string Clash = "Text.Clash";

    public static void Configure(HandlerChain chain) => Clashes.DecideAgain(chain);

    public static async Task Handle(WriteText command, IDocumentSession session, ICatalog catalog, TimeProvider time, CancellationToken cancellation)
    {
        var stream = await session.Events.FetchForWriting<StandardText>(command.TextId, cancellation);
        if (Decide(stream.Aggregate, command, catalog.Current, time.GetUtcNow()) is { } written) stream.AppendOne(written);
    }

    /// <returns><c>null</c> when it says so already.</returns>
    /// <exception cref="RefusedException">Something is missing, too long, or in braces without being a field; or somebody wrote it anew meanwhile.</exception>
    public static TextWritten? Decide(StandardText? current, WriteText command, CatalogSnapshot catalog, DateTimeOffset now)
    {
        if ((current?.Revision ?? 0) != command.Revision) throw new RefusedException(Clash);
        var draft = command.Draft;
        var (title, refusals) = (SafeText.Line(draft.Title), new List<Refusal>());
        if (title.Length is 0 or > LongestTitle) refusals.Add(new("Text.Title", "title", LongestTitle));
        var body = new LocalizedText(Read("ar", draft.Ar), Read("fr", draft.Fr), Read("en", draft.En));
        var sections = draft.Sections.Select(s => int.TryParse(s, out var id) ? id : 0).ToList();
        if (sections.Any(s => catalog.Section(s) is null)) refusals.Add(new("Text.Section", "sections"));
        if (refusals.Count > 0) throw new RefusedException(refusals);
        var written = new TextWritten(command.Revision + 1, title, body, [.. sections.Distinct().Order()], command.By, now);
        return current is { Retired: false } && (current.Title, current.Body) == (title, body) && current.Sections.SequenceEqual(written.Sections) ? null : written;

        string Read(string language, string? typed)
        {
            var text = SafeText.Lines(typed ?? "");
            if (text.Length == 0) refusals.Add(new("Text.Missing", language));
            else if (text.Length > RefuseCase.MostWords) refusals.Add(new("Refuse.WordsTooLong", language, RefuseCase.MostWords));
            else if (TextFields.Unknown(text) is [var field, ..]) refusals.Add(new("Text.Field", language, $"{{{field}}}"));
            return text;
        }
    }
}

/// <summary>It is offered no more; writing it anew brings it back.</summary>
public sealed record RetireText(Guid TextId, Guid By) : ISeniorAct;

public static class RetireTextHandler
{
    public static Events Handle(RetireText command, [WriteModel(nameof(RetireText.TextId))] StandardText text, TimeProvider time) =>
        text.Retired ? [] : [new TextRetired(command.By, time.GetUtcNow())];
}
